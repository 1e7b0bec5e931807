/** The writing commands except `undo`, each named after the kind of record that it writes. */
export const WRITE_KINDS = [
  "done",
  "progress",
  "reading",
  "note",
  "block",
  "unblock",
  "extend",
  "cancel",
  "accept",
] as const;
export type WriteKind = (typeof WRITE_KINDS)[number];
