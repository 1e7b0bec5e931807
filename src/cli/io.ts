import type { CacheLocation } from "../storage/compiled/cache-location.ts";

/** Everything the program may touch besides files. Made from the process by world.ts, or by a test. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Milliseconds since 1970 UTC; the program's only clock. */
  readonly now: () => number;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** The current user's name: git's user.name, else the system user; empty if neither is known. */
  readonly userName: () => string;
  /** The cache of compiled plans and journals; null to use none. */
  readonly cache: CacheLocation | null;
  /** Called with how long the work ahead will take. Absent when more commands follow in the same process. */
  readonly expectRun?: (length: RunLength) => void;
  /** Called with the journal's path if no journal file is found there. */
  readonly onMissingJournal?: (path: string) => void;
}

/**
 * Short: over before V8's optimizing compilers pay off. Middling: over before the thorough one does, but not the quick one
 * that newer versions have too.
 */
export type RunLength = "short" | "middling" | "long";

/** An output stream. */
export interface Sink {
  readonly isTerminal: boolean;
  /** Width of the terminal in columns; undefined if it is none or does not say. */
  readonly columns: () => number | undefined;
  /** Writes all of the text (or its bytes in UTF-8), or throws. */
  readonly write: (text: string | Uint8Array) => void;
}

/** 0 done · 1 findings · 2 usage error · 3 plan, journal or a file cannot be read or written. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The outcome of a command. Results go to stdout, everything else to stderr. */
export interface Outcome {
  /**
   * A text, or its UTF-8 bytes in pieces. Each piece must be used before the next is requested, which may reuse its
   * memory.
   */
  readonly stdout: string | Iterable<Uint8Array>;
  readonly stderr: string;
  readonly code: ExitCode;
  /** Ids of the records written, to be named if the result cannot be printed. */
  readonly written?: readonly string[];
}
