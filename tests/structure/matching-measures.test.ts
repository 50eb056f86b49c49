// What the bench of matching rests on: the same names everywhere, a strong yardstick, and honest scores.
import { describe, expect, test } from 'vitest';
import { hashOfId, readFoundLinks } from '../bench/matching/datasets.ts';
import { generatedLists } from '../bench/matching/join.ts';
import type { Found } from '../bench/matching/measure.ts';
import { generatedNames } from '../bench/matching/names.ts';
import { opponent } from '../bench/matching/opponent.ts';
import { miniSearch } from '../bench/matching/packages.ts';
import { questionsFor } from '../bench/matching/questions.ts';
import {
  linkOf,
  linksOfClusters,
  scoreDecisions,
  scoreDuplicates,
  scoreLinks,
  shareOfNearest,
} from '../bench/matching/scoring.ts';
import { tuned } from '../bench/matching/tuned.ts';
import { refusal } from '../bench/matching/verdict.ts';

const names = generatedNames(3000);

describe('names and questions of the matching bench', () => {
  test('are the same in every run, and all different', () => {
    expect(generatedNames(4000).slice(0, 3000)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
    expect(questionsFor(names, 50)).toEqual(questionsFor(names, 50));
  });

  test('a question is not the name that it asks for', () => {
    const same = questionsFor(names, 200).filter(({ text, answer }) => text === names[answer]);
    expect(same.length).toBeLessThan(5);
  });

  test('a fifth of the left list belongs to nobody, and nobody belongs to two', () => {
    const { left, right, truth } = generatedLists(500, 2000);
    const linked = truth.filter((to) => to >= 0);
    expect(left).toHaveLength(500);
    expect(right).toEqual(names.slice(0, 2000));
    expect(linked.length).toBeGreaterThan(350);
    expect(linked.length).toBeLessThan(450);
    expect(new Set(linked).size).toBe(linked.length);
  });
});

describe('the yardstick of the matching bench', () => {
  test('finds what the tuned one finds', async () => {
    const one = await opponent.build(names);
    const other = await tuned.build(names);
    const questions = questionsFor(names, 200);
    const differing = questions.filter(({ text }) => one.top(text, 5)[0] !== other.top(text, 5)[0]);
    expect(differing.length).toBeLessThan(4);
  });

  test('folds accents, case, ligatures and full width', async () => {
    const index = await opponent.build(['Łódź Straße', 'ﬁne Æther', 'ＡＢＣ Trading', '東京商事']);
    const asked = ['lodz strasse', 'FINE AETHER', 'abc trading', '東京', ''];
    const found = asked.map((text) => Array.from(index.top(text, 1)));
    expect(found).toEqual([[0], [1], [2], [3], []]);
  });

  test('joins each name at most once, the most alike first', async () => {
    const join = await opponent.join?.(['Acme Trading', 'Acme Tradin', 'Zzz'], ['Acme Trading', 'Other']);
    expect([...(join ?? [])]).toEqual([0, -1, -1]);
  });

  test('a run with a weak yardstick is refused', () => {
    const found = (recall: number, us: number): Found[] => [
      { name: opponent.name, build_ms: 1, question_us: us, mean_us: us, recall, questions: 200 },
      { name: miniSearch.name, build_ms: 1, question_us: 700, mean_us: 700, recall: 1, questions: 200 },
    ];
    expect(refusal('Node', found(0.99, 100))).toBeNull();
    expect(refusal('Node', found(0.985, 100))).toContain('finds 0.985');
    expect(refusal('Node', found(1, 101))).toContain('6.9 times as fast as MiniSearch');
  });
});

describe('scores of the matching bench', () => {
  test('the hash of an id is FNV-1a with its upper half mixed in', () => {
    // FNV-1a of "" and "a" are 811c9dc5 and e40c292c. Source: Noll, the FNV reference vectors
    expect(hashOfId('')).toBe((0x811c9dc5 ^ (0x811c9dc5 >>> 15)) >>> 0);
    expect(hashOfId('a')).toBe((0xe40c292c ^ (0xe40c292c >>> 15)) >>> 0);
  });

  test('precision and recall count each link once', () => {
    const gold = new Set([linkOf('1', 'a'), linkOf('2', 'b'), linkOf('3', 'c'), linkOf('4', 'd')]);
    const found = [linkOf('1', 'a'), linkOf('1', 'a'), linkOf('2', 'x')];
    expect(scoreLinks(found, gold)).toEqual({ precision: 0.5, recall: 0.25, f1: 1 / 3 });
    expect(scoreLinks([], gold)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  test('within one list the order of a link says nothing, and a record is not its own duplicate', () => {
    const gold = linksOfClusters(
      new Map([
        ['1', 'x'],
        ['2', 'x'],
        ['3', 'x'],
        ['4', 'y'],
      ]),
    );
    expect(gold.size).toBe(3);
    const found: [string, string][] = [
      ['2', '1'],
      ['1', '2'],
      ['4', '4'],
      ['3', '1'],
    ];
    expect(scoreDuplicates(found, gold)).toEqual({ precision: 1, recall: 2 / 3, f1: 0.8 });
  });

  test('the nearest other name counts, for those who have one', () => {
    const clusters = new Map([
      ['1', 'x'],
      ['2', 'x'],
      ['3', 'y'],
      ['4', 'y'],
      ['5', 'z'],
    ]);
    const bestFirst: [string, string][] = [
      ['1', '1'],
      ['1', '2'],
      ['3', '2'],
      ['3', '4'],
    ];
    expect(shareOfNearest(bestFirst, clusters)).toBe(0.75);
  });

  test('decisions about pairs', () => {
    expect(scoreDecisions([true, true, false], [true, false, true])).toEqual({
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    });
  });

  test('what the command wrote is read as it is, or not at all', () => {
    const head = 'left_id,right_id,score,outcome,evidence\n';
    expect(readFoundLinks(`${head}1,a,12.5,link,"same e-mail; ""x"""\n`)).toEqual([
      { left: '1', right: 'a', score: 12.5, outcome: 'link' },
    ]);
    expect(() => readFoundLinks(`${head}1,a,12.5,maybe,\n`)).toThrow('line 2: outcome maybe');
    expect(() => readFoundLinks(`${head}1,a,,ask,\n`)).toThrow('line 2: score');
    expect(() => readFoundLinks(`${head}1,a,3\n`)).toThrow('line 2');
  });
});
