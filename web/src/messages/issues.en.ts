// For every code of core/base/issue_codes.h: what is the case, and what to do about it.
import type { IssueText } from './index.ts';

export const issuesEn = {
  // Reading
  'json-unreadable': {
    text: 'The data that arrived cannot be read.',
    step: 'Try again. If it comes back, tell whoever looks after Sidebill in your team, with this code.',
  },
  'json-too-deep': {
    text: 'The data that arrived is nested too deeply to be genuine.',
    step: 'Nothing was changed. Open the record in its own application and check it there.',
  },
  'json-too-large': {
    text: 'The data that arrived is too large[: {size}].',
    step: 'Shorten very long texts on the record, then try again.',
  },
  'field-missing': {
    text: 'A value is missing[: {field}].',
    step: 'Open the record, fill it in, and refresh.',
  },
  'field-wrong-type': {
    text: 'A value has an unexpected form[: {field}].',
    step: 'Open the record, correct it, and refresh.',
  },
  'amount-unreadable': {
    text: '[“{text}” is not a number that can be billed|A number is needed here].',
    step: 'Write it like 1234.50, without thousands separators.',
  },
  'amount-too-large': {
    text: 'This amount is larger than QuickBooks can book.',
    step: 'Lower the quantity or price, or split the invoice.',
  },
  'date-unreadable': {
    text: '[“{text}”|This] is not a date.',
    step: 'Choose a date from the calendar.',
  },
  'currency-unknown': {
    text: 'The currency[ “{currency}”][ “{text}”] is not known.',
    step: 'Set a valid currency on the deal in HubSpot, then refresh.',
  },
  'text-not-utf8': {
    text: 'This text holds characters that are damaged.',
    step: 'Type the text again.',
  },
  'request-unknown': {
    text: 'This page and Sidebill’s background are of different versions.',
    step: 'Reload this page.',
  },

  // Preflight: customer
  'customer-undecided': {
    text: 'No customer has been chosen.',
    step: 'Pick one of the proposals, search QuickBooks, or create a new customer.',
  },
  'customer-ambiguous': {
    text: '[{count} customers|Several customers] in QuickBooks fit this deal.',
    step: 'Compare what speaks for each and pick one.',
  },
  'customer-inactive': {
    text: '[{name}|This customer] is inactive in QuickBooks.',
    step: 'Make it active in QuickBooks and refresh, or pick another customer.',
  },
  'customer-unknown': {
    text: 'This customer is no longer in QuickBooks’ list.',
    step: 'Search for the customer again, or pick another.',
  },
  'customer-name-missing': {
    text: 'The new customer has no name.',
    step: 'Type the name that shall stand in QuickBooks.',
  },
  'customer-name-taken': {
    text: 'The name[ “{name}”] is already used in QuickBooks[ by the {kind} “{holder}”].',
    step: 'Pick that customer if it is the same, or change the name, for example by adding a place.',
  },
  'customer-name-character': {
    text: 'The name holds a character that QuickBooks does not take[: {character}].',
    step: 'Remove colons, tabs and line breaks from the name.',
  },
  'customer-lists-stale': {
    text: 'The customer and product lists were last read[ {age}| some time] ago.',
    step: 'Test the connection on the set-up page if something is missing here: that reads the lists again.',
  },
  'email-invalid': {
    text: '[“{text}”|This] is not an e-mail address.',
    step: 'Correct it. One address needs an @ and a domain.',
  },
  'email-missing': {
    text: 'There is no e-mail address for this invoice.',
    step: 'Type one if QuickBooks shall send the invoice later. It can be created without.',
  },

  // Preflight: lines
  'lines-missing': {
    text: 'The invoice has no lines.',
    step: 'Include at least one line, or add one.',
  },
  'lines-too-many': {
    text: 'The invoice has more lines than QuickBooks takes[: {count} of at most {limit}].',
    step: 'Leave some lines out and bill them with another invoice.',
  },
  'line-item-undecided': {
    text: 'No product or service has been chosen for this line.',
    step: 'Search for one, or create it.',
  },
  'line-item-ambiguous': {
    text: '[{count} products|Several products] in QuickBooks fit this line.',
    step: 'Compare SKU and name and pick one.',
  },
  'line-item-inactive': {
    text: '[{name}|This product] is inactive in QuickBooks.',
    step: 'Make it active in QuickBooks and refresh, or pick another.',
  },
  'line-item-name-taken': {
    text: 'QuickBooks already has a product or service named[ “{name}”| so].',
    step: 'Search for it and pick it, or change the name.',
  },
  'line-item-not-sold': {
    text: '[{name}|This entry] is a category or is not for sale.',
    step: 'Pick a product or service that can stand on an invoice.',
  },
  'line-item-before-start': {
    text: 'The stock of [{name}|this product] only begins[ on {start}] after the invoice date.',
    step: 'Choose a later invoice date, or another product.',
  },
  'line-income-account-missing': {
    text: 'The new product has no income account.',
    step: 'Choose the account that its sales are booked to.',
  },
  'line-quantity-negative': {
    text: 'The quantity is below zero.',
    step: 'Type a positive quantity. Use a discount or a credit memo to give money back.',
  },
  'line-quantity-zero': {
    text: 'The quantity is zero.',
    step: 'Type a quantity, or leave this line out.',
  },
  'line-price-negative': {
    text: 'The price is below zero.',
    step: 'Use a discount instead, unless this line is meant to reduce the invoice.',
  },
  'line-tiered-price': {
    text: 'This line has tiered prices in HubSpot, which do not come down to one price.',
    step: 'Leave it out and add a line by hand with the agreed quantity and price.',
  },
  'line-recurring': {
    text: 'This line recurs[ every {frequency}]; one period is billed now.',
    step: 'Change the quantity to bill several periods at once.',
  },
  'line-precision': {
    text: 'This number has more decimals than QuickBooks keeps[ ({places})].',
    step: 'Round it, or bill the line with quantity 1 and the whole amount as its price.',
  },
  'line-tax-code-missing': {
    text: 'This line has no tax code, and this company needs one on every line.',
    step: 'Choose the tax code for this line.',
  },
  'line-taxable-differs': {
    text: 'QuickBooks has [{name}|this product] as[ {item}| the opposite].',
    step: 'Check the box if that is what is meant here too, or leave it as it is.',
  },
  'line-amount-differs': {
    text: 'HubSpot shows[ {stated}| another amount] for this line[; quantity times price is {computed}].',
    step: 'Check quantity, price and discount. What stands here is what is billed.',
  },
  'line-currency-differs': {
    text: 'This line is priced in[ {line}| another currency than the deal][, the deal in {deal}].',
    step: 'Type the price in the currency of the invoice.',
  },
  'line-discount-invalid': {
    text: 'This discount cannot be used.',
    step: 'Type a percentage from 0 to 100, for example 7.5.',
  },
  'discount-invalid': {
    text: 'The discount on the invoice cannot be used.',
    step: 'Type a percentage from 0 to 100, or an amount no larger than the subtotal.',
  },
  'discount-not-allowed': {
    text: 'Discounts are switched off in this QuickBooks company.',
    step: 'Switch them on under Account and settings, Sales, or put the discount on the lines.',
  },

  // Preflight: document
  'currency-differs': {
    text: 'The deal is in[ {deal}| one currency] and the customer is billed in[ {customer}| another].',
    step: 'Pick or create a customer of the deal’s currency. A customer’s currency cannot be changed.',
  },
  'currency-not-enabled': {
    text: '[{currency}|This currency] is not switched on in this QuickBooks company.',
    step: 'Ask your bookkeeper to add it under Currencies, or bill in another currency.',
  },
  'exchange-rate-missing': {
    text: 'There is no exchange rate[ for {currency}][ on {date}].',
    step: 'Enter the rate in QuickBooks under Currencies, then refresh.',
  },
  'total-negative': {
    text: 'The total is below zero, which QuickBooks does not take for an invoice.',
    step: 'Lower the discount, or make a credit memo in QuickBooks.',
  },
  'total-differs': {
    text: 'The deal’s amount is[ {stated}| not the same][; the lines add up to {computed}].',
    step: 'Check that no line is missing. The lines are what is billed.',
  },
  'tax-decided-by-quickbooks': {
    text: 'QuickBooks decides the sales tax when the invoice is created.',
    step: 'Nothing to do: the tax is shown as soon as QuickBooks has answered.',
  },
  'tax-regime-unsupported': {
    text: 'Sidebill cannot yet make invoices under this company’s tax rules.',
    step: 'Create this invoice in QuickBooks and add it here afterwards.',
  },
  'books-closed': {
    text: 'The books are closed[ through {date}].',
    step: 'Choose a later invoice date, or ask your bookkeeper to open the period.',
  },
  'due-before-date': {
    text: 'The due date lies before the invoice date.',
    step: 'Choose a later due date, or go back to the one the terms give.',
  },
  'term-unknown': {
    text: 'These payment terms are no longer in QuickBooks.',
    step: 'Choose other terms.',
  },
  'number-missing': {
    text: 'This company numbers its invoices by hand, and there is no number.',
    step: 'Type the number of this invoice.',
  },
  'number-too-long': {
    text: 'The number is too long[: {length} of at most {limit} characters].',
    step: 'Shorten the number.',
  },
  'text-too-long': {
    text: 'This text is too long[: {length} of at most {limit} characters].',
    step: 'Shorten the text.',
  },
  'text-outside-latin1': {
    text: 'QuickBooks in the US cannot store [these characters: {characters}|some of these characters].',
    step: 'Use the suggestion, or type it another way.',
  },
  'document-exists': {
    text: '[Invoice {number}|An invoice][ ({total})] already exists for this deal.',
    step: 'Open it from the card. Create another only if a further one is meant.',
  },
  'deal-has-no-lines': {
    text: 'The deal has no line items.',
    step: 'Add them to the deal in HubSpot and refresh, or add a line here.',
  },
  'contact-many': {
    text: 'The deal has[ {count}| several] contacts.',
    step: 'Check that the customer below is the one to be billed.',
  },

  // After a write
  'document-is-colleagues': {
    text: '[{number}|This invoice][ ({total})] was made moments ago by someone else.',
    step: 'Compare it with your draft. Nothing was created twice.',
  },
  'document-total-differs': {
    text: 'QuickBooks booked[ {returned}| another total][ instead of the approved {approved}].',
    step: 'Open the invoice in QuickBooks and compare, before it is sent.',
  },
  'document-differs': {
    text: 'QuickBooks changed a value of the invoice[: “{approved}” became “{returned}”].',
    step: 'Open the invoice in QuickBooks and compare, before it is sent.',
  },
  'document-deleted': {
    text: '[Invoice {number}|This invoice] was deleted in QuickBooks.',
    step: 'Remove the link, or create a new invoice.',
  },
  'document-voided': {
    text: '[Invoice {number}|This invoice] was voided in QuickBooks.',
    step: 'It no longer counts towards the totals. Create a new invoice if one is still needed.',
  },
  'payment-not-found': {
    text: '[Payment {id}|A payment] is no longer in QuickBooks, but the invoice still names it.',
    step: 'Read the invoice again.',
  },
  'document-not-found': {
    text: '[Invoice {number}|This invoice] cannot be found in QuickBooks.',
    step: 'It may belong to another company. Remove the link if it is gone for good.',
  },
  'already-linked': {
    text: '[Invoice {number}|This invoice] is already linked to this record.',
    step: 'Nothing to do.',
  },
  'mirror-unavailable': {
    text: 'It is not shown among HubSpot’s own invoices.',
    step: 'The deal is linked all the same. Give the HubSpot key the invoice permissions on the set-up page.',
  },
  'property-missing': {
    text: 'HubSpot has no place yet where Sidebill keeps its links[: {property}].',
    step: 'Open the set-up page and test the HubSpot connection; it adds what is missing.',
  },
  'association-failed': {
    text: 'The invoice exists, but could not be linked to[ {name}| a record] in HubSpot.',
    step: 'Open the invoice in HubSpot and associate the record there. The invoice is not created twice.',
  },
  'source-changed': {
    text: 'The deal was changed in HubSpot while this page was open.',
    step: 'Look at the changes below and approve again.',
  },

  // Connections and services
  'scope-missing': {
    text: 'The HubSpot key lacks a permission[: {scope}].',
    step: 'Add it to the key in HubSpot, then test the connection on the set-up page.',
  },
  'portal-differs': {
    text: 'This page belongs to another HubSpot account[ ({page})] than the connected one[ ({connected})].',
    step: 'Switch to the connected account in HubSpot, or connect this one.',
  },
  'company-differs': {
    text: 'QuickBooks answered for another company[: {name}].',
    step: 'Connect the right company on the set-up page.',
  },
  'not-connected': {
    text: '[{service}|A service] is not connected.',
    step: 'Connect it on the set-up page.',
  },
  'reconnect-needed': {
    text: '[{service}|A service] no longer accepts the stored access.',
    step: 'Connect again on the set-up page. Nothing that exists is lost.',
  },
  'admin-needed': {
    text: 'The person who connected QuickBooks is no longer an administrator of the company.',
    step: 'Ask a QuickBooks administrator to connect again.',
  },
  'record-not-found': {
    text: 'This record does not exist in HubSpot any more, or the key may not read it.',
    step: 'Reload the HubSpot page. If the record is there, check the key’s permissions.',
  },
  'service-unreachable': {
    text: '[{service}|The service] cannot be reached.',
    step: 'Check the internet connection. Sidebill goes on by itself when it is back.',
  },
  'service-busy': {
    text: '[{service}|The service] asks to slow down.',
    step: 'Nothing to do: Sidebill goes on by itself shortly.',
  },
  'service-failed': {
    text: '[{service}|The service] has a fault of its own[ ({status})].',
    step: 'Try again in a few minutes.',
  },
  'service-refused': {
    text: '[{service}|The service] refused the request[: {message}].',
    step: 'Correct what it names and try again.',
  },
  'service-answer-unreadable': {
    text: '[{service}|The service] answered something that cannot be read.',
    step: 'Try again in a few minutes. Nothing was written on the strength of it.',
  },
  'write-uncertain': {
    text: 'It is not certain whether[ {service}| the service] has done the last step.',
    step: 'Press Try again: Sidebill looks first and never creates it twice.',
  },
  'subscription-ended': {
    text: 'The QuickBooks subscription has ended; the company can only be read.',
    step: 'Renew it in QuickBooks under Billing and subscription.',
  },
  'permission-missing': {
    text: 'The connected user may not do this[ in {service}].',
    step: 'Ask an administrator for the permission, or to connect in their name.',
  },
  'stale-object': {
    text: 'The record was changed in QuickBooks in the meantime.',
    step: 'Refresh and try again.',
  },
  'name-duplicate': {
    text: 'QuickBooks already has a customer, vendor or employee of this name[: {name}].',
    step: 'Search for it and pick it, or choose a different name.',
  },
  'number-duplicate': {
    text: 'QuickBooks already has an invoice of this number[: {number}].',
    step: 'Type another number, or add the existing invoice instead.',
  },
  'reference-invalid': {
    text: 'QuickBooks no longer has something that this invoice names[: {field}].',
    step: 'Choose the customer, product or terms again.',
  },
  'field-refused': {
    text: '[{service}|The service] does not take[ {field}| a value][: {message}].',
    step: 'Correct it and try again.',
  },

  // Runs
  'run-diverged': {
    text: 'This operation no longer matches its own record, so it was stopped before writing more.',
    step: 'Refresh the card and see what exists, then start again.',
  },
  'run-unknown': {
    text: 'This operation is no longer known.',
    step: 'Close this page and start again from the record.',
  },
  'run-cancelled': {
    text: 'The operation was cancelled. Nothing was written.',
    step: 'Start again when you are ready.',
  },
  'run-settled': {
    text: 'Sidebill was updated in between and has finished what had been begun.',
    step: 'Check the result below.',
  },
  'operation-unknown': {
    text: 'This version of Sidebill does not know the operation.',
    step: 'Reload this page.',
  },
  'entry-refused': {
    text: 'An answer came too late or twice and was not used.',
    step: 'Nothing to do.',
  },
} as const satisfies Readonly<Record<string, IssueText>>;

/** For a code that this catalogue does not hold. */
export const unknownIssueEn: IssueText = {
  text: 'Something unforeseen happened ({code}).',
  step: 'Try again. If it comes back, tell whoever looks after Sidebill in your team, with this code.',
};
