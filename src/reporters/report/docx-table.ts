/** Tables of the Word document. Their header repeats on every page, and only tall rows are split across pages. */
import {
  AlignmentType,
  BorderStyle,
  type IStylesOptions,
  LineRuleType,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { TemplateView } from "../../core/report-template.ts";
import { type Setting, cellLines, columnWidths, isTall } from "./columns.ts";
import type { Cell, Column, Table } from "./document.ts";
import { CELL_STYLE, SIZES, fontOf } from "./docx-layout.ts";

type Fonts = TemplateView["fonts"];

const ALIGNMENTS = { center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const MARGIN = { top: 30, bottom: 30, left: 70, right: 70 };

/** Twips to allow for borders and for programs that measure text differently. */
const SLACK = 20;

/** Makes the table, `width` twips wide. `keepNext` keeps the last row on one page with what follows. */
export function wordTable(table: Table, width: number, keepNext: boolean): WordTable {
  const { columns, rows, hasTotal, isRegister } = table;
  const type = isRegister || columns.length > MANY ? "register" : "table";
  const setting = { width, em: SIZES[type] * 10, margins: MARGIN.left + MARGIN.right + SLACK };
  const print = { widths: columnWidths(table, setting), columns, type, setting } as const;
  const last = rows.length - 1;
  const body = rows.map((cells, index) =>
    rowOf(cells, print, {
      kind: hasTotal && index === last ? "total" : "body",
      // A total never stands alone at the top of a page.
      keepNext: index === last ? keepNext : hasTotal && index === last - 1,
    }),
  );
  const headings = columns.map(({ heading }) => ({ text: heading }));
  return new WordTable({
    width: { size: print.widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: print.widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, ...MARGIN },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [rowOf(headings, print, { kind: "header", keepNext: false }), ...body],
  });
}

/** With more columns than this, a table needs smaller type. */
const MANY = 7;

/** Registers, and tables with many columns, are set in smaller type. */
type Type = "table" | "register";

interface Print {
  readonly widths: readonly number[];
  readonly columns: readonly Column[];
  readonly type: Type;
  readonly setting: Setting;
}

interface RowKind {
  readonly kind: "header" | "body" | "total";
  readonly keepNext: boolean;
}

/**
 * Cells only name their style. This keeps a document with thousands of cells short, and changing a style changes them
 * all.
 */
function rowOf(
  cells: readonly Cell[],
  { widths, columns, type, setting }: Print,
  { kind, keepNext }: RowKind,
): TableRow {
  const style = STYLES[type][kind === "body" ? "body" : "heading"];
  const canSplit = isTall(cells, widths, setting);
  return new TableRow({
    tableHeader: kind === "header",
    cantSplit: !canSplit,
    children: cells.map((cell, index) => {
      const align = kind === "header" ? "center" : (columns[index]?.align ?? "left");
      const aligned = {
        ...(align === "left" ? {} : { alignment: ALIGNMENTS[align] }),
        ...(keepNext ? { keepNext } : {}),
      };
      return new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        // In a row that goes on over the page, id and day stand where it begins.
        verticalAlign: canSplit ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
        children: cellLines(cell, widths[index] ?? 0, setting).map(
          (text) => new Paragraph({ style, ...aligned, children: [new TextRun(text)] }),
        ),
      });
    }),
  });
}

/** The style's id by type, for body cells or for headings and totals. */
const STYLES = {
  table: { body: "TableCell", heading: "TableHeading" },
  register: { body: "RegisterCell", heading: "RegisterHeading" },
} as const;

/** The paragraph styles of cells. */
export function cellStyles(fonts: Fonts): NonNullable<IStylesOptions["paragraphStyles"]> {
  return (["table", "register"] as const).flatMap((type) =>
    (["body", "heading"] as const).map((use) => ({
      id: STYLES[type][use],
      name: STYLES[type][use],
      basedOn: CELL_STYLE,
      run: { ...fontOf(use, fonts), size: SIZES[type], snapToGrid: false },
      paragraph: { spacing: { line: SIZES[type] * 13, lineRule: LineRuleType.EXACT } },
    })),
  );
}
