/** Texts in XML and HTML: nothing in them acts on a page or breaks a document. */
import { visible } from "./visible.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The text as it stands in elements, and in attributes between quotes. */
export function escapeMarkup(text: string): string {
  return markupLines(text)
    .join("\n")
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** The text in lines, not yet escaped: what is hidden is spelled out, and XML 1.0 knows no U+FFFE and U+FFFF. */
export function markupLines(text: string): string[] {
  return text.split("\n").map((line) => visible(line).replace(/[\ufffe\uffff]/g, "\ufffd"));
}

/** ` name="value"` for each; a value is one line. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value).replaceAll("\n", "\u240a"))}"`)
    .join("");
}
