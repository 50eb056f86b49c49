import type { Evidence, EvidenceField } from '@sidebill/core/boundary';
import { describe, expect, test } from 'vitest';
import { word } from '../../web/src/messages/index.ts';
import { wordsEn } from '../../web/src/messages/words.en.ts';
import { factName, factOf, factWords, pointsOf } from '../../web/src/reasons/fact.ts';
import { forLine, reasonLine, reasonsOf } from '../../web/src/reasons/reasons.ts';
import { whyNot } from '../../web/src/reasons/why-not.ts';

/** '<field>/<level>', points, and the two values where they matter. */
type Clue = [what: string, points: number, left?: string, right?: string];

function evidence(...clues: Clue[]): Evidence[] {
  return clues.map(([what, points, left = '', right = left]) => {
    const [field, level = ''] = what.split('/');
    return { field: field as EvidenceField, level, left, right, weight: String(points) };
  });
}

describe('reasons', () => {
  const rows: { about: string; clues: Clue[]; line: string }[] = [
    {
      about: 'a name that differs by its legal form alone is one reason, after the stronger one',
      clues: [
        ['name/same', 586, 'acme'],
        ['legal_form/differs', -110, 'inc', 'gmbh'],
        ['email/same', 742, 'ap@acme.example'],
      ],
      line: 'Same email; name differs by legal form: inc / gmbh',
    },
    {
      about: 'both spellings stand where they differ',
      clues: [['name/alike', 480, 'shumacher', 'schumacher']],
      line: 'Similar name: shumacher / schumacher',
    },
    {
      about: 'of a size the candidate’s own comes first',
      clues: [
        ['sku/same', 690, 'SC-1'],
        ['quantity/differs', -380, '500 ml', '250 ml'],
      ],
      line: 'Same SKU; 250 ml, not 500 ml',
    },
    {
      about: 'what bars a record comes before everything, however few its points',
      clues: [
        ['name/same', 586],
        ['active/inactive', -1, '', 'inactive'],
      ],
      line: 'Inactive in QuickBooks; same name',
    },
    {
      about: 'three reasons at most, the strongest',
      clues: [
        ['city/same', 145],
        ['name/same', 586],
        ['website/same', 300],
        ['email/same', 742],
        ['phone/same', 320],
      ],
      line: 'Same email; same name; same phone',
    },
    {
      about: 'among many reasons for it, what speaks against it is heard',
      clues: [
        ['name/same', 586],
        ['email/same', 742],
        ['phone/differs', -92],
        ['street/same', 410],
      ],
      line: 'Same email; same name; different phone',
    },
    {
      about: 'what decides nothing is left out',
      clues: [
        ['email/same', 742],
        ['legal_form/same', 12],
        ['country/differs', -9],
        ['text/touches', 0],
      ],
      line: 'Same email',
    },
    { about: 'without evidence there is no reason', clues: [], line: '' },
  ];

  test.each(rows)('$about', ({ clues, line }) => {
    expect(reasonLine(evidence(...clues))).toBe(line);
  });

  test('what speaks for a candidate can be told alone', () => {
    expect(forLine(evidence(['name/same', 586], ['city/differs', -205], ['phone/same', 320]))).toBe(
      'Same name; same phone',
    );
  });

  test('where every comparison starts from is no reason', () => {
    expect(reasonLine(evidence(['prior/', -824], ['name/as-written', 586]))).toBe('Same name');
  });

  test('the order of the evidence changes nothing', () => {
    const clues = evidence(
      ['name/same', 586],
      ['email/same', 742],
      ['legal_form/differs', -110, 'inc', 'ltd'],
    );
    expect(reasonLine(clues.toReversed())).toBe(reasonLine(clues));
  });

  test('a reason is for or against by its points, and by its level where it has none', () => {
    const against = (...clue: Clue) => reasonsOf(evidence(clue, ['sku/same', 10]))[0]?.against;
    expect(against('name/overlaps', -20)).toBe(true);
    expect(against('name/overlaps', 20)).toBe(false);
    expect(factOf(evidence(['email/differs', 0])[0]!).against).toBe(true);
  });

  test('long values are cut in a sentence and whole in the table, right-to-left ones keep to themselves', () => {
    const long = 'donaudampfschifffahrtselektrizitätenhauptbetriebswerk';
    const [fact] = evidence(['name/alike', 10, long, 'شركة']).map(factOf);
    expect(fact?.left).toBe(long);
    expect(factWords(fact!)).toBe(
      'similar name: donaudampfschifffahrtselektrizitätenhaup… / \u2068شركة\u2069',
    );
    expect(factName(fact!)).toBe('Similar name');
  });

  test('points are whole and sum to the score', () => {
    expect(pointsOf(evidence(['name/same', 586], ['city/differs', -205], ['phone/same', 320]))).toBe(701);
  });
});

describe('why not the runner-up', () => {
  const best = evidence(
    ['name/same', 586, 'acme'],
    ['email/same', 742, 'ap@acme.example'],
    ['city/same', 145, 'denver'],
    ['phone/same', 320, '+1'],
  );
  const rows: { about: string; clues: Clue[]; line: string }[] = [
    {
      about: 'the two biggest differences, the biggest first',
      clues: [
        ['name/same', 586, 'acme'],
        ['email/differs', -120],
        ['city/differs', -205],
        ['phone/same', 320],
      ],
      line: 'Why not: another email; another city',
    },
    {
      about: 'what bars it comes first',
      clues: [
        ['name/same', 586, 'acme'],
        ['email/same', 742],
        ['city/differs', -205],
        ['phone/same', 320],
        ['active/inactive', -400, '', 'inactive'],
      ],
      line: 'Why not: inactive in QuickBooks; another city',
    },
    {
      about: 'what it has nothing to compare in',
      clues: [
        ['name/alike', 410, 'acme', 'acne'],
        ['city/same', 145],
        ['phone/same', 320],
      ],
      line: 'Why not: no matching email; only a similar name',
    },
    {
      about: 'what speaks against it and was not compared for the best',
      clues: [
        ['name/same', 586, 'acme'],
        ['email/same', 742],
        ['city/same', 145],
        ['phone/same', 320],
        ['household/differs', -500],
      ],
      line: 'Why not: another person’s name',
    },
    {
      about: 'a small difference beside a big one is left out',
      clues: [
        ['name/same', 586, 'acme'],
        ['email/differs', -120],
        ['city/alike', 120],
        ['phone/same', 320],
      ],
      line: 'Why not: another email',
    },
    {
      about: 'of a field that was met twice, what speaks against it',
      clues: [
        ['name/same', 586, 'acme'],
        ['email/of-other', 400],
        ['email/differs', -600],
        ['city/same', 145],
        ['phone/same', 320],
      ],
      line: 'Why not: another email',
    },
    {
      about: 'when nothing sets them apart, that is said',
      clues: [
        ['name/same', 586, 'acme'],
        ['email/same', 742],
        ['city/same', 145],
        ['phone/same', 320],
      ],
      line: 'Nothing compared sets it apart from the best match',
    },
  ];

  test('a name to the letter stands before the same words written differently', () => {
    const written = evidence(['prior/', -306], ['name/as-written', 1086, 'acme']);
    const other = evidence(['prior/', -306], ['name/same', 586, 'acme']);
    expect(whyNot(written, other)).toBe('Why not: the name written differently');
    expect(whyNot(written, [...other, ...evidence(['legal_form/differs', -110, 'inc', 'gmbh'])])).toBe(
      'Why not: another legal form',
    );
    expect(whyNot(written, evidence(['prior/', -306], ['name/as-written', 980, 'acme']))).toBe(
      'Nothing compared sets it apart from the best match',
    );
  });

  test.each(rows)('$about', ({ clues, line }) => {
    expect(whyNot(best, evidence(...clues))).toBe(line);
  });
});

describe('words of evidence', () => {
  const fields = Object.keys(wordsEn.evidenceFields.words);
  const codes = Object.keys(wordsEn.evidence.words);

  test('every field has a name, and every word is about a field', () => {
    expect(new Set(codes.map((code) => code.split('/')[0]))).toEqual(new Set(fields));
    for (const code of Object.keys(wordsEn.lacking.words).filter((code) => code.includes('/')))
      expect(fields, code).toContain(code.split('/')[0]);
  });

  test('every word stands in the middle of a sentence, with its values and without', () => {
    for (const code of codes) {
      const full = word('evidence', code, { left: '<left>', right: '<right>' });
      for (const text of [full, word('evidence', code)]) {
        expect(text, code).toMatch(/^(?:\p{Ll}|SKU|<right>)/u);
        expect(text, code).not.toMatch(/[[\]{}|]| {2}|[:,;]$/);
      }
    }
  });
});
