/** Explains `—quarter` and `－－quarter`: flags whose hyphens an input method turned into other dashes. */
import type { Command } from "commander";
import { usage } from "./failure.ts";

/**
 * Fails if one of the commands' flags was typed with another dash. Anything else may be a text that begins with a dash.
 */
export function refuseLongDashes(argv: readonly string[], commands: readonly Command[]): void {
  for (const typed of argv) {
    const [, word] = /^[‐-―−－][‐-―−－-]*([A-Za-z].*)$/s.exec(typed) ?? [];
    const flag = word?.length === 1 ? `-${word}` : `--${word ?? ""}`;
    if (isFlag(flag.split("=")[0] ?? "", commands)) throw usage((texts) => texts.longDash(typed, flag));
  }
}

function isFlag(flag: string, commands: readonly Command[]): boolean {
  return commands.some(({ options }) => options.some(({ long, short }) => flag === long || flag === short));
}
