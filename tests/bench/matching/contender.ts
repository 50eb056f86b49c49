// What is measured: something that finds names. The same in Node and in a page.

/** Which name on the right belongs to each on the left, or -1. */
export type Join = Int32Array;

/** Records, the most alike first, and their cosines. */
export interface Hits {
  records: Int32Array;
  likenesses: Float64Array;
}

/** An index as it was built or restored. */
export interface Built {
  /** The numbers of the `count` names that resemble the text most, best first. */
  top(text: string, count: number): ArrayLike<number>;
  /** Memory held, where it can be told. */
  bytes?(): number;
  /** Everything as one buffer, to be kept. */
  snapshot?(): ArrayBuffer;
  /** Gives back what no garbage collector sees. */
  release?(): void;
}

export interface Contender {
  name: string;
  /** Needs milliseconds for an answer: asked less, and in fewer rounds. */
  slow?: boolean;
  /** Folding included: the names come as people wrote them. */
  build(names: readonly string[]): Built | Promise<Built>;
  restore?(snapshot: ArrayBuffer): Built | Promise<Built>;
  /** The whole way from two lists to a decision: each name on the right at most once. */
  join?(left: readonly string[], right: readonly string[]): Join | Promise<Join>;
  /** The same decided by evidence, of which the likeness of a name is only the beginning. */
  match?(left: readonly string[], right: readonly string[]): Join | Promise<Join>;
}
