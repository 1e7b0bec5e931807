/** Renders a form as a workbook or as Markdown. */
import type { FormView } from "../../core/views/form.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { formTexts } from "../../i18n/form.ts";
import type { FormTexts } from "../../i18n/zh/form.ts";
import { escapeMarkdown } from "../sheets/markdown.ts";
import type { XlsxCell } from "../workbook/workbook.ts";
import { type FormDocument, type FormTable, composeForm } from "./form.ts";

export const FORM_FORMATS = ["xlsx", "md"] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

/** The form in the format: text, or the bytes of a workbook. */
export async function renderForm(
  view: FormView,
  format: FormFormat,
  catalogue: Catalogue,
): Promise<string | Uint8Array> {
  const document = composeForm(view, catalogue);
  const texts = formTexts(catalogue.language);
  if (format === "md") return markdownForm(document, texts);
  const { renderWorkbook } = await import("../workbook/xlsx.ts");
  return renderWorkbook({
    title: document.title,
    creator: "ipplan",
    day: view.asOf,
    footer: texts.footer,
    sheets: document.tables.map((table, index) => ({
      ...table,
      above: [document.title, ...(index === 0 ? [texts.fillYellow, ...document.instructions] : [])],
      hasTotal: false,
      hasFilter: index > 0,
    })),
  });
}

/** The form as Markdown. As there are no colours, it names the columns to fill in. */
function markdownForm({ title, instructions, tables }: FormDocument, { fillColumns }: FormTexts): string {
  const fills = tables.map(({ name, columns }) => ({ name, columns: columns.filter(({ isFill }) => isFill === true) }));
  const named = fills
    .filter(({ columns }) => columns.length > 0)
    .map(({ name, columns }) => ({ name, columns: columns.map(({ heading }) => heading) }));
  const parts = [
    `# ${escapeMarkdown(title)}`,
    [fillColumns(named), ...instructions].map((text) => `- ${escapeMarkdown(text)}`).join("\n"),
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
