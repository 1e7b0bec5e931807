/** `ipplan help status`, as git, npm and docker have it: loaded where it is typed. */
import { isCommand } from "./program.ts";

/** The command line that asks for the same help by its option; of a command that is none, one that is complained of. */
export function withHelpOption([, ...words]: readonly string[]): readonly string[] {
  const [name = "help"] = words;
  if (name === "help") return ["--help"];
  return name.startsWith("-") || isCommand(name) ? [...words, "--help"] : words;
}
