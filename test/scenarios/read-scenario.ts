/**
 * Reads scenarios. A scenario is a Markdown file: each ```console block has commands after `$ ` and their output. Lines of
 * standard error begin with `! `; an exit code other than 0 comes last, as `[2]`. The commands run in a shell, in a folder
 * with a copy of the plan. Directives in comments:
 *
 *   <!-- journal: example 47 -->     a new folder with the first 47 records of the example journal (no number: all;
 *                                    `empty`: no journal)
 *   <!-- env: COLUMNS=80 -->         sets an environment variable from here on; `env: COLUMNS=` removes it
 *   <!-- clone -->                   a new folder that is a git repository, like a clone of this one
 *
 * A line `export COLUMNS=80` in any other block does the same as `env:`, for documents whose readers type it.
 */

/** A command with its expected output. */
export interface Command {
  readonly kind: "command";
  readonly line: number;
  readonly command: string;
  readonly expected: string;
}

export type ScenarioPart =
  | Command
  | { readonly kind: "journal"; readonly journal: string }
  | { readonly kind: "env"; readonly assignment: string }
  | { readonly kind: "clone" };

/** The directives and commands of a scenario's text, in order. */
export function readScenario(text: string): ScenarioPart[] {
  const parts: ScenarioPart[] = [];
  /** The commands of the block being read; null outside a block. */
  let open: OpenCommand[] | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    const directive = directiveIn(line);
    if (directive !== null) parts.push(directive);
    else if (line === "```console") {
      // Otherwise the commands of the open block would not run.
      if (open !== null) throw new Error(`line ${index + 1}: the block before is not closed`);
      open = [];
    } else if (line === "```" && open !== null) {
      parts.push(...open);
      open = null;
    } else if (open !== null) addToBlock(open, line, index + 1);
  }
  if (open !== null) throw new Error("the last block is not closed");
  return parts;
}

function directiveIn(line: string): ScenarioPart | null {
  const [, journal] = /^<!-- journal: (.*) -->$/.exec(line) ?? [];
  const assignment = /^<!-- env: (.*) -->$/.exec(line)?.[1] ?? /^export (\S+=\S*)$/.exec(line)?.[1];
  if (journal !== undefined) return { kind: "journal", journal };
  if (assignment !== undefined) return { kind: "env", assignment };
  return line === "<!-- clone -->" ? { kind: "clone" } : null;
}

type OpenCommand = { -readonly [Key in keyof Command]: Command[Key] };

function addToBlock(block: OpenCommand[], text: string, line: number): void {
  const last = block.at(-1);
  if (text.startsWith("$ ")) block.push({ kind: "command", line, command: text.slice(2), expected: "" });
  else if (last === undefined) throw new Error(`line ${line}: output before any command`);
  else if (last.expected === "" && last.command.endsWith("\\")) {
    last.command = `${last.command.slice(0, -1)}${text.trim()}`;
  } else last.expected += `${text}\n`;
}
