/** Which records count no more: what was taken back, and what was corrected. */
import { addTo } from "../lists.ts";
import type { JournalRecord } from "./record.ts";

/**
 * Why each dead record is dead. A `revoke` that is not itself taken back takes back what it names. Any other record
 * corrects what it names of its own kind, also once it is corrected itself, unless it was taken back: undoing a
 * correction restores what it had corrected, correcting it again does not. Where both was done, the correction counts.
 */
export function findSuperseded(
  records: readonly JournalRecord[],
  byId: ReadonlyMap<string, JournalRecord>,
): Map<string, string> {
  const revokes = indexByTarget(
    records.filter((record) => record.do === "revoke"),
    byId,
  );
  const revokedBy = settleRevocations(revokes);
  const standing = records.filter((record) => record.do !== "revoke" && !revokedBy.has(record.id));
  const superseded = new Map(revokedBy);
  for (const [target, ids] of indexByTarget(withCorrected(standing, revokedBy, byId), byId)) {
    const own = ids.filter((id) => byId.get(id)?.do === byId.get(target)?.do);
    const correction = greatest(own);
    if (correction !== null && !superseded.has(target)) superseded.set(target, correction);
  }
  return superseded;
}

/** Also those that were taken back, and corrected by what stands: they go on correcting. */
function withCorrected(
  standing: readonly JournalRecord[],
  revokedBy: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, JournalRecord>,
): JournalRecord[] {
  const correcting = new Set(standing);
  // What is added on the way is looked at too.
  for (const { do: kind, of } of correcting) {
    for (const id of of) {
      const target = byId.get(id);
      if (target?.do === kind && revokedBy.has(id)) correcting.add(target);
    }
  }
  return [...correcting];
}

/**
 * For each record that is taken back: the greatest id of the revocations that stand. `of` holds hashes, so that the
 * graph has no cycle; the walk keeps its own stack, since a chain may be as long as the journal.
 */
function settleRevocations(revokes: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const settled = new Map<string, string | null>();
  const stack = [...revokes];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const [id, against] = entry;
    if (settled.has(id)) continue;
    const open = against.flatMap((revoke): [string, readonly string[]][] => {
      const deeper = revokes.get(revoke);
      return deeper === undefined || settled.has(revoke) ? [] : [[revoke, deeper]];
    });
    if (open.length > 0) stack.push(entry, ...open);
    else settled.set(id, greatest(against.filter((revoke) => (settled.get(revoke) ?? null) === null)));
  }
  const dead = [...settled].filter((entry): entry is [string, string] => entry[1] !== null);
  return new Map(dead);
}

/** For each record of the journal that one of the records names: the ids of those. */
function indexByTarget(
  records: readonly JournalRecord[],
  byId: ReadonlyMap<string, JournalRecord>,
): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const record of records) {
    for (const target of record.of) if (byId.has(target)) addTo(index, target, record.id);
  }
  return index;
}

function greatest(ids: readonly string[]): string | null {
  return ids.reduce<string | null>((best, id) => (best === null || id > best ? id : best), null);
}
