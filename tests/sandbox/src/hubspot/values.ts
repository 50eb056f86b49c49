// What HubSpot makes of a value that is written: taken, turned into its stored text, or refused.
import { isDecimal } from './decimal.ts';
import type { PropertyProblem } from './errors.ts';
import type { PropertyDefinition } from './state.ts';

export type Reading = { ok: true; value: string } | { ok: false; problem: PropertyProblem };

/** Source: HubSpot's properties guide, "string max 65,536 chars". */
const LONGEST_STRING = 65_536;
const DAY_MS = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const EMAIL = /^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+\.[^\s@<>",;:\\.]{2,}$/;

/** The stored text for a written value; an empty one clears the property. */
export function readValue(property: PropertyDefinition, written: string): Reading {
  if (written === '') return taken('');
  if (property.name === 'email') return readEmail(property, written);
  switch (property.type) {
    case 'string':
    case 'phone_number':
      return written.length > LONGEST_STRING
        ? refused(property, 'TOO_LONG', `The value was too long (max ${LONGEST_STRING} characters).`)
        : taken(written);
    case 'number':
      return isDecimal(written) && written.length <= 40
        ? taken(written)
        : refused(property, 'INVALID_INTEGER', `${written} was not a valid number.`);
    case 'bool':
      return readOption(property, written);
    case 'date':
      return readDate(property, written);
    case 'datetime':
      return readInstant(property, written);
    case 'enumeration':
      return readOption(property, written);
  }
}

function taken(value: string): Reading {
  return { ok: true, value };
}

function refused(property: PropertyDefinition, error: string, message: string): Reading {
  return { ok: false, problem: { name: property.name, error, message } };
}

function readEmail(property: PropertyDefinition, written: string): Reading {
  const email = written.trim().toLowerCase();
  return EMAIL.test(email)
    ? taken(email)
    : refused(property, 'INVALID_EMAIL', `Email address ${written} is invalid`);
}

function readOption(property: PropertyDefinition, written: string): Reading {
  const allowed = property.options.map((option) => option.value);
  const values =
    property.fieldType === 'checkbox' ? written.split(';').filter((value) => value !== '') : [written];
  const wrong = values.find((value) => !allowed.includes(value));
  if (wrong === undefined) return taken(values.join(';'));
  return refused(
    property,
    'INVALID_OPTION',
    `${wrong} was not one of the allowed options: [${allowed.join(', ')}]`,
  );
}

/** Dates are midnight UTC: `YYYY-MM-DD`, or milliseconds that fall on it. */
function readDate(property: PropertyDefinition, written: string): Reading {
  const instant = instantOf(written);
  if (instant === null) return refused(property, 'INVALID_DATE', `${written} was not a valid date.`);
  if (instant % DAY_MS !== 0) {
    return refused(
      property,
      'INVALID_DATE',
      `${written} is at ${new Date(instant).toISOString()}, not midnight!`,
    );
  }
  return taken(new Date(instant).toISOString().slice(0, 10));
}

function readInstant(property: PropertyDefinition, written: string): Reading {
  const instant = instantOf(written);
  return instant === null
    ? refused(property, 'INVALID_DATE', `${written} was not a valid long or ISO 8601 timestamp.`)
    : taken(new Date(instant).toISOString());
}

/** Milliseconds since 1970 of a date, an ISO instant or a count of milliseconds. */
export function instantOf(written: string): number | null {
  if (/^-?\d{1,15}$/.test(written)) return inRange(Number(written));
  if (ISO_DATE.test(written)) return exactDate(written);
  return ISO_INSTANT.test(written) ? inRange(Date.parse(written)) : null;
}

/** Refuses the 31st of a short month, which Date.parse moves into the next one. */
function exactDate(written: string): number | null {
  const instant = inRange(Date.parse(`${written}T00:00:00Z`));
  return instant !== null && new Date(instant).toISOString().startsWith(written) ? instant : null;
}

function inRange(instant: number): number | null {
  return Number.isFinite(instant) && Math.abs(instant) < 8.64e15 ? instant : null;
}
