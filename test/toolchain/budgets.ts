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
      "what starts the program knows its version, refuses a clock that is none, says in one line what keeps it from starting (0.5 kB), knows two places of compiled code (0.5 kB), and has members named in full (0.1 kB); streams and the clock are main.cjs's",
  },
  "overdue, JSON": {
    argv: ["overdue", "--format", "json", "--as-of", "2017-07-01"],
    modules: 3,
    code: 185_700,
    touched: 41,
    reason:
      "what reads and counts, commander, what all screens say (13 kB), and members named in full (0.3 kB); no help, no table, no catalogue, no parser, no hash",
  },
  "status, table": {
    argv: ["status", "--quarter", "2"],
    modules: 5,
    code: 253_000,
    touched: 41,
    reason:
      "besides, tables with cli-table3 (20 kB), the catalogue of one language (18 to 28 kB), what is counted apart by what a division leads and assists (0.8 kB), and what of the targets is open (0.2 kB)",
  },
  done: {
    argv: ["done", "1-1", "--on", "2017-06-28", "--by", "综合科"],
    modules: 6,
    code: 267_400,
    touched: 43,
    reason:
      "besides, what decides and appends, what reads rows and knows what each kind of record holds (0.2 kB) and an address among evidence (0.1 kB), what saves records of damaged lines, what refuses pipes, SHA-256, words for what a division leads and assists apart (0.5 kB), and what keeps words and evidence, tells a restoring undo, finds one's last record in two copies and keeps the command that takes all back on its line (1.8 kB)",
  },
  "overdue, JSON, after that": {
    argv: ["overdue", "--format", "json", "--as-of", "2017-07-01"],
    modules: 3,
    code: 185_700,
    touched: 45,
    reason: "the tail is kept: no hash",
  },
};

/** The largest built files. */
export const FILES: Readonly<Record<string, { readonly bytes: number; readonly reason: string }>> = {
  "start.cjs": {
    bytes: 4_200,
    reason: "what starts the program, all that --version needs, and two places of compiled code",
  },
  "main.cjs": {
    bytes: 179_800,
    reason:
      "loaded by every command, with what makes streams and a clock of the process (3 kB), tells a journal of an earlier year, judges by gaps as printed, knows days after the year, waits for git where no journal is found (0.2 kB), lists targets that were not reached by their day, of each quarter each, and counts verdicts by group (2.2 kB), counts words on a task with those on its milestones (0.6 kB), takes months as quarters are taken and groups of what is overdue (1.3 kB), knows what a file of each ending may hold (0.3 kB), and takes targets as cancelled with their task, names what was last reported, what is judged before a period and what may be a second day of a target (2.6 kB), follows a link to a plan, refuses a second journal beside it (0.2 kB), lays records in layers (0.1 kB), keeps every digit of sums, has groups on track by their targets (0.2 kB), groups commands by purpose (0.4 kB) and knows the day of a problem and of a next step (0.3 kB), with members named in full (0.3 kB); of what is kept compiled only the functions used",
  },
  "screen.cjs": {
    bytes: 39_200,
    reason:
      "loaded for every table, with what stands above and below screens (0.9 kB), the commands that it names, and with targets that ask for something (1 kB) and their legend; how tables stack on narrow screens stands apart",
  },
  "write.cjs": {
    bytes: 44_200,
    reason:
      "loaded by every command that records, with its screen, which names the one command that takes all back (0.5 kB), what each kind of record holds, for files and flags alike (0.2 kB), and what waits while git brings another journal (1.2 kB)",
  },
  "lines.cjs": {
    bytes: 9_700,
    reason:
      "loaded where lines of a journal are written, proven or saved, with SHA-256 (5 kB) and what shows the beginning of a damaged one (0.2 kB)",
  },
  "reporters-report-docx.cjs": { bytes: 260_000, reason: "docx: loaded for a Word document alone" },
};
/** dist/first.code: V8's compiled code from the build, in two copies. Its size depends on the V8 version. */
export const FIRST_CODE = {
  bytes: 3_000_000,
  reason: "read where no cache is there yet, a file at a time; saves a quarter of such a command",
};
/** All built files together, without FIRST_CODE. */
export const ALL_FILES = { bytes: 1_600_000, reason: "what is downloaded and unpacked" };
