/** Workflow commands: lines in the log of a GitHub runner that become annotations. */
import type { Place } from "../../core/problem.ts";
import { inert } from "./finding-texts.ts";

/** Most annotations written. GitHub's page shows ten of each level; more than this in the log would help nobody. */
export const MOST_ANNOTATIONS = 50;

type Property = readonly [string, string | number];

/** `::error title=…::…`: exactly this one command, whatever the texts contain. */
export function workflowCommand(
  level: "error" | "warning" | "notice",
  properties: readonly Property[],
  text: string,
): string {
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(",");
  return `::${level}${list === "" ? "" : ` ${list}`}::${data(text)}`;
}

/** The properties for a place. GitHub accepts columns only if start and end are on the same line. */
export function placeProperties(at: Place, prefix: string): Property[] {
  const lines = [
    ["file", prefix + inert(at.file)],
    ["line", at.line],
    ["endLine", at.endLine],
  ] as const;
  if (at.endLine !== at.line) return [...lines];
  return [...lines, ["col", at.column], ["endColumn", at.endColumn]];
}

/** Escapes the text as the runner expects, so that it cannot end the command, and breaks the older `##[…]` commands. */
function data(text: string): string {
  const whole = text.replaceAll("##[", "## [");
  return whole.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
