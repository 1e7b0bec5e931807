/** Defines the command `diff`. */
import { addCommand, addOutput } from "./flags.ts";
import type { CommonOptions } from "./options.ts";
import type { Target } from "./program.ts";

export function addDiff({ program, texts, io, finish }: Target): void {
  const examples = ["ipplan diff HEAD~1", "ipplan diff origin/main --format md", "ipplan diff 2017 2018"];
  const diff = addCommand(program, "diff", texts.diff, texts, examples)
    .argument("<before>", texts.argBefore)
    .argument("[after]", texts.argAfter);
  addOutput(diff, texts).action(async (before: string, after: string | undefined, options: CommonOptions) => {
    finish(await (await import("./commands/diff.ts")).diff(before, after, options, io));
  });
}
