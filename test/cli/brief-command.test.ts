/** A command that only has the typed options parses a command line just like the full command. */
import type { Command } from "commander";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BriefCommand, hyphenatedWords } from "../../src/cli/brief-command.ts";
import { makeBriefly, makeProgram } from "../../src/cli/program.ts";
import { NO_HELP } from "../../src/cli/say.ts";

const sink = { isTerminal: false, columns: () => undefined, write: () => undefined };
const io = { env: {}, cwd: "/", now: () => 0, stdout: sink, stderr: sink, userName: () => "", cache: null };

async function commandAt(path: readonly string[], argv: readonly string[], options: "typed" | "all"): Promise<Command> {
  const line = [...path.slice(0, 1), ...argv];
  const brief = options === "all" ? null : await makeBriefly(line, NO_HELP, io, () => undefined);
  const program = brief ?? (await makeProgram(line, NO_HELP, io, () => undefined));
  return path.reduce((command, part) => command.commands.find((one) => one.name() === part) ?? command, program);
}

/** What the command parses from the words: options and operands, or its complaint. */
function read(command: Command, argv: readonly string[]): unknown {
  command.configureOutput({ writeErr: () => undefined });
  try {
    const { operands, unknown } = command.parseOptions([...argv]);
    // Options not typed have their default.
    return { options: { cache: true, ...command.opts() }, operands, unknown };
  } catch (error) {
    return String(error);
  }
}

const program = await makeProgram([], NO_HELP, io, () => undefined);
const paths = program.commands.flatMap((command) =>
  command.commands.length === 0 ? [[command.name()]] : command.commands.map((part) => [command.name(), part.name()]),
);

/** A word to type: a flag of the command, a value, or both joined. */
function words(command: Command): fc.Arbitrary<string> {
  const flags = command.options.flatMap(({ short, long }) => [short, long].filter((flag) => typeof flag === "string"));
  const flag = fc.constantFrom(...flags, "-x", "--plans", "--", "-");
  const value = fc.constantFrom("2", "甲处", "-q", "10-1", "--", "-1", "a b");
  const joined = fc.tuple(flag, fc.constantFrom("=", ""), value).map((parts) => parts.join(""));
  return fc.oneof(flag, value, joined);
}

describe.each(paths.map((path) => [path.join(" "), path] as const))("%s", (_, path) => {
  it("parses the same with all its options as with the typed ones only", async () => {
    const whole = await commandAt(path, [], "all");
    expect(whole.options.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.array(words(whole), { maxLength: 6 }), async (argv) => {
        const all = read(await commandAt(path, argv, "all"), argv);
        const typed = read(await commandAt(path, argv, "typed"), argv);
        expect(typed).toEqual(all);
      }),
      { seed: 2017, numRuns: 60 },
    );
  });
});

it("is null if no command is named", async () => {
  expect(await makeBriefly(["statsu"], NO_HELP, io, () => undefined)).toBeNull();
});

it("has no option that nobody typed", async () => {
  const command = await commandAt(["overdue"], ["--format", "json", "-q2"], "typed");
  expect(command.options.map(({ long }) => long)).toEqual(["--quarter", "--format"]);
  expect(new BriefCommand("one", hyphenatedWords(["a"])).option("-b, --bee", "").options).toEqual([]);
});
