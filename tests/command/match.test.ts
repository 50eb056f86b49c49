// `npm run -s match`, as somebody would start it: what it writes, and what it says about lists that are not as they should.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { generatedNames } from '../bench/matching/names.ts';
import { questionsFor } from '../bench/matching/questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidebill-match-'));
const out = join(folder, 'links.csv');
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function command(args: string[]) {
  rmSync(out, { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['command/src/main.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const columns = 'name=name,email=mail';

/** The command's words; each may be replaced, or left out with null. */
function words(replaced: Record<string, string | null> = {}): string[] {
  const all: Record<string, string | null> = {
    kind: 'customers',
    left: file('left.csv', left),
    right: file('right.csv', right),
    'left-id': 'id',
    'right-id': 'id',
    'left-columns': columns,
    'right-columns': columns,
    out,
    ...replaced,
  };
  return Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`--${name}`, value]));
}

interface Link {
  left_id: string;
  right_id: string;
  score: string;
  outcome: string;
  evidence: string;
}

function links(): Link[] {
  return parse(readFileSync(out), { columns: true });
}

const left = [
  'id,name,mail',
  'c1,"Andersson, Jon",jon@andersson.example',
  'c2,"Harbour ""Lights"" Bakery AB",',
  'c3,Nobody Else,',
].join('\n');
const right = [
  'id,name,mail',
  '=7,Harbour Lights Bakery,info@lights.example',
  '8,Jon Andersson,Jon@Andersson.example',
].join('\r\n');

describe('what the command writes', () => {
  test('links with their evidence, best first; the points of the evidence sum to the score', () => {
    const { status, stdout } = command(words());
    expect(status).toBe(0);
    expect(stdout).toContain('3 × 2 records: 2 links, 0 to ask about');
    const found = links();
    expect(found.map(({ left_id, right_id, outcome }) => [left_id, right_id, outcome])).toEqual([
      ['c1', '8', 'link'],
      ['c2', '=7', 'link'],
    ]);
    for (const { score, evidence } of found) {
      const points = [...evidence.matchAll(/(?:^|; )[a-z_ ]+ (-?\d+)/g)].map(([, number]) => Number(number));
      expect(points.reduce((sum, number) => sum + number, 0)).toBe(Number(score));
    }
    expect(found[0]?.evidence).toContain('email same');
  });

  test('the same file on both sides: its duplicates, each pair once, none with itself', () => {
    const list = file(
      'list.csv',
      `id,name,mail\n1,Jon Andersson,j@a.example\n2,Zoe Quill,\n3,jon andersson,j@a.example\n`,
    );
    expect(command(words({ left: list, right: list })).stdout).toContain('3 records: 1 links');
    expect(links().map(({ left_id, right_id }) => [left_id, right_id])).toEqual([['1', '3']]);
  });

  test('--pairs: each row with its own row, without ids by number', () => {
    const list = file('pairs.csv', 'one,other\nJon Andersson,Zoe Quill\nHarbour Lights,Harbor Lights\n');
    const args = { left: list, right: list, 'left-id': null, 'right-id': null };
    const sides = { 'left-columns': 'name=one', 'right-columns': 'name=other' };
    expect(command([...words({ ...args, ...sides }), '--pairs']).status).toBe(0);
    expect(links().map(({ left_id, right_id }) => [left_id, right_id])).toEqual([['2', '2']]);
  });

  test('--one-to-one links no record twice', () => {
    const twice = `${right}\r\n9,Jon Andersson,jon@andersson.example`;
    const args = words({ right: file('twice.csv', twice) });
    const linked = () =>
      links().filter(({ left_id, outcome }) => left_id === 'c1' && outcome === 'link').length;
    command(args);
    expect(linked()).toBe(2);
    command([...args, '--one-to-one']);
    expect(linked()).toBe(1);
  });

  /** Lists of many names, and of some of them misspelled: "7:1204" asks for number 1204. */
  function longLists(): Record<string, string> {
    const names = generatedNames(2000);
    const csv = (rows: (string | number)[][]) =>
      rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
    const known = names.map((name, at) => [at, name]);
    const asked = questionsFor(names, 300).map(({ text, answer }, at) => [`${at}:${answer}`, text]);
    return {
      left: file('asked.csv', csv([['id', 'name'], ...asked])),
      right: file('known.csv', csv([['id', 'name'], ...known])),
      'left-columns': 'name=name',
      'right-columns': 'name=name',
    };
  }

  test('misspelled names of a long list find their own', () => {
    expect(command(words(longLists())).status).toBe(0);
    const best = new Map<string, string>();
    for (const { left_id, right_id } of links()) if (!best.has(left_id)) best.set(left_id, right_id);
    const right_ones = [...best].filter(([id, found]) => id.split(':')[1] === found).length;
    expect(right_ones).toBeGreaterThan(285);
  });

  test('--estimate-prior finds out from the lists how much they share, the same at every run', () => {
    const args = words(longLists());
    const priorOf = ({ evidence }: Link) => Number(/prior (-?\d+)/.exec(evidence)?.[1]);
    command(args);
    const shipped = links();
    command([...args, '--estimate-prior']);
    const estimated = links();
    const again = readFileSync(out, 'utf8');
    command([...args, '--estimate-prior']);
    expect(readFileSync(out, 'utf8')).toBe(again);

    const [prior = 0, other = 0] = [estimated[0], shipped[0]].map((link) => priorOf(link as Link));
    expect(prior).not.toBe(other);
    expect(estimated.every((link) => priorOf(link) === prior)).toBe(true);
    const key = ({ left_id, right_id }: Link) => `${left_id} ${right_id}`;
    const before = new Map(shipped.map((link) => [key(link), Number(link.score)]));
    const moved = estimated.filter((link) => before.has(key(link)));
    expect(moved.length).toBeGreaterThan(250);
    for (const link of moved) expect(Number(link.score) - (before.get(key(link)) ?? 0)).toBe(prior - other);
  });

  test('a list whose columns are separated by semicolons or tabs, as spreadsheets of many countries write it', () => {
    const semicolons = file(
      'semicolons.csv',
      '\uFEFF"id";"name";"mail"\r\nc1;"Andersson, Jon";jon@andersson.example\r\n',
    );
    const tabs = file('tabs.csv', '\nid\tname\tmail\n8\tJon Andersson\tJon@Andersson.example\n');
    expect(command(words({ left: semicolons, right: tabs }))).toMatchObject({ status: 0, stderr: '' });
    expect(links().map(({ left_id, right_id, outcome }) => [left_id, right_id, outcome])).toEqual([
      ['c1', '8', 'link'],
    ]);
  });

  test('lists of a header alone give a file of a header alone', () => {
    const none = file('none.csv', 'id,name,mail\n');
    expect(command(words({ left: none })).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe('left_id,right_id,score,outcome,evidence\n');
  });
});

describe('what the command refuses', () => {
  const bad: [string, () => Record<string, string | null>, string, number][] = [
    ['a missing option', () => ({ 'left-id': null }), '--left-id is missing', 2],
    ['an unknown kind', () => ({ kind: 'vendors' }), '--kind is customers or items', 2],
    ['an unknown option', () => ({ colour: 'red' }), "Unknown option '--colour'", 2],
    ['an unknown role', () => ({ 'left-columns': 'shoe=name' }), 'there is no role "shoe"', 2],
    ['columns without a role', () => ({ 'right-columns': 'name' }), '"name" is not role=COL', 2],
    ['a file that is not there', () => ({ left: join(folder, 'gone.csv') }), 'gone.csv does not exist', 1],
    ['a folder', () => ({ left: folder }), 'cannot be read: EISDIR', 1],
    ['an empty file', () => ({ left: file('empty.csv', '') }), 'empty.csv is empty', 1],
    [
      'a missing column',
      () => ({ 'left-columns': 'name=Name' }),
      'has no column "Name". Its columns: id, name, mail',
      1,
    ],
    [
      'a column that is there twice',
      () => ({ left: file('two.csv', 'id,name,name,mail\n1,a,b,c\n') }),
      'has two columns "name"',
      1,
    ],
    [
      'an id that is there twice',
      () => ({ left: file('ids.csv', 'id,name,mail\n1,a,\n2,b,\n1,c,\n') }),
      'row 3 has the id "1", and so has row 1',
      1,
    ],
    ['a row without an id', () => ({ left: file('no-id.csv', 'id,name,mail\n,a,\n') }), 'row 1 has no id', 1],
    [
      'a row that is cut off',
      () => ({ left: file('cut.csv', 'id,name,mail\n1,a,\n2,b\n') }),
      'Invalid Record Length',
      1,
    ],
    [
      'a quote that is not closed',
      () => ({ left: file('quote.csv', 'id,name,mail\n1,"a,\n2,b,\n') }),
      'Quote Not Closed',
      1,
    ],
    [
      'what is not UTF-8',
      () => ({ left: file('latin1.csv', Buffer.from('id,name,mail\n1,Malmö,\n', 'latin1')) }),
      'latin1.csv is not UTF-8',
      1,
    ],
    [
      'text cut within a character',
      () => ({ left: file('half.csv', Buffer.from('id,name,mail\n1,Malmö').subarray(0, -1)) }),
      'half.csv is not UTF-8',
      1,
    ],
    [
      'an output that cannot be written',
      () => ({ out: join(folder, 'no', 'links.csv') }),
      'cannot be written',
      1,
    ],
    [
      'other columns of the same file',
      () => {
        const list = file('same.csv', left);
        return { left: list, right: list, 'right-columns': 'name=name' };
      },
      'say --pairs',
      1,
    ],
  ];

  test.each(bad)('%s', (_, replaced, sentence, code) => {
    const { status, stderr } = command(words(replaced()));
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(code);
    expect(existsSync(out)).toBe(false);
  });

  test('--pairs of lists that are not equally long', () => {
    const { status, stderr } = command([...words(), '--pairs']);
    expect(stderr).toContain('the left list has 3 rows and the right one 2');
    expect(status).toBe(1);
  });

  test('to write over a list', () => {
    const list = file('precious.csv', left);
    const { status, stderr } = command(words({ left: list, out: list }));
    expect(stderr).toContain('is one of the lists');
    expect(status).toBe(1);
    expect(readFileSync(list, 'utf8')).toBe(left);
  });
});

describe('what is hard on the command', () => {
  test('names of a megabyte, of punctuation, of nothing and of mixed scripts', () => {
    const names = ['Harbour Lights '.repeat(70_000), '....', '', 'Бакери 東京 Bäckerei ﬁne', '\u001e\u001f'];
    const list = file(
      'hard.csv',
      ['id,name,mail', ...names.flatMap((name, at) => [`a${at},${name},`, `b${at},${name},`])].join('\n'),
    );
    expect(command(words({ left: list, right: list })).status).toBe(0);
    const linked = links().filter(({ outcome }) => outcome === 'link');
    expect(linked.map(({ left_id, right_id }) => `${left_id} ${right_id}`).sort()).toEqual([
      'a0 b0',
      'a3 b3',
    ]);
  });

  test('a name that a hundred thousand records have says nothing: each is asked about, with the first', {
    timeout: 120_000,
  }, () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `${at},Harbour Lights Bakery,`);
    const list = file('equal.csv', ['id,name,mail', ...rows].join('\n'));
    const { status, stdout } = command(words({ left: list, right: list }));
    expect(status).toBe(0);
    expect(stdout).toContain('0 links, 99,999 to ask about');
    expect(new Set(links().map(({ left_id }) => left_id))).toEqual(new Set(['0']));
  });
});
