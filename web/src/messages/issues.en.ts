// For every code of core/base/issue_codes.h: what is the case, and what to do about it.
import type { IssueText } from './index.ts';

export const issuesEn = {
  // Reading
  'json-unreadable': {
    text: 'The data that came back could not be read.',
    step: 'Try again. If it happens again, contact whoever looks after Sidebill on your team.',
  },
  'json-too-deep': {
    text: 'The data that came back is nested too deeply to be genuine.',
    step: 'Nothing was changed. Check the record in HubSpot or QuickBooks.',
  },
  'json-too-large': {
    text: 'The data that came back is too large[: {size}].',
    step: 'Shorten very long texts on the record, then try again.',
  },
  'field-missing': {
    text: 'A value is missing[: {field}].',
    step: 'Open the record, fill it in, then refresh.',
  },
  'field-wrong-type': {
    text: 'A value is not in the expected format[: {field}].',
    step: 'Open the record, correct it, then refresh.',
  },
  'amount-unreadable': {
    text: '[“{text}” is not a valid number|Enter a number].',
    step: 'Use a format like 1234.50, without thousands separators.',
  },
  'amount-too-large': {
    text: 'This amount is larger than QuickBooks can record.',
    step: 'Lower the quantity or price, or split the invoice.',
  },
  'date-unreadable': {
    text: '[“{text}”|This] is not a date.',
    step: 'Choose a date from the calendar.',
  },
  'currency-unknown': {
    text: 'The currency[ “{currency}”][ “{text}”] is not recognized.',
    step: 'Set a valid currency on the deal in HubSpot, then refresh.',
  },
  'text-not-utf8': {
    text: 'This text contains damaged characters.',
    step: 'Type the text again.',
  },
  'request-unknown': {
    text: 'This page and the rest of Sidebill are on different versions.',
    step: 'Reload this page.',
  },

  // Preflight: customer
  'customer-undecided': {
    text: 'No customer is chosen.',
    step: 'Pick a match, search QuickBooks, or create a new customer.',
  },
  'customer-ambiguous': {
    text: '[{count} QuickBooks customers|Several QuickBooks customers] match this deal.',
    step: 'Compare the reasons and choose one.',
  },
  'customer-inactive': {
    text: '[{name}|This customer] is inactive in QuickBooks.',
    step: 'Make it active in QuickBooks and refresh, or choose another customer.',
  },
  'customer-unknown': {
    text: 'This customer is no longer in QuickBooks.',
    step: 'Search for the customer again, or choose another.',
  },
  'customer-name-missing': {
    text: 'The new customer has no name.',
    step: 'Enter the name to use in QuickBooks.',
  },
  'customer-name-taken': {
    text: 'The name[ “{name}”] is already used in QuickBooks[ by the {kind} “{holder}”].',
    step: 'Choose that customer if it is the same one, or change the name, for example by adding a city.',
  },
  'customer-name-inactive': {
    text: 'The name[ “{name}”] is still kept in QuickBooks[ by the inactive {kind} “{holder}”].',
    step: 'Make that one active again in QuickBooks if it is the same, or change the name.',
  },
  'customer-name-character': {
    text: 'The name contains a character QuickBooks does not accept[: {character}].',
    step: 'Remove colons, tabs and line breaks from the name.',
  },
  'customer-lists-stale': {
    text: 'The customer and product lists were last updated[ {age}| some time] ago.',
    step: 'If something is missing here, test the QuickBooks connection in setup. That updates the lists.',
  },
  'email-invalid': {
    text: '[“{text}”|This] is not a valid email address.',
    step: 'Enter one address, like name@example.com.',
  },
  'email-missing': {
    text: 'There is no email address for this invoice.',
    step: 'Add one if QuickBooks should send the invoice later. You can create it without.',
  },

  // Preflight: lines
  'lines-missing': {
    text: 'The invoice has no lines.',
    step: 'Include at least one line, or add one.',
  },
  'lines-too-many': {
    text: 'The invoice has more lines than QuickBooks accepts[: {count} of at most {limit}].',
    step: 'Leave some lines out and bill them on another invoice.',
  },
  'line-item-undecided': {
    text: 'No product or service is chosen for this line.',
    step: 'Search for one, or create it.',
  },
  'line-item-ambiguous': {
    text: '[{count} QuickBooks products|Several QuickBooks products] match this line.',
    step: 'Compare SKU and name, then choose one.',
  },
  'line-item-inactive': {
    text: '[{name}|This product] is inactive in QuickBooks.',
    step: 'Make it active in QuickBooks and refresh, or choose another.',
  },
  'line-item-name-taken': {
    text: 'QuickBooks already has a product or service [named “{name}”|with this name].',
    step: 'Search for it and choose it, or change the name.',
  },
  'line-item-not-sold': {
    text: '[{name}|This entry] is a category or is not for sale.',
    step: 'Choose a product or service that can be invoiced.',
  },
  'line-item-before-start': {
    text: 'Inventory for [{name}|this product] starts[ on {start},] after the invoice date.',
    step: 'Choose a later invoice date, or another product.',
  },
  'line-income-account-missing': {
    text: 'The new product has no income account.',
    step: 'Choose the account for its sales.',
  },
  'line-quantity-negative': {
    text: 'The quantity is below zero.',
    step: 'Enter a positive quantity. To give money back, use a discount or a credit memo.',
  },
  'line-quantity-zero': {
    text: 'The quantity is zero.',
    step: 'Enter a quantity, or leave this line out.',
  },
  'line-price-negative': {
    text: 'The price is below zero.',
    step: 'Use a discount instead, unless this line is meant to reduce the invoice.',
  },
  'line-tiered-price': {
    text: 'This line has tiered prices in HubSpot, so it has no single price.',
    step: 'Leave it out and add a line with the agreed quantity and price.',
  },
  'line-recurring': {
    text: 'This line recurs[ every {frequency}]. One period is billed now.',
    step: 'Change the quantity to bill several periods at once.',
  },
  'line-precision': {
    text: 'This number has more decimals than QuickBooks keeps[ ({places})].',
    step: 'Round it, or use quantity 1 with the full amount as the price.',
  },
  'line-service-date-missing': {
    text: 'This line has no service date, and this company recognizes revenue from that day on.',
    step: 'Enter the day on which the service starts.',
  },
  'currency-places-unknown': {
    text: 'QuickBooks may keep hundredths of [{currency}|this currency], so that tax or discount may differ by less than one.',
    step: 'Compare the total after the invoice is created: a difference is shown.',
  },
  'line-is-tax': {
    text: 'This line bills a tax as a product: QuickBooks books it as income, and its tax reports miss it.',
    step: 'Leave the line out, and let the other lines be taxed.',
  },
  'line-tax-code-missing': {
    text: 'This line has no tax code, and this company needs one on every line.',
    step: 'Choose the tax code for this line.',
  },
  'line-tax-code-unknown': {
    text: 'QuickBooks no longer has the tax code[ {name}].',
    step: 'Choose another tax code. If it should be there, test the connection on the set-up page.',
  },
  'line-taxable-differs': {
    text: 'QuickBooks has [{name}|this product] as[ {item}| the opposite].',
    step: 'Change the box if this line should match, or leave it as is.',
  },
  'line-amount-uneven': {
    text: 'Quantity times price does not come to a whole amount[ of {currency}: {product}].',
    step: 'Change the price so that it does.',
  },
  'line-amount-differs': {
    text: 'HubSpot shows[ {stated}| another amount] for this line[; quantity × price is {computed}].',
    step: 'Check quantity, price and discount. The invoice uses the values here.',
  },
  'line-currency-differs': {
    text: 'This line is priced in[ {line}| another currency than the deal][, the deal in {deal}].',
    step: 'Enter the price in the invoice’s currency.',
  },
  'line-discount-invalid': {
    text: 'This discount is not valid.',
    step: 'Enter a percentage from 0 to 100, for example 7.5.',
  },
  'discount-invalid': {
    text: 'The discount on the invoice is not valid.',
    step: 'Enter a percentage from 0 to 100, or an amount no larger than the subtotal.',
  },
  'discount-not-allowed': {
    text: 'Discounts are turned off in this QuickBooks company.',
    step: 'Turn them on in QuickBooks under Account and settings, Sales, or discount the lines instead.',
  },

  // Preflight: document
  'currency-differs': {
    text: 'The deal is in[ {deal}| one currency] and the customer is billed in[ {customer}| another].',
    step: 'Choose or create a customer in the deal’s currency. A customer’s currency cannot be changed.',
  },
  'currency-not-enabled': {
    text: '[{currency}|This currency] is not turned on in this QuickBooks company.',
    step: 'Ask your bookkeeper to add it under Currencies, or bill in another currency.',
  },
  'exchange-rate-missing': {
    text: 'There is no exchange rate[ for {currency}][ on {date}].',
    step: 'Enter the rate, or set it in QuickBooks under Currencies.',
  },
  'exchange-rate-of-another-day': {
    text: 'The exchange rate[ {rate}] is that of another day[: {date}].',
    step: 'Enter the rate of the invoice date, or keep this one.',
  },
  'total-negative': {
    text: 'The total is below zero, which QuickBooks does not accept on an invoice.',
    step: 'Lower the discount, or create a credit memo in QuickBooks.',
  },
  'total-differs': {
    text: 'The deal’s amount is[ {stated}| not the same][; the lines add up to {computed}].',
    step: 'Check that no line is missing. The invoice bills the lines.',
  },
  'tax-decided-by-quickbooks': {
    text: 'QuickBooks sets the sales tax when the invoice is created.',
    step: 'Nothing to do. The tax appears as soon as the invoice exists.',
  },
  'tax-rounding-unknown': {
    text: 'QuickBooks may round the tax of each line[: then it is {by_line} {currency}, not {whole}].',
    step: 'Nothing to do. The invoice shows what QuickBooks booked, and any difference.',
  },
  'books-closed': {
    text: 'The books are closed[ through {date}].',
    step: 'Choose a later invoice date, or ask your bookkeeper to reopen the period.',
  },
  'due-before-date': {
    text: 'The due date is before the invoice date.',
    step: 'Choose a later due date, or use the date from the terms.',
  },
  'expires-before-date': {
    text: 'The estimate would be over before its own date[ {date}].',
    step: 'Choose a later day, or leave it open.',
  },
  'term-unknown': {
    text: 'These payment terms are no longer in QuickBooks.',
    step: 'Choose other terms.',
  },
  'number-missing': {
    text: 'This company numbers its invoices manually, and there is no number.',
    step: 'Enter a number for this invoice.',
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
    step: 'Use the suggestion, or write it another way.',
  },
  'document-exists': {
    text: '[Invoice {number}|An invoice][ ({total})] already exists for this deal.',
    step: 'Open it from the card, or create another if you want to bill this deal again.',
  },
  'document-repeated': {
    text: 'QuickBooks already has this invoice[: {number}][, {total}][ of {date}].',
    step: 'Add it to the deal, or confirm that this is another invoice.',
  },
  'document-similar': {
    text: 'QuickBooks has an invoice that looks like this one[: {number}][, {total}][ of {date}].',
    step: 'Compare it, and confirm that this is another invoice.',
  },
  'quote-unusable': {
    text: '[Quote “{name}”|This quote] cannot be billed now.',
    step: 'Publish it again in HubSpot, choose another quote, or bill the deal’s own lines.',
  },
  'deal-has-no-lines': {
    text: 'The deal has no line items.',
    step: 'Add them to the deal in HubSpot and refresh, or add a line here.',
  },
  'contact-many': {
    text: 'The deal has[ {count}| several] contacts.',
    step: 'Check that the right customer is billed.',
  },

  // After a write
  'document-is-colleagues': {
    text: '[Invoice {number}|This invoice][ ({total})] was created moments ago by someone else.',
    step: 'Open it in QuickBooks and compare it with your draft.',
  },
  'document-total-differs': {
    text: 'QuickBooks recorded[ {returned}| another total][ instead of the approved {approved}].',
    step: 'Open the invoice in QuickBooks and compare before it is sent.',
  },
  'document-differs': {
    text: 'QuickBooks changed a value on the invoice[: “{approved}” became “{returned}”].',
    step: 'Open the invoice in QuickBooks and compare before it is sent.',
  },
  'estimate-not-closed': {
    text: '[Estimate {number}|The estimate] is still open, or was closed by another invoice.',
    step: 'Open it in QuickBooks and set its status there.',
  },
  'number-changed': {
    text: 'Somebody took the number[ {number}] at the same moment, so this invoice got the next one[: {new}].',
    step: 'Use the new number when you talk about this invoice.',
  },
  'number-shared': {
    text: 'Another invoice in QuickBooks has the same number[: {number}].',
    step: 'Give one of the two another number in QuickBooks.',
  },
  'document-deleted': {
    text: '[Invoice {number}|This invoice] was deleted in QuickBooks.',
    step: 'Remove it from this record, or create a new invoice.',
  },
  'document-voided': {
    text: '[Invoice {number}|This invoice] was voided in QuickBooks.',
    step: 'It no longer counts toward the totals. Create a new invoice if you still need one.',
  },
  'payment-not-found': {
    text: '[Payment {id}|A payment] is no longer in QuickBooks, but the invoice still refers to it.',
    step: 'Refresh the invoice.',
  },
  'document-not-found': {
    text: '[Invoice {number}|This invoice] cannot be found in QuickBooks.',
    step: 'It may belong to another company. If it is gone for good, remove it from this record.',
  },
  'already-linked': {
    text: '[Invoice {number}|This invoice] is already on this record.',
    step: 'Nothing to do.',
  },
  'contact-exists': {
    text: 'Another contact has this email address[: {email}].',
    step: 'Read the records again, then link the two.',
  },
  'record-linked': {
    text: 'This record is linked with another QuickBooks record by now.',
    step: 'Read the records again to see which. Somebody else may have linked it.',
  },
  'mirror-unavailable': {
    text: 'The invoice is not listed under HubSpot’s own invoices.',
    step: 'The deal is linked all the same. To list it, give the HubSpot key the invoice permissions.',
  },
  'property-missing': {
    text: 'HubSpot is missing the property where Sidebill keeps its links[: {property}].',
    step: 'Test the HubSpot connection in setup. That adds what is missing.',
  },
  'association-failed': {
    text: 'The invoice exists but could not be linked to[ {name}| a record] in HubSpot.',
    step: 'Open the invoice in HubSpot and add the association there. Do not create the invoice again.',
  },
  'source-changed': {
    text: 'The deal was changed in HubSpot while this page was open.',
    step: 'Check the updated draft and approve it again.',
  },

  // Connections and services
  'scope-missing': {
    text: 'The HubSpot key is missing a permission[: {scope}].',
    step: 'Add it to the key in HubSpot, then test the connection in setup.',
  },
  'portal-differs': {
    text: 'This page belongs to another HubSpot account[ ({page})] than the connected one[ ({connected})].',
    step: 'Switch to the connected account in HubSpot, or connect this one.',
  },
  'company-differs': {
    text: 'QuickBooks answered for another company[: {name}].',
    step: 'Connect the right company in setup.',
  },
  'not-connected': {
    text: '[{service}|A service] is not connected.',
    step: 'Connect it in setup.',
  },
  'reconnect-needed': {
    text: '[{service}|A service] no longer accepts the saved sign-in.',
    step: 'Connect it again in setup. Nothing is lost.',
  },
  'admin-needed': {
    text: 'The person who connected QuickBooks is no longer an administrator of the company.',
    step: 'Ask a QuickBooks administrator to connect again.',
  },
  'record-not-found': {
    text: 'This record no longer exists in HubSpot, or the key may not read it.',
    step: 'Reload the HubSpot page. If the record is there, check the key’s permissions.',
  },
  'service-unreachable': {
    text: '[{service}|The service] cannot be reached.',
    step: 'Check your internet connection. Sidebill continues by itself when it is back.',
  },
  'service-busy': {
    text: '[{service}|The service] is busy.',
    step: 'Nothing to do. Sidebill continues by itself shortly.',
  },
  'service-failed': {
    text: '[{service}|The service] had a problem[ ({status})].',
    step: 'Try again in a few minutes.',
  },
  'service-refused': {
    text: '[{service}|The service] rejected the request[: {message}].',
    step: 'Correct what it names, then try again.',
  },
  'service-answer-unreadable': {
    text: '[{service}|The service] sent an answer that could not be read.',
    step: 'Nothing was changed because of it. Try again in a few minutes.',
  },
  'write-uncertain': {
    text: 'It is not certain whether[ {service}| the service] completed the last step.',
    step: 'Choose Try again. Sidebill checks first and never creates it twice.',
  },
  'subscription-ended': {
    text: 'The QuickBooks subscription has ended, so the company is read-only.',
    step: 'Renew it in QuickBooks under Billing and subscription.',
  },
  'permission-missing': {
    text: 'The connected user may not do this[ in {service}].',
    step: 'Ask an administrator for the permission, or ask them to connect instead.',
  },
  'stale-object': {
    text: 'The record was changed in QuickBooks in the meantime.',
    step: 'Refresh and try again.',
  },
  'name-duplicate': {
    text: 'QuickBooks already has a customer, vendor or employee with this name[: {name}].',
    step: 'Search for it and choose it, or use a different name.',
  },
  'number-duplicate': {
    text: 'QuickBooks already has an invoice with this number[: {number}].',
    step: 'Enter another number, or add the existing invoice instead.',
  },
  'reference-invalid': {
    text: 'QuickBooks no longer has something this invoice uses[: {field}].',
    step: 'Choose the customer, product or terms again.',
  },
  'field-refused': {
    text: '[{service}|The service] does not accept[ {field}| a value][: {message}].',
    step: 'Correct it and try again.',
  },

  // Runs
  'run-diverged': {
    text: 'This operation no longer matches its own record, so it was stopped before changing anything else.',
    step: 'Refresh the card to see what exists, then start again.',
  },
  'run-unknown': {
    text: 'This operation is no longer available.',
    step: 'Close this page and start again from the record.',
  },
  'run-cancelled': {
    text: 'The operation was cancelled. Nothing was changed.',
    step: 'Start again when you are ready.',
  },
  'run-settled': {
    text: 'Sidebill was updated in the meantime and finished what it had started.',
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
  text: 'Something unexpected happened ({code}).',
  step: 'Try again. If it happens again, contact whoever looks after Sidebill on your team and mention the words in brackets.',
};
