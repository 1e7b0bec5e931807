/** Programs of a test that run as processes of their own, on the sources as they stand. */
import { execFile } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildSync } from "esbuild";

const SOURCES = join(import.meta.dirname, "../../src/storage");

/** Bundles a program that may import from src/storage; returns the file to run. */
export function bundle(program: string, folder: string): string {
  const outfile = join(folder, "program.mjs");
  const stdin = { contents: program, resolveDir: SOURCES, loader: "ts" } as const;
  buildSync({ stdin, outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  chmodSync(folder, 0o755);
  return outfile;
}

/** A user that may nothing; undefined where this process cannot become another. */
const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined;

/** What the program prints. Runs as `nobody` where the tests run as root, whom no permission stops. */
export async function runProgram(
  file: string,
  args: readonly string[],
  asNobody = false,
  timeout = 20_000,
): Promise<string> {
  const user = asNobody && NOBODY !== undefined ? { uid: NOBODY, gid: NOBODY } : {};
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], { ...user, timeout });
  return stdout;
}
