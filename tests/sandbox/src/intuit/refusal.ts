// QuickBooks' ways to say no, in the words and shapes that were recorded.
// Source: reference/quickbooks.md 4.1 and 13.17; wording of Message and Detail from Intuit's error code pages.

export interface FaultError {
  Message: string;
  Detail: string;
  code: string;
  /** Absent in 6240, 4000, 4001, 2010 and 500. */
  element?: string;
}

export type FaultType = 'ValidationFault' | 'SystemFault' | 'AuthorizationFault';

/** Thrown by whatever finds the request wanting; caught once, where the answer is written. */
export class Refusal extends Error {
  readonly errors: FaultError[];
  readonly type: FaultType;
  readonly status: number;

  constructor(errors: FaultError[], type: FaultType = 'ValidationFault', status = 400) {
    super(errors.map((error) => `${error.code}: ${error.Detail}`).join('; '));
    this.errors = errors;
    this.type = type;
    this.status = status;
  }
}

/** The body of a refused request. The recorded 2030 has no `time`. */
export function refusalBody(refusal: Refusal, time: string): Record<string, unknown> {
  const fault = { Fault: { Error: refusal.errors, type: refusal.type } };
  return refusal.errors.some((error) => error.code === '2030') ? fault : { ...fault, time };
}

const fail = (code: string, Message: string, Detail: string, element?: string): FaultError =>
  element === undefined ? { Message, Detail, code } : { Message, Detail, code, element };

export const faults = {
  unsupported: (detail: string) => fail('500', 'Unsupported Operation', detail),
  duplicateRequest: (id: string) =>
    fail('600', 'Duplicate Request Id', `A different request with the id ${id} was received before`, ''),
  notFound: (detail = inactiveText) => fail('610', 'Object Not Found', `Object Not Found : ${detail}`, ''),
  notLinkable: (detail: string) => fail('620', 'Transaction cannot be linked', detail, ''),
  batchTooLarge: (count: number) =>
    fail('1040', 'Batch size exceeded', `Maximum 30 items are supported. Supplied items:${count}`, ''),
  unknownEntity: (name: string) => fail('2000', 'Unknown entity', `Unknown entity: ${name}`, name),
  unknownProperty: (name: string, entity: string) =>
    fail(
      '2010',
      'Request has invalid or unsupported property',
      `Property Name:Unrecognized field "${name}" (Class com.intuit.schema.finance.v3.${entity}), not marked as ` +
        'ignorable specified is unsupported or invalid',
    ),
  unreadable: (detail: string) =>
    fail(
      '2010',
      'Request has invalid or unsupported property',
      `Property Name:${detail} specified is unsupported or invalid`,
    ),
  missing: (element: string) =>
    fail(
      '2020',
      'Required param missing, need to supply the required value for the API',
      `Required parameter ${element} is missing in the request`,
      element,
    ),
  invalidId: (value: string) =>
    fail('2030', 'Invalid ID', `Id should be a valid number. Supplied value:${value}`, 'Id'),
  invalidCharacters: (element: string) =>
    fail(
      '2040',
      'Invalid String',
      `String value contains unsupported characters. Property:${element}`,
      element,
    ),
  length: (element: string, min: number, max: number, supplied: number) =>
    fail(
      '2050',
      'String length is either shorter or longer than supported by specification',
      `Min:${min} Max:${max} supported. Supplied length:${supplied}`,
      element,
    ),
  invalidDate: (element: string, value: string) =>
    fail('2060', 'Invalid Date', `Date should be in the format yyyy-MM-dd. Supplied value:${value}`, element),
  invalidNumber: (element: string, value: string) =>
    fail('2090', 'Invalid Number', `Number is invalid or out of range. Supplied value:${value}`, element),
  invalidEnumeration: (element: string, value: string) =>
    fail('2170', 'Invalid Enumeration', `Invalid Enumeration : ${value}`, element),
  invalidUrl: (element: string) =>
    fail('2200', 'Invalid URL format', 'URL does not conform to the format.', element),
  invalidEmail: (element: string) =>
    fail(
      '2210',
      'Invalid Email Address format',
      'Email Address does not conform to the RFC 822 format.',
      element,
    ),
  invalidReference: (detail = inactiveText) =>
    fail('2500', 'Invalid Reference Id', `Invalid Reference Id : ${detail}`, ''),
  customField: (detail: string) => fail('3000', 'Invalid custom field', detail, 'CustomField'),
  parse: (detail: string) => fail('4000', 'Error parsing query', `QueryParserError: ${detail}`),
  notQueryable: (property: string, entity: string) =>
    fail(
      '4001',
      'Invalid query',
      `QueryValidationError: property '${property}' is not queryable for ${entity}`,
    ),
  stale: () =>
    fail(
      '5010',
      'Stale Object Error',
      'Stale Object Error : You and root were working on this at the same time. root finished before you did, ' +
        'so your work was not saved.',
      '',
    ),
  notInEdition: (detail: string, element: string) => fail('5030', 'Feature not supported', detail, element),
  business: (detail: string, element = '') =>
    fail(
      '6000',
      'A business validation error has occurred while processing your request',
      `Business Validation Error: ${detail}`,
      element,
    ),
  wrongAmount: (supplied: string) =>
    fail(
      '6070',
      'Amount calculation incorrect in the request',
      `Amount is not equal to UnitPrice * Qty. Supplied value:${supplied}`,
      'Line.Amount',
    ),
  noName: (entity: string) =>
    fail(
      '6080',
      'Name fields are missing',
      `At least one of DisplayName, Title, GivenName, MiddleName, FamilyName and Suffix is needed for ${entity}`,
      'DisplayName',
    ),
  discountWithoutValue: () =>
    fail(
      '6090',
      'Discount needs a value',
      'Either DiscountPercent or Amount must be given',
      'DiscountLineDetail',
    ),
  wrongLineCode: (value: string) =>
    fail(
      '6100',
      'Invalid Line TaxCode in the request',
      `Line TaxCode should be either TAX or NON. Supplied value:${value}`,
      'TaxCodeRef',
    ),
  duplicateNumber: (number: string, kind: string, id: string) =>
    fail(
      '6140',
      'Duplicate Document Number Error',
      'Duplicate Document Number Error : You must specify a different number. This number has already been used. ' +
        `DocNumber=${number} is assigned to TxnType=${kind} with TxnId=${id}`,
      '',
    ),
  taxNotApplicable: () =>
    fail(
      '6170',
      'Tax detail not allowed',
      'TxnTaxDetail is not allowed when GlobalTaxCalculation is NotApplicable',
      '',
    ),
  tooManyLevels: () =>
    fail('6180', 'Hierarchy too deep', 'More than 5 levels are not supported', 'ParentRef'),
  booksClosed: () =>
    fail(
      '6200',
      'Account Period Closed, Cannot Update Through Services API',
      'The account period has closed and the account books cannot be updated through the QBO Services API. ' +
        'Please use the QBO website to make these changes.',
      '',
    ),
  hasBalance: () => fail('6220', 'Has a balance', 'You cannot make a name with a balance inactive.', ''),
  duplicateName: () =>
    fail('6240', 'Duplicate Name Exists Error', 'The name supplied already exists. : null'),
  beforeInventoryStart: (name: string) =>
    fail(
      '6270',
      'Inventory start date',
      `The transaction date is before the inventory start date of ${name}`,
      '',
    ),
  emailNeeded: () =>
    fail(
      '6420',
      'Email address needed',
      'An email address is needed for the delivery method Email',
      'PrimaryEmailAddr',
    ),
  wrongAccountType: (detail: string) => fail('6430', 'Invalid account type', detail, 'AccountRef'),
} as const;

const inactiveText =
  "Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, " +
  'vendors or employees.';

/** Ends the request with one fault. */
export function refuse(error: FaultError): never {
  throw new Refusal([error]);
}
