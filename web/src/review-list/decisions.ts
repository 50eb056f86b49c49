// The decisions made so far, each step of which can be undone: plain state, without a page.
import type { Decided, Decision, Proposal } from './proposal.ts';

export type Filter = 'all' | Proposal['outcome'] | 'decided';
export const FILTERS: readonly Filter[] = ['all', 'link', 'ask', 'none', 'decided'];

export class Decisions {
  readonly proposals: readonly Proposal[];
  #made: Map<string, Decision>;
  /** For each step what stood before it. */
  #steps: Decided[] = [];

  constructor(proposals: readonly Proposal[], made: Decided = []) {
    this.proposals = proposals;
    this.#made = new Map(made.flatMap(([left, decision]) => (decision ? [[left, decision]] : [])));
  }

  of({ left }: Proposal): Decision | undefined {
    return this.#made.get(left.id);
  }

  /** The best candidate unless another one is named; nothing where there is none. */
  accept(proposal: Proposal, right = proposal.candidates[0]?.right.id): Decided {
    return right === undefined ? [] : this.#decide([[proposal.left.id, { kind: 'accepted', right }]]);
  }

  reject({ left }: Proposal): Decided {
    return this.#decide([[left.id, { kind: 'rejected' }]]);
  }

  /** Everything certain that nobody has decided yet, as one step. */
  acceptCertain(): Decided {
    return this.#decide(
      this.#openLinks().flatMap(({ left, candidates: [best] }): Decided => {
        return best ? [[left.id, { kind: 'accepted', right: best.right.id }]] : [];
      }),
    );
  }

  /** Takes the last step back; what stands now where it had changed something. */
  undo(): Decided {
    const before = this.#steps.pop() ?? [];
    this.#put(before);
    return before;
  }

  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  get certainLeft(): number {
    return this.#openLinks().length;
  }

  get decided(): number {
    return this.#made.size;
  }

  shown(filter: Filter): readonly Proposal[] {
    if (filter === 'all') return this.proposals;
    if (filter === 'decided') return this.proposals.filter((proposal) => this.of(proposal));
    return this.proposals.filter(({ outcome }) => outcome === filter);
  }

  count(filter: Filter): number {
    return this.shown(filter).length;
  }

  #openLinks(): Proposal[] {
    return this.proposals.filter((proposal) => proposal.outcome === 'link' && !this.of(proposal));
  }

  #decide(decided: Decided): Decided {
    if (decided.length === 0) return decided;
    this.#steps.push(decided.map(([left]) => [left, this.#made.get(left) ?? null] as const));
    this.#put(decided);
    return decided;
  }

  #put(decided: Decided): void {
    for (const [left, decision] of decided) {
      if (decision) this.#made.set(left, decision);
      else this.#made.delete(left);
    }
  }
}
