/**
 * Budgets: what a command may open and load, and how large the built files may be. They are counts, not times, so that they
 * are the same on every machine. Raise one only after looking at why it is exceeded.
 */

export interface CommandBudget {
  readonly argv: readonly string[];
  /** Loaded code files, including bin/ipplan.js. */
  readonly modules: number;
  /** Their total size in bytes. */
  readonly code: number;
  /**
   * How often files and folders of plan, journal and cache are opened, listed or stat'ed. The contents of files that have
   * just changed are read too.
   */
  readonly touched: number;
  readonly reason: string;
}

/** With a warm cache, on the 2017 plan (12 files) with the example journal. */
export const COMMANDS: Readonly<Record<string, CommandBudget>> = {
  "--version": {
    argv: ["--version"],
    modules: 2,
    code: 5_900,
    touched: 0,
    reason:
      "only start.cjs: it knows its version, and how to say in one line what keeps it from starting; streams, clock and commander are in main.cjs",
  },
  "overdue, JSON": {
    argv: ["overdue", "--format", "json", "--as-of", "2017-07-01"],
    modules: 3,
    code: 187_500,
    touched: 41,
    reason: "start.cjs and main.cjs: no help, no table, no catalogue, no parser, no hash",
  },
  "status, table": {
    argv: ["status", "--quarter", "2"],
    modules: 5,
    code: 256_000,
    touched: 41,
    reason: "besides main.cjs: screen.cjs with cli-table3, and the catalogue of one language (18 to 28 kB)",
  },
  done: {
    argv: ["done", "1-1", "--on", "2017-06-28", "--by", "综合科"],
    modules: 6,
    code: 269_900,
    touched: 43,
    reason: "besides main.cjs: write.cjs, lines.cjs with SHA-256, and the catalogue of one language; no table",
  },
  "overdue, JSON, after that": {
    argv: ["overdue", "--format", "json", "--as-of", "2017-07-01"],
    modules: 3,
    code: 187_500,
    touched: 45,
    reason: "the record of done lies behind the compiled journal: it is read from the cached tail, without a hash",
  },
};

/** The largest built files. */
export const FILES: Readonly<Record<string, { readonly bytes: number; readonly reason: string }>> = {
  "start.cjs": {
    bytes: 4_200,
    reason: "all that --version needs, and the code cache's two files: the user's and the build's",
  },
  "main.cjs": {
    bytes: 181_700,
    reason:
      "loaded by every command. By part, in kB: states, counts, pace and lights 38, commander 35, reading what is compiled 26, flags and options 25, views 21, the journal's fold 11, words that reporters share 14, files of plan and journal 4, the rest 5. Only functions that everyday commands use",
  },
  "screen.cjs": {
    bytes: 39_800,
    reason:
      "loaded for every table. In kB: the screens of list, overdue and status 17, cli-table3 14, words that they share 8. The layout for narrow terminals is apart",
  },
  "write.cjs": {
    bytes: 44_200,
    reason:
      "loaded by every command that records. In kB: typed rows and items 13, its screen 7, what each kind of record means 6, appending to journals 5, flags and views 10",
  },
  "lines.cjs": {
    bytes: 9_700,
    reason:
      "loaded where journal lines are written, checked or salvaged. In kB: SHA-256 6, reading and writing a line 3",
  },
  "reporters-report-docx.cjs": { bytes: 260_000, reason: "docx: loaded for a Word document alone" },
};
/** dist/first.code: V8's compiled code from the build, in two copies. In MB with Node.js 20: 3.0, 24: 3.2, 26: 3.3. */
export const FIRST_CODE = {
  bytes: 3_400_000,
  reason: "read where no cache is there yet, a file at a time; saves a quarter of such a command",
};
/** All built files together, without FIRST_CODE. */
export const ALL_FILES = { bytes: 1_600_000, reason: "what is downloaded and unpacked" };
