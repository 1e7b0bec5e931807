import { visible } from "../visible.ts";

/** What XML 1.0 cannot hold; the library would write it as it is. */
const NO_XML = /[\ufffe\uffff]/g;

/** The text as a document may hold it, in lines. */
export function xmlLines(text: string): string[] {
  return text.split("\n").map((line) => visible(line).replace(NO_XML, "\ufffd"));
}

export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? "");
}
