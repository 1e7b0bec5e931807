/** The one escaper of JUnit files, which are written by hand; drawings and documents have their own. */
import { inert } from "./finding-texts.ts";

/** ` name="value"` for each; one line each, and nothing in them that is hidden. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(inert(String(value)))}"`)
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Besides what is hidden, and spelled out already, XML 1.0 knows no U+FFFE and U+FFFF. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char).replace(/[\ufffe\uffff]/g, "\ufffd");
}
