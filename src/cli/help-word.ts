/** Supports `ipplan help status`, as git, npm and docker do. Loaded only when it is typed. */
import { isCommand } from "./program.ts";

/** The equivalent command line with `--help`. An unknown command is left as it is, to be complained about. */
export function withHelpOption([, ...words]: readonly string[]): readonly string[] {
  const [name = "help"] = words;
  if (name === "help") return ["--help"];
  return name.startsWith("-") || isCommand(name) ? [...words, "--help"] : words;
}
