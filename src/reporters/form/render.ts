/** A form as a workbook or as Markdown. */
import type { FormView } from "../../core/views/form.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { formTexts } from "../../i18n/form.ts";
import { escapeMarkdown } from "../markdown.ts";
import type { XlsxCell } from "../workbook/workbook.ts";
import { type FormDocument, type FormTable, composeForm } from "./form.ts";

export const FORM_FORMATS = ["xlsx", "md"] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

export async function renderForm(
  view: FormView,
  format: FormFormat,
  catalogue: Catalogue,
): Promise<string | Uint8Array> {
  const document = composeForm(view, catalogue);
  if (format === "md") return markdownForm(document);
  const { renderWorkbook } = await import("../workbook/xlsx.ts");
  return renderWorkbook({
    title: document.title,
    creator: "ipplan",
    day: view.asOf,
    footer: formTexts(catalogue.language).footer,
    sheets: document.tables.map((table, index) => ({
      ...table,
      above: [document.title, ...(index === 0 ? document.instructions : [])],
      hasTotal: false,
      hasFilter: index > 0,
    })),
  });
}

function markdownForm({ title, instructions, tables }: FormDocument): string {
  const parts = [
    `# ${escapeMarkdown(title)}`,
    instructions.map((text) => `- ${escapeMarkdown(text)}`).join("\n"),
    ...tables.flatMap((table) => [`## ${escapeMarkdown(table.name)}`, tableLines(table)]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function tableLines({ columns, rows }: FormTable): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    row(columns.map(({ heading }) => escapeMarkdown(heading))),
    row(columns.map(() => "---")),
    ...rows.map((cells) => row(cells.map((cell) => escapeMarkdown(cellWords(cell))))),
  ].join("\n");
}

function cellWords(cell: XlsxCell): string {
  switch (cell.kind) {
    case "text":
    case "id":
      return cell.text;
    case "number":
      return String(cell.number);
    case "percent":
      return `${cell.percent}%`;
    case "day":
      return cell.day;
    case "blank":
    case "fill":
      return "";
  }
}
