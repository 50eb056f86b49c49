// Batch: up to 30 items, each with its own outcome, nothing rolled back.
import { answerTime, type Books, type Fields } from '../books.ts';
import { kindOfName } from '../entities/index.ts';
import { runQuery } from '../query/run.ts';
import { faults, Refusal, refusalBody, refuse } from '../refusal.ts';
import { isObject } from '../shape.ts';
import { type Operation, write } from '../writes.ts';

const mostItems = 30;
const longestItemId = 10;

export function runBatch(books: Books, body: unknown): Fields {
  const items = isObject(body) ? body['BatchItemRequest'] : undefined;
  if (!Array.isArray(items)) refuse(faults.missing('BatchItemRequest'));
  if (items.length > mostItems) refuse(faults.batchTooLarge(items.length));
  return { BatchItemResponse: items.map((item: unknown) => runItem(books, item)) };
}

function runItem(books: Books, item: unknown): Fields {
  const bId = isObject(item) ? String(item['bId'] ?? '') : '';
  try {
    if (!isObject(item) || bId === '') refuse(faults.missing('bId'));
    if (bId.length > longestItemId) refuse(faults.length('bId', 1, longestItemId, bId.length));
    return { ...itemAnswer(books, item), bId };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { Fault: refusalBody(error, answerTime(books.world))['Fault'], bId };
  }
}

const operations: readonly string[] = ['create', 'update', 'delete', 'void'];
const parts = ['bId', 'operation', 'optionsData'];

function itemAnswer(books: Books, item: Fields): Fields {
  if (typeof item['Query'] === 'string') return { QueryResponse: runQuery(books, item['Query']) };
  const name = Object.keys(item).find((key) => !parts.includes(key));
  const kind = name === undefined ? undefined : kindOfName(name);
  if (name === undefined || !kind) refuse(faults.unknownEntity(name ?? ''));
  const operation = String(item['operation'] ?? '');
  if (!operations.includes(operation)) refuse(faults.unsupported(`Operation ${operation} is not supported.`));
  const include = new Set(
    String(item['optionsData'] ?? '')
      .split(',')
      .filter(Boolean),
  );
  const byOption = operation === 'update' && include.has('void') && kind.name === 'Invoice';
  return {
    [kind.name]: write(books, kind, byOption ? 'void' : (operation as Operation), item[name], { include }),
  };
}
