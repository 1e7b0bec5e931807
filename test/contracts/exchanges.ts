/** Runs the cases. Each case runs once, for all tests that use its answers. */
import { type Case, READINGS, WRITINGS } from "./cases.ts";
import { type Office, type Run, type World, makeOffice } from "./program.ts";
import { COMMANDS, type Command } from "./schemas.ts";

/** A command and its output: in Chinese into a pipe, and, if both languages are tested, in English on a colour terminal. */
export interface Exchange {
  readonly command: Command;
  readonly zh: Run;
  readonly en: Run | null;
}

const TERMINAL: World = { isTerminal: true, env: { FORCE_COLOR: "1", COLUMNS: "40", LANG: "de_DE.UTF-8" } };

/** A test title and the answers of its commands. The commands run at the first call. */
export type Row = readonly [title: string, answers: () => Promise<readonly Exchange[]>];

/** One row per command: commands that only read can share an office. */
const READ = READINGS.map((reading) => ({ rows: readingRows(reading), inChinese: reading.inChinese === true }));
export const READING_ROWS = READ.flatMap(({ rows }) => rows);

/** One row per office. The other language gets a second office with the same contents. */
export const WRITING_ROWS: readonly Row[] = WRITINGS.map((writing) => {
  const title = `${writing.office}: ${writing.commands.join("; ")}`;
  return [title, once(async () => answersInTurn(writing))];
});

/** The rows that run in both languages. */
export const BILINGUAL_ROWS = [...READ.flatMap(({ rows, inChinese }) => (inChinese ? [] : rows)), ...WRITING_ROWS];

function readingRows({ office: name, furniture, commands, inChinese = false }: Case): Row[] {
  const office = once(() => makeOffice(furniture));
  return commands.map((command) => {
    const answers = once(async () => [await exchange(command, office(), inChinese ? null : office())]);
    return [`${name}: ${command}`, answers];
  });
}

async function answersInTurn({ furniture, commands }: Case): Promise<Exchange[]> {
  const [chinese, english] = [makeOffice(furniture), makeOffice(furniture)];
  const exchanges: Exchange[] = [];
  for (const command of commands) exchanges.push(await exchange(command, chinese, english));
  return exchanges;
}

async function exchange(typed: string, chinese: Office, english: Office | null): Promise<Exchange> {
  const words = [...typed.split(" "), "--format", "json"];
  const command = COMMANDS.find((name) => name === words[0]);
  if (command === undefined) throw new Error(`no contract for ${typed}`);
  const zh = await chinese.run([...words, "--lang", "zh"]);
  const en = english === null ? null : await english.run([...words, "--lang", "en"], TERMINAL);
  return { command, zh, en };
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}
