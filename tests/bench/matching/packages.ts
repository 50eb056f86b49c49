// The packages people reach for, each set up for misspelled names as its documentation says.
import uFuzzy from '@leeoniya/ufuzzy';
import { Charset, Index } from 'flexsearch';
import Fuse from 'fuse.js';
import * as fuzzysort from 'fuzzysort';
import MiniSearch from 'minisearch';
import type { Contender } from './contender.ts';
import { withoutAccents } from './questions.ts';

/** Source: README, "Fuzzy search ... with a max edit distance of 0.2 * term length"; `processTerm` is its way to fold. */
export const miniSearch: Contender = {
  name: 'MiniSearch',
  build(names) {
    const index = new MiniSearch<{ id: number; name: string }>({
      fields: ['name'],
      processTerm: (term) => withoutAccents(term).toLowerCase(),
      searchOptions: { fuzzy: 0.2 },
    });
    index.addAll(names.map((name, id) => ({ id, name })));
    return {
      top: (text, count) =>
        index
          .search(text)
          .slice(0, count)
          .map(({ id }) => id as number),
    };
  },
};

/** Source: README, "Fuzzy-Search": a tolerant tokenizer, a Latin encoder, suggestions. Of the encoders this finds most. */
export const flexSearch: Contender = {
  name: 'FlexSearch',
  build(names) {
    const index = new Index({ tokenize: 'tolerant', encoder: Charset.LatinBalance });
    for (const [id, name] of names.entries()) index.add(id, name);
    return { top: (text, limit) => index.search(text, { limit, suggest: true }) as number[] };
  },
};

/** Source: README, "How It Works": intraMode 1 allows one error in each word; `latinize` for accents; words in any order. */
export const microFuzzy: Contender = {
  name: 'uFuzzy',
  slow: true,
  build(names) {
    const most = { terms: 5, ranked: 1000 };
    const index = new uFuzzy({ intraMode: 1 });
    const haystack = uFuzzy.latinize([...names]);
    return {
      top(text, count) {
        const [found, info, order] = index.search(haystack, uFuzzy.latinize(text), most.terms, most.ranked);
        if (order) return order.slice(0, count).map((at) => info.idx[at]!);
        return found?.slice(0, count) ?? [];
      },
    };
  },
};

/** Source: README, "snapshot() for the best performance"; threshold 0 as a misspelled name never is a good match. */
export const fuzzySort: Contender = {
  name: 'fuzzysort',
  build(names) {
    const targets = fuzzysort.snapshot(
      names.map((name, id) => ({ id, name })),
      { key: 'name' },
    );
    return {
      top: (text, limit) => fuzzysort.go(text, targets, { limit, threshold: 0 }).map(({ obj }) => obj.id),
    };
  },
};

/** Source: README, "Token Search": typo tolerance per word, words in any order. */
export const fuse: Contender = {
  name: 'Fuse.js',
  slow: true,
  build(names) {
    const index = new Fuse(names, { useTokenSearch: true, ignoreDiacritics: true, ignoreLocation: true });
    return { top: (text, limit) => index.search(text, { limit }).map(({ refIndex }) => refIndex) };
  },
};
