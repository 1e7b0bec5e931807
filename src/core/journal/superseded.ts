/** Which records no longer count because they were revoked or corrected. */
import { addTo } from "../lists.ts";
import type { JournalRecord } from "./record.ts";

/**
 * For each dead record, the id of the record that revoked or corrected it.
 *
 * A `revoke` that is not itself revoked revokes what it names. Any other record that was not revoked corrects what it
 * names of its own kind, and goes on doing so after it was corrected itself. So undoing a correction restores what it
 * had corrected; correcting it again does not. If a record was both revoked and corrected, the correction still counts,
 * and the revoke is given here.
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

/** Adds revoked records that a standing record corrects: they go on correcting what they name. */
function withCorrected(
  standing: readonly JournalRecord[],
  revokedBy: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, JournalRecord>,
): JournalRecord[] {
  const correcting = new Set(standing);
  // A Set iterates over values added during the loop.
  for (const { do: kind, of } of correcting) {
    for (const id of of) {
      const target = byId.get(id);
      if (target?.do === kind && revokedBy.has(id)) correcting.add(target);
    }
  }
  return [...correcting];
}

/**
 * For each revoked record, the greatest id of the revokes that stand. `of` holds hashes, so the graph has no cycle. The
 * walk keeps its own stack, since a chain may be as long as the journal.
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

/** For each record in `byId`, the ids of those among `records` that name it. */
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
