/** A bulletin as Markdown, for pull requests, CI job summaries, and pasting into Word. */
import { escapeMarkdown } from "../sheets/markdown.ts";
import type { Block, Cell, DocumentSection, ReportDocument, Table } from "./document.ts";

export function renderMarkdownReport(document: ReportDocument): string {
  const { title, issue, office, day, addressees, intro, sections, signatory } = document;
  const head = [issue, office, day].filter((part) => part !== null && part !== "");
  const signed =
    signatory === null
      ? []
      : [
          `${line(signatory)}  
${line(day)}`,
        ];
  const [body, annexes] = [sections.filter(({ isAnnex }) => !isAnnex), sections.filter(({ isAnnex }) => isAnnex)];
  const parts = [
    `# ${escapeMarkdown(title)}`,
    head.map((part) => line(part ?? "")).join(" · "),
    ...(addressees === null ? [] : [line(addressees)]),
    ...intro.map(line),
    ...body.flatMap(sectionParts),
    ...signed,
    ...annexes.flatMap(sectionParts),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionParts({ heading, blocks }: DocumentSection): string[] {
  return [`## ${escapeMarkdown(heading)}`, ...blocks.flatMap(blockParts)];
}

function blockParts(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return [line(block.text)];
    case "subheading":
      return [`### ${escapeMarkdown(block.text)}`];
    case "items":
      return [block.items.map((item, index) => `${index + 1}. ${line(item)}`).join("\n")];
    case "table":
      return [tableLines(block)];
    case "chart":
      return [];
  }
}

/** The text escaped so that it cannot begin a list or a heading. */
function line(text: string | null): string {
  return escapeMarkdown(text ?? "")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

const RULES = { left: ":---", center: ":---:", right: "---:" } as const;

function tableLines({ columns, rows, hasTotal }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const head = [
    row(columns.map(({ heading }) => escapeMarkdown(heading))),
    row(columns.map(({ align }) => RULES[align])),
  ];
  const body = rows.map((cells, index) => {
    const isTotal = hasTotal && index === rows.length - 1;
    return row(cells.map(({ text }: Cell) => (isTotal ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text))));
  });
  return [...head, ...body].join("\n");
}
