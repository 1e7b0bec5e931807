/** The program in its process: what bin/ipplan.js hands over of Node.js becomes the world that `main` is given. */
import { fstatSync, statSync, writeSync } from "node:fs";
import type { ExitCode, Io, Sink } from "./io.ts";
import { main } from "./main.ts";
import { Optimizers } from "./optimizers.ts";

export { main };

/** What is asked of Node.js's `process`. */
export type Process = Pick<
  NodeJS.Process,
  "env" | "cwd" | "stdout" | "stderr" | "getBuiltinModule" | "version" | "config"
>;

/** Who compiles the program's files; where V8's flags were changed, `unhurried` does that with those of the start. */
export interface Compiling {
  unhurried: (<Result>(work: () => Result) => Result) | null;
}

/** Units of a text that are written at once: the memory for one piece is used again for the next. */
const PIECE = 64 * 1024;

/** Runs the command line in the process, and returns the exit code. Throws where the current folder is gone. */
export async function runIn(
  process: Process,
  argv: readonly string[],
  cache: Io["cache"],
  compiling: Compiling,
): Promise<ExitCode> {
  const { env } = process;
  // Seconds that stand in for the clock, so that builds can be repeated.
  const epoch = env["SOURCE_DATE_EPOCH"] ?? "";
  return main(argv, {
    cache,
    hurry: hurrying(process, compiling),
    env,
    cwd: process.cwd(),
    now: () => (epoch === "" ? Date.now() : Number(epoch) * 1000),
    stdout: sink(1, process),
    stderr: sink(2, process),
    userName: () => userName(process),
  });
}

/** Lets V8 optimize nothing while what runs is over soon; the program's files are compiled as at the start all the same. */
function hurrying(process: Process, compiling: Compiling): NonNullable<Io["hurry"]> {
  let optimizers: Optimizers | null = null;
  return (isSoonOver) => {
    if (!isSoonOver) return optimizers?.letGo();
    // There is no WebAssembly where V8 may not make machine code (`--jitless`).
    optimizers ??= new Optimizers(process.getBuiltinModule, process, "WebAssembly" in globalThis);
    const held = optimizers;
    compiling.unhurried = (work) => held.release(work);
    held.hold();
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

/** Whether it is a terminal. All else is told by its kind, without node:tty, which takes a while to load. */
function isTerminal(fd: number, { getBuiltinModule }: Process): boolean {
  try {
    const stats = fstatSync(fd, { bigint: true });
    if (!stats.isCharacterDevice()) return false;
    const nowhere = statSync("/dev/null", { bigint: true, throwIfNoEntry: false });
    return stats.rdev !== nowhere?.rdev && getBuiltinModule("node:tty").isatty(fd);
  } catch {
    // It is closed.
    return false;
  }
}

/** Writes all of the text, or of its bytes: a pipe may take a part at a time, and one that must wait is asked again. */
function writeAll(fd: number, text: string | Uint8Array): void {
  if (typeof text === "string" && text.length > PIECE) {
    writePieces(fd, text);
    return;
  }
  const taken = writeSome(fd, text);
  if (taken < Buffer.byteLength(text)) writeRest(fd, Buffer.from(text), taken);
}

/** A pair of units that make one character stays whole. */
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

/** How much of it, in bytes, the stream took. */
function writeSome(fd: number, text: string | Uint8Array): number {
  try {
    return typeof text === "string" ? writeSync(fd, text) : writeSync(fd, text);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

/** git's user.name, else the system's user; empty where neither is known. */
function userName({ getBuiltinModule }: Process): string {
  try {
    const { execFileSync } = getBuiltinModule("node:child_process");
    const name = execFileSync("git", ["config", "user.name"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    if (name !== "") return name;
  } catch {
    // No git, or no name in it.
  }
  try {
    return getBuiltinModule("node:os").userInfo().username;
  } catch {
    // A user may have a number alone.
    return "";
  }
}
