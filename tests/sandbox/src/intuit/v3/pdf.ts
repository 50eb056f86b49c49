// A sales form as a PDF: real text, and the same bytes for the same state of the form.
import PDFDocument from 'pdfkit';
import type { Fields, Ref } from '../books.ts';
import type { Company, Entity } from '../state.ts';

const left = 56;
const right = 556;

/** What stands above it. */
const titles: Readonly<Record<string, string>> = {
  Invoice: 'Invoice',
  Estimate: 'Estimate',
  SalesReceipt: 'Sales receipt',
};

export function formPdf(company: Company, kind: string, invoice: Entity): Promise<Buffer> {
  const title = titles[kind] ?? kind;
  const changed = new Date(invoice.MetaData.LastUpdatedTime);
  const document = new PDFDocument({
    size: 'LETTER',
    margin: left,
    info: {
      Title: `${title} ${String(invoice['DocNumber'] ?? '')}`,
      Producer: 'QuickBooks',
      CreationDate: changed,
      ModDate: changed,
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  drawHead(document, company, title, invoice);
  drawLines(document, invoice);
  drawTotals(document, invoice);
  document.end();
  return done;
}

type Document = InstanceType<typeof PDFDocument>;

function drawHead(document: Document, company: Company, title: string, invoice: Entity): void {
  document.fontSize(18).text(String(company.info['CompanyName']));
  document.fontSize(9).text(addressText(company.info['CompanyAddr'] as Fields | undefined));
  document.moveDown().fontSize(22).text(title.toUpperCase());
  document.fontSize(10);
  const facts: Array<[string, unknown]> = [
    [`${title} no.`, invoice['DocNumber']],
    ['Date', invoice['TxnDate']],
    ['Due date', invoice['DueDate']],
    ['Valid until', invoice['ExpirationDate']],
    ['Terms', (invoice['SalesTermRef'] as Ref | undefined)?.name],
  ];
  for (const [label, value] of facts) if (value !== undefined) document.text(`${label}: ${String(value)}`);
  document.moveDown().text(`Bill to: ${(invoice['CustomerRef'] as Ref).name ?? ''}`);
  document
    .fontSize(9)
    .text(addressText(invoice['BillAddr'] as Fields | undefined))
    .moveDown();
}

function addressText(address: Fields | undefined): string {
  if (!address) return '';
  const parts = ['Line1', 'Line2', 'City', 'CountrySubDivisionCode', 'PostalCode', 'Country'].map(
    (part) => address[part],
  );
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

function drawLines(document: Document, invoice: Entity): void {
  document.fontSize(10);
  for (const line of invoice['Line'] as Fields[]) {
    if (line['DetailType'] === 'SubTotalLineDetail') continue;
    drawRow(document, lineText(line), line['Amount'] === undefined ? '' : money(line['Amount']));
  }
}

function lineText(line: Fields): string {
  if (line['DetailType'] === 'DiscountLineDetail') {
    const percent = (line['DiscountLineDetail'] as Fields)['DiscountPercent'];
    return percent === undefined ? 'Discount' : `Discount ${String(percent)}%`;
  }
  const sales = line['SalesItemLineDetail'] as
    | { ItemRef?: Ref; Qty?: number; UnitPrice?: number }
    | undefined;
  const quantity = sales?.Qty === undefined ? '' : ` ${sales.Qty} x ${sales.UnitPrice ?? ''}`;
  return [sales?.ItemRef?.name, line['Description']].filter(Boolean).join(' - ') + quantity;
}

function drawRow(document: Document, label: string, amount: string): void {
  const top = document.y;
  document.text(label, left, top, { width: 380 });
  const bottom = document.y;
  document.text(amount, left, top, { width: right - left, align: 'right' });
  document.y = Math.max(bottom, document.y) + 4;
  document.x = left;
}

function drawTotals(document: Document, invoice: Entity): void {
  const tax = (invoice['TxnTaxDetail'] as { TotalTax?: number } | undefined)?.TotalTax;
  const currency = (invoice['CurrencyRef'] as Ref | undefined)?.value ?? '';
  document.moveDown();
  if (tax !== undefined) drawRow(document, 'Tax', money(tax));
  document.fontSize(12);
  drawRow(document, `Total ${currency}`, money(invoice['TotalAmt']));
  drawRow(document, 'Balance due', money(invoice['Balance']));
  const memo = (invoice['CustomerMemo'] as { value?: string } | undefined)?.value;
  if (memo) document.fontSize(9).moveDown().text(memo);
}

function money(value: unknown): string {
  const [whole = '0', fraction = '00'] = Number(value).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}
