/** How the records of a journal hang together: what the next writer has to name, and what later records may touch. */
import { type JournalRecord, MAX_HEADS } from "./record.ts";

export interface Links {
  /** Ids of the records that no other one names as seen. */
  readonly heads: ReadonlySet<string>;
  /** Ids that records name as seen and that the journal does not hold. */
  readonly unknownSeen: ReadonlySet<string>;
  /** Whether the records that one names in `of` are of its own task, milestone or indicator, wherever they are known. */
  readonly isClosed: boolean;
  /** Ids named in `of` that the journal does not hold. */
  readonly unknownTargets: ReadonlySet<string>;
}

const NO_LINKS: Links = {
  heads: new Set(),
  unknownSeen: new Set(),
  isClosed: true,
  unknownTargets: new Set(),
};

type Known = Pick<ReadonlyMap<string, JournalRecord>, "get" | "has">;

/** The links of the records; `known` holds them and those that they are put on top of, whose links are `before`. */
export function linksOf(records: readonly JournalRecord[], known: Known, before: Links = NO_LINKS): Links {
  const seen = new Set(records.flatMap(({ prev }) => prev));
  const heads = [...before.heads, ...records.map(({ id }) => id)];
  const targets = records.flatMap((record) => record.of.map((id) => ({ ref: record.ref, id })));
  return {
    heads: new Set(heads.filter((id) => !seen.has(id) && !before.unknownSeen.has(id))),
    unknownSeen: new Set([...before.unknownSeen, ...seen].filter((id) => !known.has(id))),
    isClosed: before.isClosed && targets.every(({ ref, id }) => (known.get(id)?.ref ?? ref) === ref),
    unknownTargets: new Set([...before.unknownTargets, ...targets.map(({ id }) => id)].filter((id) => !known.has(id))),
  };
}

/** What the next writer puts into `prev`: the ids of the records that no other one names as seen, greatest first, at most `MAX_HEADS`. */
export function headsOf({ heads }: Links): string[] {
  return [...heads].toSorted().toReversed().slice(0, MAX_HEADS);
}
