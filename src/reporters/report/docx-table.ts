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
import { CELL_STYLE, SIZES, fontOf } from "./docx-layout.ts";
import { xmlLines } from "./docx-text.ts";

type Fonts = TemplateView["fonts"];

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const MARGIN = { top: 30, bottom: 30, left: 70, right: 70 };

/** `width` in twips is shared out by the columns' weights. */
export function wordTable(table: Table, width: number, fonts: Fonts): WordTable {
  const { columns, rows, hasTotal, isRegister } = table;
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => Math.floor((weight / whole) * width));
  const size = isRegister || columns.length > MANY ? SIZES.register : SIZES.table;
  const print = { widths, columns, size, fonts };
  const body = rows.map((cells, index) =>
    rowOf(cells, print, hasTotal && index === rows.length - 1 ? "total" : "body"),
  );
  const headings = columns.map(({ heading }) => ({ text: heading }));
  return new WordTable({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, ...MARGIN },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [rowOf(headings, print, "header"), ...body],
  });
}

/** More columns than that need a smaller type. */
const MANY = 7;

interface Print {
  readonly widths: readonly number[];
  readonly columns: readonly Column[];
  readonly size: number;
  readonly fonts: Fonts;
}

function rowOf(cells: readonly Cell[], print: Print, kind: "header" | "body" | "total"): TableRow {
  const { widths, columns, size, fonts } = print;
  const font = kind === "body" ? fontOf("body", fonts) : fontOf("heading", fonts);
  return new TableRow({
    tableHeader: kind === "header",
    cantSplit: true,
    children: cells.map(({ text }, index) => {
      const align = kind === "header" ? "center" : (columns[index]?.align ?? "left");
      const lines = xmlLines(text).map(
        (line) => new TextRun({ ...font, text: line, size, characterSpacing: 0, snapToGrid: false }),
      );
      return new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: lines.map(
          (line) =>
            new Paragraph({
              style: CELL_STYLE,
              alignment: ALIGNMENTS[align],
              spacing: { line: size * 13, lineRule: LineRuleType.EXACT },
              children: [line],
            }),
        ),
      });
    }),
  });
}
