/** Makes texts safe for XML and HTML. */
import { visible } from "./visible.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The text escaped for elements and quoted attributes. */
export function escapeMarkup(text: string): string {
  return markupLines(text)
    .join("\n")
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/**
 * The text's lines, not yet escaped. Hidden characters are spelled out, and U+FFFE and U+FFFF, which XML 1.0 forbids,
 * are replaced.
 */
export function markupLines(text: string): string[] {
  return text.split("\n").map((line) => visible(line).replace(/[\ufffe\uffff]/g, "\ufffd"));
}

/** ` name="value"` for each; line breaks in values become ␊. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value).replaceAll("\n", "\u240a"))}"`)
    .join("");
}
