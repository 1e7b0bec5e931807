/** Runs the real program in this process on temporary folders, with a fixed clock and an isolated environment. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ExitCode, Io, Sink } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { cacheBeside, cacheFor } from "../support/cache.ts";
import { asText } from "../support/written.ts";

const PLAN = fileURLToPath(new URL("../../plan", import.meta.url));
const EXAMPLE = new URL("../fixtures/journal-example.jsonl", import.meta.url);

/** 2017-07-03 09:12 in Beijing, the Monday of the designed screens. */
const NOW = Date.parse("2017-07-03T09:12:00+08:00");

export interface Run {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a test may change in the program's environment. */
export interface World {
  readonly env?: Io["env"];
  readonly isTerminal?: boolean;
}

/** A temporary folder with a plan and a journal, and the program to run in it. */
export interface Office {
  readonly path: (name: string) => string;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  readonly append: (name: string, text: string) => void;
  readonly run: (argv: readonly string[], world?: World) => Promise<Run>;
}

/** The contents of an office. */
export interface Furniture {
  /** Plan files by name; without it, this repository's plan. */
  readonly plan?: Readonly<Record<string, string>>;
  /** The journal's text; null for no journal. Without it, the example journal. */
  readonly journal?: string | null;
  /** Files of a second plan, in the folder `other`. */
  readonly other?: Readonly<Record<string, string>>;
  /** Files beside the plan folder. */
  readonly files?: Readonly<Record<string, string>>;
}

const made: string[] = [];

/** The lines of the example journal, without line breaks. */
export function exampleLines(): string[] {
  return readFileSync(EXAMPLE, "utf8").trimEnd().split("\n");
}

export function journalOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

export function makeOffice({ plan, journal = readFileSync(EXAMPLE, "utf8"), other, files }: Furniture = {}): Office {
  const folder = mkdtempSync(join(tmpdir(), "ipplan-contract-"));
  made.push(folder);
  const path = (name: string): string => join(folder, name);
  const write = (name: string, text: string): void => {
    writeFileSync(path(name), text);
  };
  if (plan === undefined) cpSync(PLAN, path("plan"), { recursive: true });
  else mkdirSync(path("plan"));
  for (const [name, text] of Object.entries(plan ?? {})) write(join("plan", name), text);
  if (other !== undefined) mkdirSync(path("other"));
  for (const [name, text] of Object.entries(other ?? {})) write(join("other", name), text);
  for (const [name, text] of Object.entries(files ?? {})) write(name, text);
  if (journal !== null) write("journal.jsonl", journal);
  return {
    path,
    read: (name) => readFileSync(path(name), "utf8"),
    write,
    append: (name, text) => {
      appendFileSync(path(name), text);
    },
    run: async (argv, world) => run(folder, argv, world ?? {}),
  };
}

/** Removes the folders of all offices made so far. */
export function removeOffices(): void {
  for (const folder of made.splice(0).flatMap((office) => [office, cacheBeside(office)])) {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(cwd: string, argv: readonly string[], { env = {}, isTerminal = false }: World): Promise<Run> {
  const [out, err] = [capture(isTerminal), capture(isTerminal)];
  const cache = cacheFor(argv, { env: { IPPLAN_CACHE: cacheBeside(cwd), ...env }, cwd });
  const world = { env, cwd, now: () => NOW, stdout: out, stderr: err, userName: () => "综合科", cache };
  const code = await main(argv, world);
  return { code, stdout: out.text(), stderr: err.text() };
}

function capture(isTerminal: boolean): Sink & { readonly text: () => string } {
  let all = "";
  return {
    isTerminal,
    columns: () => (isTerminal ? 80 : undefined),
    write: (text) => {
      all += asText(text);
    },
    text: () => all,
  };
}
