import type { RecordView } from "./records.ts";

/** A record in the log, and the correction or undo below which it is shown; null if it stands by itself. */
export interface PlacedRecord {
  readonly record: RecordView;
  readonly below: RecordView | null;
}

/**
 * The records, newest first as given, except that a corrected or revoked record comes directly below the record that
 * did so, even if others were written in between or a clock was ahead.
 */
export function besideCorrections(records: readonly RecordView[]): PlacedRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const places = new Map(records.map((record, index) => [record.id, { record, index }]));
  const placed = new Map<string, PlacedRecord>();
  const place = (first: RecordView): void => {
    const open: PlacedRecord[] = [{ record: first, below: null }];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const { record, below } = one;
      if (placed.has(record.id)) continue;
      placed.set(record.id, one);
      const targets = new Set(changes(record) ? record.of : []);
      const shown = [...targets].flatMap((id) => places.get(id) ?? []).toSorted((a, b) => b.index - a.index);
      open.push(...shown.map((target) => ({ record: target.record, below: below ?? record })));
    }
  };
  const isLastWord = ({ supersededBy }: RecordView): boolean => supersededBy === null || !byId.has(supersededBy);
  for (const record of records.filter(isLastWord)) place(record);
  return [...placed.values()];
}

function changes({ do: kind, isCorrection }: RecordView): boolean {
  return kind === "revoke" || isCorrection;
}
