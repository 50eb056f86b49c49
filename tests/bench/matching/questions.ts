// Names as people type them: letters wrong, accents gone, words moved, case as it comes. Each with the right answer.
import { Random } from '../../property/random.ts';

const seed = 7;
const shortest = 8;

export interface Question {
  text: string;
  /** Which of the names is meant. */
  answer: number;
}

const letter = /\p{L}/u;

/** The places of letters: what is mistyped is a letter. */
function letterPlaces(signs: readonly string[]): number[] {
  return signs.flatMap((sign, place) => (letter.test(sign) ? [place] : []));
}

const mistakes: ((signs: string[], place: number, random: Random) => void)[] = [
  function another(signs, place, random) {
    signs[place] = random.pick([...'aeiounrstlmdk']);
  },
  function missing(signs, place) {
    signs.splice(place, 1);
  },
  function twice(signs, place) {
    signs.splice(place, 0, signs[place] ?? '');
  },
  function inserted(signs, place, random) {
    signs.splice(place, 0, random.pick([...'aeiounrstlmdk']));
  },
  function swapped(signs, place) {
    const [sign = '', next = ''] = signs.slice(place, place + 2);
    signs.splice(place, 2, next, sign);
  },
];

function mistyped(name: string, random: Random): string {
  const signs = [...name];
  random.pick(mistakes)(signs, random.pick(letterPlaces(signs)), random);
  return signs.join('');
}

/** What a keyboard without them makes of letters: "Łódź" -> "Lodz". */
export function withoutAccents(name: string): string {
  const plain: Record<string, string> = {
    ø: 'o',
    Ø: 'O',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    Đ: 'D',
    ß: 'ss',
    þ: 'th',
    Þ: 'Th',
  };
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØłŁđĐßþÞ]/g, (sign) => plain[sign] ?? sign);
}

function wordsMoved(name: string, random: Random): string {
  const words = name.split(' ');
  const from = random.below(words.length);
  const [word = ''] = words.splice(from, 1);
  words.splice((from + 1 + random.below(words.length)) % (words.length + 1), 0, word);
  return words.join(' ');
}

/** One or two letters wrong, and often something else too. */
export function misspelled(name: string, random: Random): string {
  let text = random.chance(60) ? withoutAccents(name) : name;
  if (random.chance(25) && name.includes(' ')) text = wordsMoved(text, random);
  const wrong = text.length >= 16 && random.chance(40) ? 2 : 1;
  for (let i = 0; i < wrong; i += 1) text = mistyped(text, random);
  const kind = random.below(100);
  if (kind < 45) return text.toLowerCase();
  return kind < 60 ? text.toUpperCase() : text;
}

/** So many misspelled names; names of a few letters are not asked for, as one wrong letter makes another name of them. */
export function questionsFor(names: readonly string[], count: number): Question[] {
  const random = new Random(seed);
  const questions: Question[] = [];
  while (questions.length < count) {
    const answer = random.below(names.length);
    const name = names[answer] ?? '';
    if (name.length >= shortest) questions.push({ text: misspelled(name, random), answer });
  }
  return questions;
}
