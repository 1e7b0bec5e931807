/** A bulletin as one self-contained HTML file. It prints on A4, and is complete without its script. */
import { reportTexts } from "../../i18n/report.ts";
import { type Setting, columnWidths, isTall } from "./columns.ts";
import type { Block, Cell, Chart, Column, DocumentSection, ReportDocument, Table } from "./document.ts";
import { escapeMarkup } from "../markup.ts";
import { SCRIPT, SCRIPT_HASH } from "./html-script.ts";
import { STYLE } from "./html-style.ts";

/** Allows nothing but the page's own content, and only the script with this hash. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
  `script-src '${SCRIPT_HASH}'`;

/** Hundredths of an em across a page on paper; screens have about as much room. */
const USUAL: Setting = { width: 5800, em: 100, margins: 110 };
const REGISTER: Setting = { ...USUAL, width: 9000 };

/** Renders the bulletin as a page. */
export function renderHtmlReport(document: ReportDocument): string {
  const { title, language } = document;
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${headPart(document)}
${contentsPart(document)}
<main>
${introPart(document)}
${document.sections
  .filter(({ isAnnex }) => !isAnnex)
  .map((part) => sectionPart(part, document))
  .join("\n")}
${signPart(document)}
${document.sections
  .filter(({ isAnnex }) => isAnnex)
  .map((part) => sectionPart(part, document))
  .join("\n")}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function headPart({ title, issue, office, day }: ReportDocument): string {
  const parts = [issue, office, day].filter((part) => part !== null && part !== "");
  const line = parts.map((part) => `<span>${escapeMarkup(part ?? "")}</span>`).join(" ");
  return `<header><h1>${escapeMarkup(title)}</h1><p class="head">${line}</p></header>`;
}

function contentsPart({ sections, language }: ReportDocument): string {
  if (sections.length === 0) return "";
  const { contents } = reportTexts(language).page;
  const links = sections.map(({ id, heading }) => `<li><a href="#${id}">${escapeMarkup(heading)}</a></li>`).join("");
  return `<nav aria-label="${escapeMarkup(contents)}"><ul>${links}</ul></nav>`;
}

function introPart({ addressees, intro }: ReportDocument): string {
  const to = addressees === null ? "" : `<p class="to">${escapeMarkup(addressees)}</p>\n`;
  return to + intro.map((text) => `<p>${escapeMarkup(text)}</p>`).join("\n");
}

function signPart({ signatory, day }: ReportDocument): string {
  return signatory === null ? "" : `<p class="sign">${escapeMarkup(signatory)}<br>${escapeMarkup(day)}</p>`;
}

function sectionPart({ id, heading, isAnnex, blocks }: DocumentSection, document: ReportDocument): string {
  const body = blocks.map((block, index) => blockPart(block, `${id}-${index}`, document)).join("\n");
  const kind = isAnnex ? ' class="annex"' : "";
  return `<section id="${id}"${kind} aria-labelledby="${id}-title"><h2 id="${id}-title">${escapeMarkup(heading)}</h2>
${body}
</section>`;
}

function blockPart(block: Block, id: string, document: ReportDocument): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${escapeMarkup(block.text)}</p>`;
    case "note":
      return `<p class="note">${escapeMarkup(block.text)}</p>`;
    case "subheading":
      return `<h3>${escapeMarkup(block.text)}</h3>`;
    case "items":
      return `<ol>${block.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join("")}</ol>`;
    case "table":
      return tablePart(block, id, document);
    case "chart":
      return chartPart(block);
  }
}

/**
 * The table. Its ARIA roles are explicit, because on narrow screens rows become cards (`display: block`) and browsers
 * then drop the implicit ones.
 */
function tablePart(table: Table, id: string, document: ReportDocument): string {
  const { caption, columns, rows, isRegister } = table;
  const { sortBy } = reportTexts(document.language).page;
  const heads = columns.map(
    ({ heading, align }) =>
      `<th role="columnheader" scope="col" class="${align}" data-sort="${escapeMarkup(sortBy)}">${escapeMarkup(heading)}</th>`,
  );
  const { widths, kinds } = layoutOf(table);
  const body = rows.map((cells, index) => rowPart(cells, columns, kinds[index]));
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const cols = widths.map((one) => `<col width="${((one / whole) * 100).toFixed(2)}%">`).join("");
  return `${isRegister ? filterPart(table, id, document) : ""}<div class="scroll" role="group" tabindex="0" aria-label="${escapeMarkup(caption)}"><table role="table" id="${id}"${isRegister ? ' class="register"' : ""}>
<caption>${escapeMarkup(caption)}</caption><colgroup>${cols}</colgroup>
<thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead>
<tbody role="rowgroup">
${body.join("\n")}
</tbody></table></div>`;
}

type RowKind = "tall" | "total" | undefined;

function layoutOf(table: Table): { readonly widths: readonly number[]; readonly kinds: readonly RowKind[] } {
  const setting = table.isRegister ? REGISTER : USUAL;
  const rows = table.rows.map((cells) => cells.map(marked));
  const widths = columnWidths({ ...table, rows }, setting);
  const kinds = rows.map((cells, index): RowKind => {
    if (table.hasTotal && index === rows.length - 1) return "total";
    return isTall(cells, widths, setting) ? "tall" : undefined;
  });
  return { widths, kinds };
}

/** The cell with a dash for the mark of its light, which is as wide. */
function marked(cell: Cell): Cell {
  const { text, pieces = [text], light } = cell;
  if (light === undefined) return cell;
  return { text: `—${text}`, pieces: pieces.map((piece, index) => (index === 0 ? `—${piece}` : piece)) };
}

function rowPart(cells: readonly Cell[], columns: readonly Column[], kind: RowKind): string {
  const parts = cells.map(({ text, pieces = [text], order, light }, index) => {
    const { heading = "", align = "left", breaks } = columns[index] ?? {};
    const sort = order === undefined ? "" : ` data-order="${escapeMarkup(String(order))}"`;
    const mark = light === undefined ? "" : `<span class="light ${light}" aria-hidden="true"></span>`;
    const isPlain = breaks === "never" || text.search(DAY) === -1;
    // A single element, since on narrow screens each one in the cell is a column.
    const lines = isPlain ? mark + linesOf(text) : `<span>${mark}${withDays(linesOf(text))}</span>`;
    const value = pieces.length === 1 ? lines : inPieces(pieces, mark);
    const look = breaks === undefined ? align : `${align} ${breaks}`;
    return `<td role="cell" class="${look}" data-label="${escapeMarkup(heading)}"${sort}>${value}</td>`;
  });
  return `<tr role="row"${kind === undefined ? "" : ` class="${kind}"`}>${parts.join("")}</tr>`;
}

function linesOf(text: string): string {
  return escapeMarkup(text).replaceAll("\n", "<br>");
}

/** A day, also without its year. Browsers would break it at a hyphen; another character for this would be copied. */
const DAY = /(?<![\d-])(?:\d{4}-)?\d\d-\d\d(?![\d-])/g;

function withDays(markup: string): string {
  return markup.replace(DAY, '<span class="never">$&</span>');
}

/**
 * The pieces as inline blocks, which are broken inside only if a line is too narrow for one. Spaces are kept outside,
 * since a block would swallow them.
 */
function inPieces(pieces: readonly string[], mark: string): string {
  const boxes = pieces.map((piece, index) => {
    const [, before = "", text = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(piece) ?? [];
    return `${escapeMarkup(before)}<span class="piece">${index === 0 ? mark : ""}${withDays(linesOf(text))}</span>${escapeMarkup(after)}`;
  });
  return `<span>${boxes.join("")}</span>`;
}

/** The filter of the table, hidden until the script shows it, as it does nothing without the script. */
function filterPart(table: Table, id: string, { language }: ReportDocument): string {
  const { page, columns } = reportTexts(language);
  const at = table.columns.findIndex(({ heading }) => heading === columns.lead);
  const leads = [...new Set(table.rows.map((row) => row[at]?.text ?? ""))];
  const options = leads.map((lead) => `<option>${escapeMarkup(lead)}</option>`).join("");
  return `<div class="filter" data-for="${id}" data-column="${at}" data-shown="${escapeMarkup(page.shown)}" hidden>
<label>${escapeMarkup(page.filter)} <input type="search" placeholder="${escapeMarkup(page.filterHint)}"></label>
<label>${escapeMarkup(page.division)} <select><option value="">${escapeMarkup(page.anyDivision)}</option>${options}</select></label>
<output aria-live="polite"></output></div>`;
}

/** A chart. The picture says nothing that label and number beside each bar do not. */
function chartPart({ caption, bars }: Chart): string {
  const rows = bars.map(({ label, percent, text, light }) => {
    const bar = `<rect class="back" width="100" height="10"/><rect class="${light}" width="${percent.toFixed(1)}" height="10"/>`;
    const svg = `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bar}</svg>`;
    return `<li><span>${escapeMarkup(label)}</span>${svg}<span>${escapeMarkup(text)}</span></li>`;
  });
  return `<figure><figcaption>${escapeMarkup(caption)}</figcaption><ul class="chart">${rows.join("")}</ul></figure>`;
}
