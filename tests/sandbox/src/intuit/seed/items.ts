// Products and services, with the gaps and doubles of a real list.
import type { Cast, CastProduct } from '../../data/cast.ts';
import type { Dice } from '../../random.ts';
import { type Books, type Fields, rows } from '../books.ts';
import { accountId, make } from './company.ts';
import { writable } from './names.ts';

export interface ItemsPlan {
  items: number;
  latin1Only: boolean;
  /** US lists say taxable; elsewhere each item may carry a tax code. */
  taxable: boolean;
}

export function addItems(books: Books, cast: Cast, dice: Dice, plan: ItemsPlan): void {
  const services = { IncomeAccountRef: { value: accountId(books.company, 'Services') } };
  books.company.defaultItemId = make(books, 'item', { Name: 'Services', Type: 'Service', ...services }).Id;
  make(books, 'item', { Name: 'Hours', Type: 'Service', UnitPrice: 95, ...services });
  const categories = ['Hardware', 'Support', 'Training'].map((Name) =>
    make(books, 'item', { Name, Type: 'Category' }),
  );
  const known = cast.products.filter((_, index) => index % 17 !== 5).slice(0, plan.items - 12);
  for (const product of known) {
    const parent = dice.chance(0.25) ? { ParentRef: { value: dice.pick(categories).Id }, SubItem: true } : {};
    make(books, 'item', { ...itemFields(books, product, plan), ...parent });
  }
  addBundles(books);
  for (let number = 1; rows(books.company, 'Item').length < plan.items; number += 1) {
    make(books, 'item', {
      Name: `Legacy part ${number}`,
      Type: 'Service',
      UnitPrice: dice.between(5, 900),
      ...services,
    });
  }
  deactivateSome(books, dice);
}

function itemFields(books: Books, product: CastProduct, plan: ItemsPlan): Fields {
  const goods = product.kind !== 'Service';
  const income = accountId(books.company, goods ? 'Sales of Product Income' : 'Services');
  return {
    Name: writable(product.name, plan.latin1Only)!.slice(0, 100),
    Type: product.kind,
    UnitPrice: Number(product.price),
    IncomeAccountRef: { value: income },
    ...(product.description ? { Description: writable(product.description, plan.latin1Only) } : {}),
    ...(product.sku === null ? {} : { Sku: product.sku }),
    ...(plan.taxable ? { Taxable: goods } : {}),
    ...(product.kind === 'Inventory' ? inventory(books) : {}),
  };
}

function inventory(books: Books): Fields {
  return {
    TrackQtyOnHand: true,
    QtyOnHand: 120,
    InvStartDate: '2024-01-01',
    AssetAccountRef: { value: accountId(books.company, 'Inventory Asset') },
    ExpenseAccountRef: { value: accountId(books.company, 'Cost of Goods Sold') },
  };
}

/** Bundles cannot be made through the API, so they are put beside it: as if made in the browser. */
function addBundles(books: Books): void {
  const parts = rows(books.company, 'Item')
    .filter((item) => item['Type'] === 'NonInventory')
    .slice(0, 4);
  if (parts.length < 4) return;
  const bundles: Array<[string, number[]]> = [
    ['Starter kit', [0, 1]],
    ['Counter bundle', [1, 2, 3]],
  ];
  for (const [Name, indexes] of bundles) {
    const bundle = make(books, 'item', {
      Name,
      Type: 'Service',
      IncomeAccountRef: { value: accountId(books.company, 'Sales of Product Income') },
    });
    for (const field of ['UnitPrice', 'IncomeAccountRef', 'PurchaseCost', 'TrackQtyOnHand'])
      delete bundle[field];
    bundle['Type'] = 'Group';
    bundle['PrintGroupedItems'] = true;
    bundle['ItemGroupDetail'] = {
      ItemGroupLine: indexes.map((index) => ({
        ItemRef: { value: parts[index]!.Id, name: parts[index]!['Name'] },
        Qty: index + 1,
      })),
    };
  }
}

function deactivateSome(books: Books, dice: Dice): void {
  for (const item of rows(books.company, 'Item')) {
    const plain = item['Type'] === 'Service' && item.Id !== books.company.defaultItemId;
    if (!plain || !dice.chance(0.1)) continue;
    item['Active'] = false;
    item['Name'] = `${String(item['Name'])} (deleted)`;
    item['FullyQualifiedName'] = item['Name'];
  }
}
