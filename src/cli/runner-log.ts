import { inertInRunner } from "../reporters/runner.ts";
import type { Io } from "./io.ts";

/** The text as it is printed: what was typed or read stands in it, and in the log of GitHub's runner must give no commands. */
export function inLog(text: string, { env }: Pick<Io, "env">): string {
  return env["GITHUB_ACTIONS"] === "true" ? inertInRunner(text) : text;
}
