/** Adds what the library cannot write while repacking the archive: filters, page set-up, properties. */
import { escapeMarkup } from "../markup.ts";
import { type Parts, pack, partText, stampOf, unpack } from "../zip.ts";
import { sheetName } from "./cell-text.ts";
import { type Workbook, type XlsxSheet, columnLetters, headRow } from "./workbook.ts";

/** Most UTF-16 units of the title in a page footer; spreadsheets allow 255 for the whole footer. */
const MOST_TITLE = 100;
const BOOK = "xl/workbook.xml";
const TYPES = "[Content_Types].xml";
const RELATIONS = "_rels/.rels";
const CORE = "docProps/core.xml";

/** Valid names for sheets, unique regardless of case. */
export function uniqueNames(texts: readonly string[]): string[] {
  return texts.reduce<string[]>((names, text) => {
    const taken = new Set(names.map((name) => name.toLowerCase()));
    const name = sheetName(text);
    const numbered = [name, ...texts.map((_, index) => `${name.slice(0, 27)} ${index + 2}`)];
    return [...names, numbered.find((one) => !taken.has(one.toLowerCase())) ?? name];
  }, []);
}

/** Finishes the workbook that the library wrote; `names` are the names of its sheets. */
export function settleWorkbook(bytes: Uint8Array, workbook: Workbook, names: readonly string[]): Uint8Array {
  const parts = unpack(bytes);
  const sheets = workbook.sheets.map((sheet, index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    return [name, settleSheet(partText(parts, name), sheet, footerOf(workbook))] as const;
  });
  return pack({
    ...parts,
    ...Object.fromEntries(sheets),
    [BOOK]: partText(parts, BOOK).replace(/<definedNames\/>/, () => definedNames(workbook.sheets, names)),
    ...properties(parts, workbook),
  });
}

/**
 * The page footer: title and day on the left, so that a single page can be identified; the page number on the right.
 * `&&` stands for `&`.
 */
function footerOf({ title, day, footer }: Workbook): string {
  const name = title.slice(0, MOST_TITLE).replaceAll("&", "&&");
  return `&L${[name, ...(day === null ? [] : [day])].join("  ")}&R${footer}`;
}

/**
 * Adds a sheet's elements in the order that the format requires: sheetPr … cols, sheetData, autoFilter, mergeCells …
 * pageSetup.
 */
function settleSheet(xml: string, sheet: XlsxSheet, footer: string): string {
  const filter = sheet.hasFilter ? `<autoFilter ref="${filterRange(sheet, "")}"/>` : "";
  // Without a title above the table, only the sheet's name identifies a printed page.
  const [top, header] =
    sheet.above.length === 0 ? ["0.7", '<oddHeader>&amp;C&amp;"-,Bold"&amp;12&amp;A</oddHeader>'] : ["0.5", ""];
  const page =
    `<pageMargins left="0.4" right="0.4" top="${top}" bottom="0.6" header="0.3" footer="0.3"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter>${header}<oddFooter>${escapeMarkup(footer)}</oddFooter></headerFooter>`;
  return xml
    .replace(/<sheetViews>/, () => '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace(/ xSplit="0"/, "")
    .replace(/activePane="bottomRight"/, 'activePane="bottomLeft"')
    .replace(/<\/sheetData>/, () => `</sheetData>${filter}`)
    .replace(/<pageMargins [^>]*\/><pageSetup [^>]*\/>/, () => page);
}

/** The range to filter: head and rows without the total. */
function filterRange(sheet: XlsxSheet, mark: "" | "$"): string {
  const { columns, rows, hasTotal } = sheet;
  const first = headRow(sheet);
  const last = first + rows.length - (hasTotal ? 1 : 0);
  return `${mark}A${mark}${first}:${mark}${columnLetters(columns.length - 1)}${mark}${last}`;
}

function definedNames(sheets: readonly XlsxSheet[], names: readonly string[]): string {
  const quoted = (index: number): string => escapeMarkup(`'${(names[index] ?? "").replaceAll("'", "''")}'`);
  const name = (kind: string, index: number, range: string, hidden: string): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}"${hidden}>${quoted(index)}!${range}</definedName>`;
  const filters = sheets.map((sheet, index) =>
    sheet.hasFilter ? name("_FilterDatabase", index, filterRange(sheet, "$"), ' hidden="1"') : "",
  );
  const titles = sheets.map((sheet, index) => {
    const row = headRow(sheet);
    return name("Print_Titles", index, `$${row}:$${row}`, "");
  });
  return `<definedNames>${[...filters, ...titles].join("")}</definedNames>`;
}

/** The document properties (title, author, day), a part that the library does not write. */
function properties(parts: Parts, { title, creator, day }: Workbook): Record<string, string> {
  const line = (text: string): string => escapeMarkup(text.replaceAll("\n", " "));
  const moment = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stampOf(day)}</dcterms:${name}>`;
  const core =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties' +
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${line(title)}</dc:title><dc:creator>${line(creator)}</dc:creator>` +
    `<cp:lastModifiedBy>ipplan</cp:lastModifiedBy>${moment("created")}${moment("modified")}</cp:coreProperties>`;
  const type =
    '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>';
  const relation =
    '<Relationship Id="rId-core-1" Target="docProps/core.xml"' +
    ' Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>';
  return {
    [CORE]: core,
    [TYPES]: partText(parts, TYPES).replace("</Types>", `${type}</Types>`),
    [RELATIONS]: partText(parts, RELATIONS).replace("</Relationships>", `${relation}</Relationships>`),
  };
}
