/**
 * Removes anchors, aliases and tags from a text in memory, so that one slip does not hide the file's other mistakes. If one
 * takes the place of a value, a hole is left: it is reported already, and the value meant is unknown.
 */
import type { Path } from "../core/draft.ts";
import type { OffsetFinding } from "./yaml-tokens.ts";

/** A private-use character that occurs in no plan; a text that begins with it is a hole. */
export const HOLE = "\uE000";
/** With more of them than this, the file is not a plan. */
const MOST_MENDED = 200;

/** The text, with its length kept, without the refused constructs; null if they cannot be removed safely. */
export function withoutFeatures(text: string, refused: readonly OffsetFinding[]): string | null {
  if (refused.length > MOST_MENDED) return null;
  const pieces: string[] = [];
  let end = 0;
  for (const { offset, length, finding } of refused) {
    const instead =
      finding.code === "E-YAML-FEATURE" ? substitute(text, offset, length, finding.details.feature) : null;
    if (instead === null) return null;
    pieces.push(text.slice(end, offset), instead.repeat(length));
    end = offset + length;
  }
  return [...pieces, text.slice(end)].join("");
}

/** A space if the value that follows can be judged by itself; a hole if the construct is the value or changes its type. */
function substitute(text: string, offset: number, length: number, feature: string): string | null {
  const lineStart = text.lastIndexOf("\n", offset) + 1;
  const before = text.slice(lineStart, offset);
  const lineEnd = endOfLine(text, offset);
  const behind = text.slice(offset + length, lineEnd).trim();
  // Removing it would leave a key at another column than its neighbours.
  if (/^[^\s:]*:(?:\s|$)/.test(behind)) return null;
  if (feature === "alias") return /<<:\s*$/.test(before) ? null : HOLE;
  if (feature !== "anchor" && feature !== "tag") return null;
  if (/^(?:#|$)/.test(behind)) return holdsNextLine(text, before, lineEnd) ? " " : HOLE;
  if (/^[,\]}]/.test(behind)) return HOLE;
  return feature === "anchor" || /^[[{]/.test(behind) ? " " : HOLE;
}

function endOfLine(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  return found < 0 ? text.length : found;
}

/** Whether the value of the line is on the lines below: deeper, or as items at the column of its key. */
function holdsNextLine(text: string, before: string, lineEnd: number): boolean {
  const next = text.slice(lineEnd + 1, endOfLine(text, lineEnd + 1));
  const [own, other] = [before.search(/\S|$/), next.search(/\S|$/)];
  return other > own || (other === own && next.startsWith("- ", other) && before.charAt(own) !== "-");
}

/** The paths of the holes in a value. */
export function holesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === "string") return value.startsWith(HOLE) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => holesIn(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => holesIn(part, [...path, key]));
}
