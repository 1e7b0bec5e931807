/** Tables of the Word document: real ones, whose header is repeated on every page and whose rows are not torn. */
import {
  AlignmentType,
  BorderStyle,
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
import type { Cell, Column, Table } from "./document.ts";
import { type Setting, cellLines, columnWidths } from "./docx-columns.ts";
import { CELL_STYLE, SIZES, fontOf } from "./docx-layout.ts";

type Fonts = TemplateView["fonts"];

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const MARGIN = { top: 30, bottom: 30, left: 70, right: 70 };

/** Borders, and what a program's own measure may differ by. */
const SLACK = 20;

/** `width` in twips is shared out by the columns' weights; `keepNext` keeps the last row with what follows. */
export function wordTable(table: Table, width: number, fonts: Fonts, keepNext: boolean): WordTable {
  const { columns, rows, hasTotal, isRegister } = table;
  const size = isRegister || columns.length > MANY ? SIZES.register : SIZES.table;
  const setting = { width, em: size * 10, margins: MARGIN.left + MARGIN.right + SLACK };
  const print = { widths: columnWidths(table, setting), columns, size, fonts, setting };
  const last = rows.length - 1;
  const body = rows.map((cells, index) =>
    rowOf(cells, print, {
      kind: hasTotal && index === last ? "total" : "body",
      // A total never stands alone at the head of a page.
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

/** More columns than that need a smaller type. */
const MANY = 7;

interface Print {
  readonly widths: readonly number[];
  readonly columns: readonly Column[];
  readonly size: number;
  readonly fonts: Fonts;
  readonly setting: Setting;
}

interface RowKind {
  readonly kind: "header" | "body" | "total";
  readonly keepNext: boolean;
}

function rowOf(cells: readonly Cell[], print: Print, { kind, keepNext }: RowKind): TableRow {
  const { widths, columns, size, fonts, setting } = print;
  const font = kind === "body" ? fontOf("body", fonts) : fontOf("heading", fonts);
  return new TableRow({
    tableHeader: kind === "header",
    cantSplit: true,
    children: cells.map((cell, index) => {
      const align = kind === "header" ? "center" : (columns[index]?.align ?? "left");
      const lines = cellLines(cell, widths[index] ?? 0, setting).map(
        (line) => new TextRun({ ...font, text: line, size, characterSpacing: 0, snapToGrid: false }),
      );
      return new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: lines.map(
          (line) =>
            new Paragraph({
              style: CELL_STYLE,
              keepNext,
              alignment: ALIGNMENTS[align],
              spacing: { line: size * 13, lineRule: LineRuleType.EXACT },
              children: [line],
            }),
        ),
      });
    }),
  });
}
