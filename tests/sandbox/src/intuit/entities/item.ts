// Items: services, goods, bundles, categories.
import { type Books, type Fields, resolveActive, rows } from '../books.ts';
import { faults, refuse } from '../refusal.ts';
import {
  choice,
  date,
  flag,
  list,
  name,
  number,
  object,
  readOnly,
  reference,
  type Shape,
  text,
} from '../shape.ts';
import type { Company, Entity } from '../state.ts';
import { envelope, markedName, named, qualifiedName } from './common.ts';
import type { Kind } from './kind.ts';

const itemShape: Shape = {
  ...envelope,
  Name: name(100),
  Sku: text(100),
  Description: text(4000),
  PurchaseDesc: text(1000),
  Active: flag,
  Type: choice('Service', 'NonInventory', 'Inventory', 'Group', 'Category'),
  UnitPrice: number,
  PurchaseCost: number,
  Taxable: flag,
  SalesTaxIncluded: flag,
  PurchaseTaxIncluded: flag,
  SalesTaxCodeRef: reference,
  PurchaseTaxCodeRef: reference,
  IncomeAccountRef: reference,
  ExpenseAccountRef: reference,
  AssetAccountRef: reference,
  TrackQtyOnHand: flag,
  QtyOnHand: number,
  InvStartDate: date,
  ReorderPoint: number,
  ParentRef: reference,
  SubItem: flag,
  Level: readOnly,
  FullyQualifiedName: readOnly,
  PrefVendorRef: reference,
  ClassRef: reference,
  TaxClassificationRef: reference,
  PrintGroupedItems: flag,
  ItemGroupDetail: object({ ItemGroupLine: list({ ItemRef: reference, Qty: number }) }),
};

function settleItem(books: Books, fields: Fields, previous: Entity | null): Fields {
  const { company } = books;
  if (!fields['Name']) refuse(faults.missing('Name'));
  const type = String(fields['Type'] ?? previous?.['Type'] ?? refuse(faults.missing('Type')));
  if (type === 'Group' && !previous)
    refuse(faults.unsupported('Operation Creating a bundle is not supported.'));
  if (previous && type !== previous['Type'] && previous['Type'] === 'Inventory') {
    refuse(faults.business('The type of an inventory item cannot be changed.', 'Type'));
  }
  const active = fields['Active'] !== false;
  if (!active && type === 'Category')
    refuse(faults.business('A category cannot be made inactive.', 'Active'));
  const itemName = markedName(String(fields['Name']), active);
  requireUnique(company, itemName, fields['ParentRef'], previous);
  const base = {
    ...fields,
    Name: itemName,
    Active: active,
    Type: type,
    FullyQualifiedName: qualifiedName(company, 'Item', itemName, categoryOf(company, fields)),
    ...(fields['ParentRef'] ? { SubItem: true } : {}),
  };
  return type === 'Category' || type === 'Group' ? base : { ...base, ...salesFields(company, fields, type) };
}

function salesFields(company: Company, fields: Fields, type: string): Fields {
  if (type !== 'NonInventory' && !fields['IncomeAccountRef']) refuse(faults.missing('IncomeAccountRef'));
  const accounts: Fields = {};
  for (const field of ['IncomeAccountRef', 'ExpenseAccountRef', 'AssetAccountRef']) {
    if (fields[field]) accounts[field] = accountRef(company, field, fields[field]);
  }
  const price = Number(fields['UnitPrice'] ?? 0);
  if (Math.abs(price) > 99_999_999_999) refuse(faults.invalidNumber('UnitPrice', String(price)));
  return {
    ...accounts,
    ...(type === 'Inventory' ? inventoryFields(fields) : { TrackQtyOnHand: false }),
    UnitPrice: price,
    PurchaseCost: fields['PurchaseCost'] ?? 0,
    Taxable: fields['Taxable'] ?? false,
  };
}

function inventoryFields(fields: Fields): Fields {
  for (const field of [
    'TrackQtyOnHand',
    'QtyOnHand',
    'InvStartDate',
    'AssetAccountRef',
    'ExpenseAccountRef',
  ]) {
    if (fields[field] === undefined || fields[field] === null) refuse(faults.missing(field));
  }
  return { TrackQtyOnHand: true };
}

const accountTypes: Record<string, readonly string[]> = {
  IncomeAccountRef: ['Income', 'Other Income'],
  ExpenseAccountRef: ['Cost of Goods Sold', 'Expense', 'Other Expense'],
  AssetAccountRef: ['Other Current Asset'],
};

function accountRef(company: Company, field: string, ref: unknown) {
  const account = resolveActive(company, 'Account', ref);
  if (!accountTypes[field]!.includes(String(account['AccountType']))) {
    refuse(
      faults.wrongAccountType(`${field} cannot be an account of type ${String(account['AccountType'])}`),
    );
  }
  return named(company, 'Account', ref);
}

function categoryOf(company: Company, fields: Fields): unknown {
  if (!fields['ParentRef']) return undefined;
  const parent = resolveActive(company, 'Item', fields['ParentRef']);
  if (parent['Type'] !== 'Category')
    refuse(faults.business('The parent of an item must be a category.', 'ParentRef'));
  return fields['ParentRef'];
}

/** Unique among siblings, whatever the case; names of inactive items carry their mark. */
function requireUnique(company: Company, itemName: string, parent: unknown, own: Entity | null): void {
  const parentId = (ref: unknown) => (ref as { value?: string } | undefined)?.value;
  const taken = rows(company, 'Item').some(
    (row) =>
      row !== own &&
      parentId(row['ParentRef']) === parentId(parent) &&
      String(row['Name']).toLowerCase() === itemName.toLowerCase(),
  );
  if (taken) refuse(faults.duplicateName());
}

export const item: Kind = {
  name: 'Item',
  path: 'item',
  family: 'list',
  filterable: ['Name', 'Type', 'Sku', 'FullyQualifiedName', 'Active'],
  sortable: ['Name', 'Type', 'UnitPrice', 'FullyQualifiedName'],
  shape: itemShape,
  kept: [
    'Type',
    'Taxable',
    'Active',
    'ItemGroupDetail',
    'TrackQtyOnHand',
    'InvStartDate',
    'QtyOnHand',
    'AssetAccountRef',
  ],
  settle: settleItem,
};
