// The deals that tests and the demo go to by name. Deals are numbered from 1 in the order they are seeded, and
// ids follow from the number, so these constants hold for every seed; which cast company stands behind one does not.

export interface Landmark {
  /** Record id of the deal. */
  id: string;
  /** Its deal name. */
  name: string;
  /** What is special about it. */
  about: string;
}

const FIRST_DEAL_ID = 31_000_000_001n;
const DEAL_ID_STEP = 46n;

function landmark(number: number, name: string, about: string): Landmark {
  return { id: (FIRST_DEAL_ID + DEAL_ID_STEP * BigInt(number - 1)).toString(), name, about };
}

export const plainDeal = landmark(
  1,
  'Onboarding and data migration',
  'In US dollars; QuickBooks knows the primary company by one name and one e-mail address; three one-time lines whose SKUs name one item each.',
);
export const ambiguousCustomerDeal = landmark(
  2,
  'Replacement of two access points',
  'The company has the name of one customer, its only contact the e-mail address of another.',
);
export const htmlNameDeal = landmark(
  3,
  'Refit <img src=x onerror="window.__injected=1"> & "more"',
  'A deal name with HTML in it.',
);
export const noContactDeal = landmark(4, 'Annual inspection', 'A primary company and no contact anywhere.');
export const fractionalDeal = landmark(
  5,
  'Consulting by the quarter hour',
  'Quantities with up to three decimals, a unit price below one dollar, a price with four decimals.',
);
export const foreignCurrencyDeal = landmark(6, 'Rollout in Europe', 'The deal is in EUR; so are its lines.');
export const discountDeal = landmark(
  7,
  'Volume order with discounts',
  'One line with money off per unit, one with percent off, one without.',
);
export const recurringDeal = landmark(
  8,
  'Platform subscription',
  'A monthly line with a start date, an annual one, and a one-time line.',
);
export const tieredDeal = landmark(9, 'Seats by tier', 'A line with volume tiers instead of a price.');
export const noLinesDeal = landmark(10, 'Framework agreement', 'An amount, and no line items.');
export const newCustomerDeal = landmark(
  11,
  'Telescope control room',
  'Company and contact that no QuickBooks company knows.',
);
export const noCompanyDeal = landmark(12, 'Private installation', 'A contact and no company.');
export const severalContactsDeal = landmark(
  13,
  'Office move',
  'Several contacts of one company, one of them its billing contact.',
);
export const freeTextDeal = landmark(14, 'Workshop as discussed', 'Lines without product and without SKU.');
export const yenDeal = landmark(15, 'Design subcontract', 'In JPY: amounts without decimals.');
export const severalCompaniesDeal = landmark(
  16,
  'Joint venture kiosk',
  'Two companies, the second of them primary.',
);

export const landmarks: Landmark[] = [
  plainDeal,
  ambiguousCustomerDeal,
  htmlNameDeal,
  noContactDeal,
  fractionalDeal,
  foreignCurrencyDeal,
  discountDeal,
  recurringDeal,
  tieredDeal,
  noLinesDeal,
  newCustomerDeal,
  noCompanyDeal,
  severalContactsDeal,
  freeTextDeal,
  yenDeal,
  severalCompaniesDeal,
];
