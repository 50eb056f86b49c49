// Writes core/base/fold_tables.inc, the tables behind fold() in core/base/fold.cpp, out of the Unicode data
// that Node's own ICU has, and beside the unit tests the digest of what fold() makes of every code point.
// With --check it writes nothing and fails when a committed file is another one.
//
//   node tools/generate-fold-tables.mjs [--check]
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit, versions } from 'node:process';
import { fileURLToPath } from 'node:url';

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// What Unicode does not decompose, and people still write one way here and another way there.
const specials = new Map(
  Object.entries({
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ł: 'l',
    ŋ: 'n',
    ŧ: 't',
    þ: 'th',
    ĸ: 'k',
    ƀ: 'b',
    ȼ: 'c',
    ɇ: 'e',
    ǥ: 'g',
    ɨ: 'i',
    ɉ: 'j',
    ƚ: 'l',
    ɵ: 'o',
    ɍ: 'r',
    ⱥ: 'a',
    ⱦ: 't',
    ʉ: 'u',
    ɏ: 'y',
    ƶ: 'z',
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '′': "'",
    ʹ: "'",
    ʻ: "'",
    ʼ: "'",
    '´': "'",
    '`': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '″': '"',
    '«': '"',
    '»': '"',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '―': '-',
    '−': '-',
  }),
);

// The voiced sound marks of kana tell words apart; the other marks that this drops only colour a letter.
const kanaMarks = /[\u3099\u309A]/u;
const accent = /(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/u;
const invisible = /\p{Default_Ignorable_Code_Point}/u;

const each = (text, change) => Array.from(text, change).join('');
const isDropped = (character) =>
  invisible.test(character) || (accent.test(character) && !kanaMarks.test(character));
const bare = (text) => each(text.normalize('NFKD'), (character) => (isDropped(character) ? '' : character));
// By way of upper case, because lower case alone leaves ß, ſ and the Greek final sigma.
const lower = (character) => character.toUpperCase().toLowerCase();
const spelled = (character) => specials.get(character) ?? character;

function foldOnce(text) {
  return bare(each(bare(each(text, spelled)), lower)).normalize('NFC');
}

function fold(text) {
  const once = foldOnce(text);
  return once === text ? once : fold(once);
}

const isSurrogate = (point) => point >= 0xd800 && point <= 0xdfff;
const isHangulSyllable = (point) => point >= 0xac00 && point <= 0xd7a3;

/** Every code point with what fold makes of it, in order. */
function foldedPoints() {
  const rows = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (!isSurrogate(point)) rows.push({ point, folded: fold(String.fromCodePoint(point)) });
  }
  return rows;
}

const isChanged = ({ point, folded }) => folded !== String.fromCodePoint(point);

/** First and second part of the characters that stay composed; Hangul is composed by rule instead. */
function compositions() {
  const rows = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (isSurrogate(point) || isHangulSyllable(point)) continue;
    const text = String.fromCodePoint(point);
    const parts = Array.from(text.normalize('NFD'));
    if (parts.length === 1 || text.normalize('NFC') !== text || fold(text) !== text) continue;
    const first = parts.slice(0, -1).join('').normalize('NFC');
    rows.push([first.codePointAt(0), parts.at(-1).codePointAt(0), point]);
  }
  return rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

const singleTarget = (folded) => {
  const points = Array.from(folded);
  if (points.length > 1) return undefined;
  return points.length === 0 ? 0 : points[0].codePointAt(0);
};

/** How many points from `start` on lie `stride` apart and have the same `feature`. */
function runLength(changed, start, stride, feature) {
  const wanted = feature(changed[start]);
  if (wanted === undefined) return 0;
  let length = 1;
  const continues = () => {
    const next = changed[start + length];
    return next?.point === changed[start].point + length * stride && feature(next) === wanted;
  };
  while (continues()) length += 1;
  return length;
}

const distance = ({ point, folded }) => {
  const target = singleTarget(folded);
  return target === undefined || target === 0 ? undefined : target - point;
};
const shared = ({ folded }) => singleTarget(folded);

/** The run kinds that need no text, with the value that the row then holds. */
const shapes = [
  { kind: 'shifted', stride: 1, feature: distance },
  { kind: 'shifted_alternating', stride: 2, feature: distance },
  { kind: 'all_to_one', stride: 1, feature: shared },
];

/** Rows of the table: long runs by rule, and the texts of whatever stands between them, spelled out. */
function runsOf(changed) {
  const runs = [];
  const texts = [];
  let index = 0;
  while (index < changed.length) {
    const { point, folded } = changed[index];
    const [best] = shapes
      .map((shape) => ({ ...shape, length: runLength(changed, index, shape.stride, shape.feature) }))
      .sort((a, b) => b.length - a.length);
    if (best.length >= 4) {
      runs.push({ first: point, count: best.length, kind: best.kind, value: best.feature(changed[index]) });
      index += best.length;
      continue;
    }
    const last = runs.at(-1);
    if (last?.kind === 'spelled' && last.first + last.count === point) last.count += 1;
    else runs.push({ first: point, count: 1, kind: 'spelled', value: texts.length });
    texts.push(folded);
    index += 1;
  }
  return { runs, texts };
}

/** As `FoldKind` in fold.cpp counts them. */
const kinds = ['shifted', 'shifted_alternating', 'all_to_one', 'spelled'];

/**
 * Numbers column by column, each as its difference to the one before, which is small and repeats: so packed, the
 * tables are half of what they would be in the module as it is sent. fold_tables.cpp unpacks them.
 */
class Packed {
  bytes = [];

  /** 7 bits a byte, lowest first; the sign in the lowest bit. */
  number(value) {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    while (rest > 127) {
      this.bytes.push((rest & 127) | 128);
      rest >>= 7;
    }
    this.bytes.push(rest);
  }

  column(values) {
    let last = 0;
    for (const value of values) {
      this.number(value - last);
      last = value;
    }
  }

  table(columns) {
    this.number(columns[0].length);
    for (const column of columns) this.column(column);
  }

  /** Lengths, then each character as its difference to that of the text before at the same place. */
  texts(texts) {
    const characters = texts.map((text) => Array.from(text, (character) => character.codePointAt(0)));
    this.table([characters.map(({ length }) => length)]);
    const above = [];
    for (const text of characters) {
      for (const [place, point] of text.entries()) {
        this.number(point - (above[place] ?? 0));
        above[place] = point;
      }
    }
  }
}

function packedTables(rows) {
  const { runs, texts } = runsOf(rows.filter(isChanged));
  const packed = new Packed();
  packed.table([
    runs.map(({ first }) => first),
    runs.map(({ count }) => count),
    runs.map(({ kind }) => kinds.indexOf(kind)),
    runs.map(({ value }) => value),
  ]);
  packed.texts(texts);
  const pairs = compositions();
  packed.table([0, 1, 2].map((place) => pairs.map((row) => row[place])));
  return packed.bytes;
}

/** Items on lines of at most 110 columns. */
function wrapped(items, separator) {
  const lines = [''];
  for (const item of items) {
    const line = lines.at(-1);
    if (line !== '' && line.length + separator.length + item.length > 104) lines.push(item);
    else lines[lines.length - 1] = line === '' ? item : line + separator + item;
  }
  return lines;
}

function tables(rows) {
  return [
    `// Written by tools/generate-fold-tables.mjs from Unicode ${versions.unicode}; change that script, not this file.`,
    '// clang-format off',
    'constexpr unsigned char packed_tables[] = {',
    ...wrapped(packedTables(rows).map(String), ',').map((line) => `    ${line},`),
    '};',
    '// clang-format on',
    '',
  ].join('\n');
}

/** The digest of all code points folded, white space collapsed and trimmed as in C++, a line break after each. */
function digest(rows) {
  const lines = rows.map(
    ({ folded }) => `${folded.replace(/\p{White_Space}+/gu, ' ').replace(/^ | $/g, '')}\n`,
  );
  const hash = createHash('sha256').update(lines.join('')).digest('hex');
  return [
    `// Written by tools/generate-fold-tables.mjs from Unicode ${versions.unicode}; change that script, not this file.`,
    '#pragma once',
    '',
    '// SHA-256 of all code points folded by ICU, in order, a line break after each.',
    '// clang-format off',
    `constexpr const char* digest_of_all_folded = "${hash}";`,
    '// clang-format on',
    '',
  ].join('\n');
}

function outdated({ path, text }) {
  if (readFileSync(path, 'utf8') === text) return false;
  console.error(
    `${path} is not what Unicode ${versions.unicode} gives: run node tools/generate-fold-tables.mjs`,
  );
  return true;
}

const rows = foldedPoints();
const files = [
  { path: inProject('core/base/fold_tables.inc'), text: tables(rows) },
  { path: inProject('tests/unit/base/fold_digest.h'), text: digest(rows) },
];
if (argv.includes('--check')) exit(files.filter(outdated).length);
for (const { path, text } of files) writeFileSync(path, text);
