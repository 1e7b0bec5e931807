/** Commands in the log of GitHub's runner, which become annotations. */
import type { Place } from "../../core/problem.ts";
import { inert } from "./finding-texts.ts";

/** The page shows ten of a kind; a flood in the log helps nobody. */
export const MOST_ANNOTATIONS = 50;

type Property = readonly [string, string | number];

/** `::error title=…::…`: whatever stands in the texts, it is this one command and no other. */
export function workflowCommand(
  level: "error" | "warning" | "notice",
  properties: readonly Property[],
  text: string,
): string {
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(",");
  return `::${level}${list === "" ? "" : ` ${list}`}::${data(text)}`;
}

/** GitHub takes columns only where both ends stand in one line. */
export function placeProperties(at: Place, prefix: string): Property[] {
  const lines = [
    ["file", prefix + inert(at.file)],
    ["line", at.line],
    ["endLine", at.endLine],
  ] as const;
  if (at.endLine !== at.line) return [...lines];
  return [...lines, ["col", at.column], ["endColumn", at.endColumn]];
}

/** As the runner reads it back: nothing in a text ends the command, and none of the older `##[…]` commands begins. */
function data(text: string): string {
  const whole = text.replaceAll("##[", "## [");
  return whole.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
