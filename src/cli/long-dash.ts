/** `—quarter` and `－－quarter`: flags that an input method spoiled. */
import type { Command } from "commander";
import { usage } from "./failure.ts";

/** Fails where a flag of the commands was typed with another dash; what is none may be a text that begins with one. */
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
