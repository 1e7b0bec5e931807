/** Runs programs of a test as separate processes, on the current sources. */
import { execFile } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { rolldown } from "rolldown";

const SOURCES = join(import.meta.dirname, "../../src/storage");

/** Bundles a program that may import from src/storage; returns the file to run. */
export async function bundle(program: string, folder: string): Promise<string> {
  const file = join(folder, "program.mjs");
  const input = join(SOURCES, "program-of-a-test.ts");
  const given = {
    name: "given",
    load: (id: string) => (id === input ? program : null),
    resolveId: (id: string) => (id === input ? id : null),
  };
  const bundler = await rolldown({ input, platform: "node", plugins: [given] });
  await bundler.write({ file, format: "esm" });
  await bundler.close();
  chmodSync(folder, 0o755);
  return file;
}

/** A user without permissions; undefined if this process cannot switch users. */
const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined;

/** Runs the program and returns its output. With `asNobody`, tests run as root switch to a user whom permissions stop. */
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
