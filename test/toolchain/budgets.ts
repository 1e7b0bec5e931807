/**
 * What a command may open and load, and how large the built files may grow. These are counts, not times: they are the same
 * on every machine, and what grows past them is looked at before it is let through. Bytes are of built code.
 */

export interface CommandBudget {
  readonly argv: readonly string[];
  /** Files of code that are loaded, bin/ipplan.js included; two of them only while files have just changed. */
  readonly modules: number;
  /** Their size in all, in bytes. */
  readonly code: number;
  /** Files and folders of plan, journal and cache that are opened, listed or looked at, each time counted. Of files that changed just before, contents are read too. */
  readonly touched: number;
  readonly reason: string;
}

/** Warm, on the plan of 2017 (12 files) with the example journal. */
export const COMMANDS: Readonly<Record<string, CommandBudget>> = {
  "--version": {
    argv: ["--version"],
    modules: 3,
    code: 75_000,
    touched: 4,
    reason: "commander (40 kB) and one language's help; the plan's head is looked at for its language",
  },
  "overdue, JSON": {
    argv: ["overdue", "--format", "json", "--as-of", "2017-07-01"],
    modules: 8,
    code: 185_000,
    touched: 54,
    reason: "what reads and counts; no table, no catalogue, no parser, no hash",
  },
  "status, table": {
    argv: ["status", "--quarter", "2"],
    modules: 12,
    code: 285_000,
    touched: 54,
    reason: "besides, tables with cli-table3 (20 kB) and the catalogue of one language (18 to 28 kB)",
  },
  done: {
    argv: ["done", "1-1", "--on", "2017-06-28", "--by", "综合科"],
    modules: 13,
    code: 320_000,
    touched: 58,
    reason: "besides, what decides and appends; the hash of a record needs node:crypto",
  },
};

/** The largest files, and all of them. */
export const FILES: Readonly<Record<string, { readonly bytes: number; readonly reason: string }>> = {
  "main.cjs": { bytes: 62_000, reason: "loaded by every command" },
  "read.cjs": { bytes: 105_000, reason: "loaded by every command that reads plan and journal" },
  "screen.cjs": { bytes: 62_000, reason: "loaded for every table" },
  "cli-commands-write.cjs": { bytes: 40_000, reason: "loaded by every command that records" },
  "reporters-report-docx.cjs": { bytes: 260_000, reason: "docx: loaded for a Word document alone" },
};
export const ALL_FILES = { bytes: 1_600_000, reason: "what is downloaded and unpacked" };
