import type { CachePlace } from "../storage/compiled/place.ts";

/** The world outside, made of the process by world.ts (or by a test): all that the program may touch besides files. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Milliseconds since 1970 UTC; the program's only clock. */
  readonly now: () => number;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** The name of whoever is at the keyboard: git's user.name, else the system's user; empty where neither is known. */
  readonly userName: () => string;
  /** Where compiled plans and journals are kept; null for nowhere. */
  readonly cache: CachePlace | null;
  /** Told whether what comes next will be over soon, so that nothing is made ready for later; absent where others will follow. */
  readonly hurry?: (isSoonOver: boolean) => void;
  /** Told of a journal's path where no file of a journal is found. */
  readonly noRecords?: (path: string) => void;
}

/** Where output goes. */
export interface Sink {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it has none or does not say. */
  readonly columns: () => number | undefined;
  /** Writes all of the text (or its bytes in UTF-8), or throws. */
  readonly write: (text: string | Uint8Array) => void;
}

/** 0 done · 1 findings · 2 usage · 3 plan, journal or a file cannot be read or written. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command came to: stdout is the result, stderr everything else. */
export interface Outcome {
  /** A text, or its bytes in UTF-8 in pieces, each to be used before the next one is asked for. */
  readonly stdout: string | Iterable<Uint8Array>;
  readonly stderr: string;
  readonly code: ExitCode;
  /** The ids of records that were written: told where the result cannot be printed. */
  readonly written?: readonly string[];
}
