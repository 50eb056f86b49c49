// What found links are worth against the known answer.

/** Links as text, so that they can be looked up; for one list with itself the order of the two says nothing. */
export type Links = ReadonlySet<string>;

/** Which record belongs to which cluster. */
export type Clusters = ReadonlyMap<string, string>;

export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

export function linkOf(left: string, right: string): string {
  return JSON.stringify([left, right]);
}

/** The same link whichever of the two comes first; of a record with itself there is none. */
export function pairOf(one: string, other: string): string {
  return one < other ? linkOf(one, other) : linkOf(other, one);
}

function membersOf(clusters: Clusters): string[][] {
  const members = new Map<string, string[]>();
  for (const [id, cluster] of clusters) {
    const known = members.get(cluster);
    if (known) known.push(id);
    else members.set(cluster, [id]);
  }
  return [...members.values()];
}

/** Every two records of one cluster. */
export function linksOfClusters(clusters: Clusters): Links {
  const links = new Set<string>();
  for (const ids of membersOf(clusters)) {
    for (const [at, one] of ids.entries()) {
      for (const other of ids.slice(at + 1)) links.add(pairOf(one, other));
    }
  }
  return links;
}

function scoreOf(correct: number, found: number, gold: number): Score {
  return {
    precision: found === 0 ? 0 : correct / found,
    recall: gold === 0 ? 0 : correct / gold,
    f1: found + gold === 0 ? 0 : (2 * correct) / (found + gold),
  };
}

/** Each link counts once, however often it was found. */
export function scoreLinks(found: Iterable<string>, gold: Links): Score {
  const once = new Set(found);
  const correct = [...once].filter((link) => gold.has(link)).length;
  return scoreOf(correct, once.size, gold.size);
}

/** Of one list: a link in either order is the same, and one of a record with itself is none. */
export function scoreDuplicates(found: Iterable<readonly [string, string]>, gold: Links): Score {
  const pairs = [...found].filter(([one, other]) => one !== other);
  return scoreLinks(
    pairs.map(([one, other]) => pairOf(one, other)),
    gold,
  );
}

/**
 * How many records have their nearest other one in their own cluster, of those that are not alone in it.
 *
 * Shape: links of one list, best first -> 0 to 1; a record that nothing was found for counts as wrong
 */
export function shareOfNearest(bestFirst: Iterable<readonly [string, string]>, clusters: Clusters): number {
  const nearest = new Map<string, string>();
  for (const [one, other] of bestFirst) {
    if (one === other) continue;
    if (!nearest.has(one)) nearest.set(one, other);
    if (!nearest.has(other)) nearest.set(other, one);
  }
  const asked = membersOf(clusters)
    .filter(({ length }) => length > 1)
    .flat();
  const right = asked.filter((id) => clusters.get(nearest.get(id) ?? '') === clusters.get(id));
  return asked.length === 0 ? 0 : right.length / asked.length;
}

/** Of decisions about given pairs. */
export function scoreDecisions(decided: readonly boolean[], truth: readonly boolean[]): Score {
  const correct = decided.filter((same, at) => same && truth[at]).length;
  return scoreOf(correct, decided.filter(Boolean).length, truth.filter(Boolean).length);
}
