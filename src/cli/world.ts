/** Runs the program in its process: turns the `process` that bin/ipplan.js hands over into the `Io` of `main`. */
import { fstatSync, statSync, writeSync } from "node:fs";
import type { ExitCode, Io, Sink } from "./io.ts";
import { main } from "./main.ts";
import { Optimizers } from "./optimizers.ts";

export { main };

/** The parts of Node.js's `process` that are used. */
export type Process = Pick<
  NodeJS.Process,
  "env" | "cwd" | "stdout" | "stderr" | "getBuiltinModule" | "version" | "config"
>;

/**
 * The loader of the program's files. While optimizers are disabled, `withOriginalFlags` runs the loader's work with V8's
 * original flags.
 */
export interface CodeLoader {
  withOriginalFlags: (<Result>(work: () => Result) => Result) | null;
}

/** Most UTF-16 units of a text to write at once: the memory for one piece is reused for the next. */
const PIECE = 64 * 1024;

/** Runs the command line in the process and returns the exit code. Throws if the current folder no longer exists. */
export async function runIn(
  process: Process,
  argv: readonly string[],
  cache: Io["cache"],
  loader: CodeLoader,
): Promise<ExitCode> {
  const { env } = process;
  // Seconds since 1970 UTC to use instead of the clock, for reproducible builds.
  const epoch = env["SOURCE_DATE_EPOCH"] ?? "";
  return main(argv, {
    cache,
    expectRun: expectingRuns(process, loader),
    env,
    cwd: process.cwd(),
    now: () => (epoch === "" ? Date.now() : Number(epoch) * 1000),
    stdout: sink(1, process),
    stderr: sink(2, process),
    userName: () => userName(process),
  });
}

/**
 * The implementation of `Io.expectRun`: disables V8's optimizers while they would not pay off. The program's files are
 * still compiled with the original flags.
 */
function expectingRuns(process: Process, loader: CodeLoader): NonNullable<Io["expectRun"]> {
  let optimizers: Optimizers | null = null;
  return (length) => {
    if (length === "long") return optimizers?.enable();
    // Without WebAssembly V8 may not generate machine code (`--jitless`).
    optimizers ??= new Optimizers(process.getBuiltinModule, process, "WebAssembly" in globalThis);
    const current = optimizers;
    loader.withOriginalFlags = (work) => current.withOriginalFlags(work);
    current.disable(length);
  };
}

function sink(fd: 1 | 2, process: Process): Sink {
  return {
    get isTerminal() {
      return isTerminal(fd, process);
    },
    columns: () => (fd === 1 ? process.stdout : process.stderr).columns,
    write: (text) => {
      writeAll(fd, text);
    },
  };
}

/**
 * Whether the stream is a terminal. Excludes what is not a character device, and /dev/null, before loading node:tty,
 * which is slow.
 */
function isTerminal(fd: number, { getBuiltinModule }: Process): boolean {
  try {
    const stats = fstatSync(fd, { bigint: true });
    if (!stats.isCharacterDevice()) return false;
    const nowhere = statSync("/dev/null", { bigint: true, throwIfNoEntry: false });
    return stats.rdev !== nowhere?.rdev && getBuiltinModule("node:tty").isatty(fd);
  } catch {
    // The stream is closed.
    return false;
  }
}

/** Writes all of the text or bytes. A pipe may take only a part at a time, or none for now. */
function writeAll(fd: number, text: string | Uint8Array): void {
  if (typeof text === "string" && text.length > PIECE) {
    writePieces(fd, text);
    return;
  }
  const taken = writeSome(fd, text);
  if (taken < Buffer.byteLength(text)) writeRest(fd, Buffer.from(text), taken);
}

/** Writes the text in pieces, without splitting a surrogate pair. */
function writePieces(fd: number, text: string): void {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + PIECE, text.length);
    if (to < text.length && /[\ud800-\udbff]/.test(text.charAt(to - 1))) to -= 1;
    writeAll(fd, text.slice(from, to));
  }
}

function writeRest(fd: number, bytes: Uint8Array, from: number): void {
  for (let at = from; at < bytes.length;) at += writeSome(fd, bytes.subarray(at));
}

/**
 * Writes as much as the stream takes, and returns the number of bytes. If it takes none for now (EAGAIN), waits 5 ms
 * and returns 0.
 */
function writeSome(fd: number, text: string | Uint8Array): number {
  try {
    return typeof text === "string" ? writeSync(fd, text) : writeSync(fd, text);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

/** git's user.name, else the system user; empty if neither is known. */
function userName({ getBuiltinModule }: Process): string {
  try {
    const { execFileSync } = getBuiltinModule("node:child_process");
    const name = execFileSync("git", ["config", "user.name"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    if (name !== "") return name;
  } catch {
    // git is not installed, or no name is set.
  }
  try {
    return getBuiltinModule("node:os").userInfo().username;
  } catch {
    // The system may know the user only by number.
    return "";
  }
}
