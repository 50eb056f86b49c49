// What a measure reports: figures with a unit, as a table for people and as JSON for programs.

export interface Figure {
  what: string;
  value: number;
  unit: 'bytes' | 'ms' | 'us' | 'calls' | 'times';
}

export interface Section {
  name: string;
  /** What exactly was done, in a sentence or two. */
  about: string;
  figures: Figure[];
}

export interface Measure {
  name: string;
  measure(): Promise<Section>;
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat('en');
const units: Record<Figure['unit'], string> = { bytes: 'bytes', ms: 'ms', us: 'µs', calls: '', times: '×' };

export function shown({ value, unit }: Figure): string {
  const text = Number.isInteger(value) ? whole.format(value) : number.format(value);
  return `${text} ${units[unit]}`.trimEnd();
}

export function tableOf({ name, about, figures }: Section): string {
  const widest = Math.max(...figures.map(({ what }) => what.length));
  const values = figures.map(shown);
  const right = Math.max(...values.map((value) => value.length));
  const lines = figures.map(({ what }, index) => {
    const value = values[index] ?? '';
    return `  ${what.padEnd(widest)}  ${value.padStart(right)}`;
  });
  return [`\n${name}: ${about}`, ...lines].join('\n');
}
