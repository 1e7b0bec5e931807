import type { Sheet, Value } from "./sheet.ts";
import { visible } from "../visible.ts";

/** The sheets as Markdown tables, each below its title; the notes follow the first title. */
export function renderMarkdown(sheets: readonly Omit<Sheet, "name">[], notes: readonly string[] = []): string {
  const said = notes.map((note) => `${escapeMarkdown(note)}\n\n`).join("");
  const shown = sheets.map((sheet) => (sheet.isSparse === true ? withoutEmpty(sheet) : sheet));
  return `${shown.map((sheet, index) => section(sheet, index, index === 0 ? said : "")).join("\n\n")}\n`;
}

function withoutEmpty({ headings, rows, ...sheet }: Omit<Sheet, "name">): Omit<Sheet, "name"> {
  const isUsed = (at: number): boolean => rows.some((row) => row[at] !== null && row[at] !== "");
  const used = headings.map((_, at) => rows.length === 0 || isUsed(at));
  const only = <Item>(items: readonly Item[]): Item[] => items.filter((_, at) => used[at] === true);
  return { ...sheet, headings: only(headings), rows: rows.map(only) };
}

function section({ title, headings, rows, isEmptySaid }: Omit<Sheet, "name">, index: number, notes: string): string {
  const line = (values: readonly Value[]): string => `| ${values.map(cell).join(" | ")} |`;
  const rule = `|${headings.map((_, column) => (isNumeric(rows, column) ? " ---: |" : " --- |")).join("")}`;
  const head = `${index === 0 ? "#" : "##"} ${escapeMarkdown(title)}`;
  if (isEmptySaid === true) return [head, "", notes.trimEnd()].join("\n");
  return [head, "", notes + line(headings), rule, ...rows.map(line)].join("\n");
}

function isNumeric(rows: readonly (readonly Value[])[], column: number): boolean {
  const values = rows.map((row) => row[column]).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === "number");
}

function cell(value: Value): string {
  if (value === null) return "";
  return typeof value === "number" ? String(value) : escapeMarkdown(value);
}

/** What Markdown or HTML could take for syntax. Most texts have none of it. */
const SYNTAX = /[\r\n&<>\\`*_[\]|~#@]/;

/**
 * The text with all Markdown and HTML syntax escaped. A word joiner keeps `@name` from mentioning a user and `#12` from
 * linking to an issue.
 */
export function escapeMarkdown(text: string): string {
  if (visible(text) === text && !SYNTAX.test(text)) return text;
  return text
    .split(/\r\n|\n/)
    .map((line) =>
      visible(line)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replace(/[\\`*_[\]|~]/g, "\\$&")
        .replace(/#(?=\d)/g, "#\u2060")
        .replace(/^#|#(?!\u2060)/g, "\\#")
        .replace(/@(?=[\w-])/g, "@\u2060"),
    )
    .join("<br>");
}
