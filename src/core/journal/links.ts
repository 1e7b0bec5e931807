/** How the records of a journal are connected: what the next writer has to name, and what later records may touch. */
import { type JournalRecord, MAX_HEADS } from "./record.ts";

/** The ends of a journal's references to other records. */
export interface Links {
  /** Ids of the records that no other record names in `prev`. */
  readonly heads: ReadonlySet<string>;
  /** Ids that records name in `prev` and the journal lacks. */
  readonly unknownSeen: ReadonlySet<string>;
  /**
   * Whether every record names in `of` only records of its own task, milestone or indicator, as far as they are known.
   */
  readonly staysWithinRefs: boolean;
  /** Ids that records name in `of` and the journal lacks. */
  readonly unknownTargets: ReadonlySet<string>;
}

const NO_LINKS: Links = {
  heads: new Set(),
  unknownSeen: new Set(),
  staysWithinRefs: true,
  unknownTargets: new Set(),
};

type Known = Pick<ReadonlyMap<string, JournalRecord>, "get" | "has">;

/** The links of the records on top of those `before`. `known` looks up all records, new and earlier. */
export function linksOf(records: readonly JournalRecord[], known: Known, before: Links = NO_LINKS): Links {
  const seen = new Set(records.flatMap(({ prev }) => prev));
  const heads = [...before.heads, ...records.map(({ id }) => id)];
  const targets = records.flatMap((record) => record.of.map((id) => ({ ref: record.ref, id })));
  return {
    heads: new Set(heads.filter((id) => !seen.has(id) && !before.unknownSeen.has(id))),
    unknownSeen: new Set([...before.unknownSeen, ...seen].filter((id) => !known.has(id))),
    staysWithinRefs: before.staysWithinRefs && targets.every(({ ref, id }) => (known.get(id)?.ref ?? ref) === ref),
    unknownTargets: new Set([...before.unknownTargets, ...targets.map(({ id }) => id)].filter((id) => !known.has(id))),
  };
}

/** What the next writer puts into `prev`: the ids of the heads, greatest first, at most `MAX_HEADS`. */
export function headsOf({ heads }: Links): string[] {
  return [...heads].toSorted().toReversed().slice(0, MAX_HEADS);
}
