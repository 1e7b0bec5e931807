import { inertInRunner } from "../reporters/runner.ts";
import type { Io } from "./io.ts";

/**
 * The text to print. On a GitHub runner, text that was typed or read is made harmless: it could contain workflow
 * commands.
 */
export function inLog(text: string, { env }: Pick<Io, "env">): string {
  return env["GITHUB_ACTIONS"] === "true" ? inertInRunner(text) : text;
}
