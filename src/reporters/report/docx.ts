/** A bulletin as a Word document, laid out as official documents are (measures in docx-layout.ts). */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table as WordTable,
  TextRun,
} from "docx";
import type { TemplateView } from "../../core/report-template.ts";
import type { ReportView } from "../../core/views/report.ts";
import type { Block, DocumentSection, ReportDocument } from "./document.ts";
import {
  ANNEX_WIDTH,
  CELL_STYLE,
  CHARACTER_SPACING,
  INDENT,
  LANDSCAPE_MARGIN,
  LINE_SPACING,
  PAPER_SIZE,
  PORTRAIT,
  SIZES,
  TEXT_WIDTH,
  fontAlternatives,
  fontName,
  fontOf,
} from "./docx-layout.ts";
import { cellStyles, wordTable } from "./docx-table.ts";
import { markupLines } from "../markup.ts";
import { settle } from "./docx-zip.ts";

type Fonts = TemplateView["fonts"];

/** The bytes of the document; the same bulletin gives the same bytes. */
export async function renderDocxReport(document: ReportDocument, view: ReportView): Promise<Uint8Array> {
  const { fonts } = view.template;
  const sections = [mainSection(document, fonts), ...annexSections(document, fonts)];
  const word = new Document({
    title: markupLines(document.title).join(" "),
    creator: markupLines(document.signatory ?? "ipplan").join(" "),
    lastModifiedBy: "ipplan",
    description: "",
    evenAndOddHeaderAndFooters: true,
    styles: stylesOf(document, fonts),
    sections,
  });
  const bytes = await Packer.toArrayBuffer(word);
  return settle(new Uint8Array(bytes), view.asOf, fontAlternatives(fonts));
}

/** The styles. The grid is based on the style Normal, so this has the size of the body text. */
function stylesOf({ language }: ReportDocument, fonts: Fonts): IStylesOptions {
  const lines = { spacing: LINE_SPACING };
  return {
    paragraphStyles: [
      { id: CELL_STYLE, name: CELL_STYLE, basedOn: "Normal", paragraph: { spacing: { line: 240 } } },
      ...cellStyles(fonts),
    ],
    default: {
      document: {
        run: {
          ...fontOf("body", fonts),
          size: SIZES.body,
          characterSpacing: CHARACTER_SPACING,
          language: { value: "en-US", eastAsia: language === "zh" ? "zh-CN" : "en-US" },
        },
        paragraph: lines,
      },
      title: {
        run: { ...fontOf("title", fonts), size: SIZES.title, color: "000000" },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 640, lineRule: LineRuleType.EXACT } },
      },
      heading1: {
        run: { ...fontOf("heading", fonts), size: SIZES.body, color: "000000" },
        paragraph: { ...lines, indent: INDENT, keepNext: true },
      },
      heading2: {
        run: { ...fontOf("subheading", fonts), size: SIZES.body, color: "000000" },
        paragraph: { ...lines, indent: INDENT, keepNext: true },
      },
    },
  };
}

function mainSection(document: ReportDocument, fonts: Fonts): ISectionOptions {
  const { titleLines, issue, office, addressees, intro, sections } = document;
  const below = [issue, office].filter((part) => part !== null);
  const main = sections.filter(({ isAnnex }) => !isAnnex);
  return {
    properties: { page: PORTRAIT.page, grid: PORTRAIT.grid },
    footers: footersOf(fonts),
    children: [
      ...titleLines.map((line) => new Paragraph({ heading: HeadingLevel.TITLE, children: runs(line) })),
      ...below.map(
        (line) => new Paragraph({ alignment: AlignmentType.CENTER, children: runs(line, fontOf("subheading", fonts)) }),
      ),
      new Paragraph({}),
      ...(addressees === null ? [] : [new Paragraph({ children: runs(addressees) })]),
      ...intro.map((text) => bodyParagraph(text)),
      ...main.flatMap((section, index) =>
        sectionParts(section, TEXT_WIDTH, document.signatory !== null && index === main.length - 1),
      ),
      ...signature(document),
    ],
  };
}

/** The annex, in landscape as it has many columns. */
function annexSections({ sections }: ReportDocument, fonts: Fonts): ISectionOptions[] {
  const annexes = sections.filter(({ isAnnex }) => isAnnex);
  return annexes.map((section) => ({
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: { ...PAPER_SIZE, orientation: PageOrientation.LANDSCAPE }, margin: LANDSCAPE_MARGIN },
    },
    footers: footersOf(fonts),
    children: sectionParts(section, ANNEX_WIDTH),
  }));
}

/**
 * The signature, two lines below the text and four characters from the right edge. It is kept with the last row or
 * paragraph before it, so that it is never alone on a page (LibreOffice 7 supports this for paragraphs, not for rows).
 */
function signature({ signatory, day }: ReportDocument): Paragraph[] {
  if (signatory === null) return [];
  const right = { alignment: AlignmentType.RIGHT, indent: { right: 4 * SIZES.body * 10 }, keepLines: true };
  return [
    new Paragraph({ keepNext: true }),
    new Paragraph({ keepNext: true }),
    new Paragraph({ ...right, keepNext: true, children: runs(signatory) }),
    new Paragraph({ ...right, children: runs(day) }),
  ];
}

function sectionParts(
  { heading, isAnnex, blocks }: DocumentSection,
  width: number,
  isSigned = false,
): (Paragraph | WordTable)[] {
  const title = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    children: runs(heading),
    ...(isAnnex ? { indent: { firstLine: 0, firstLineChars: 0 } } : {}),
  });
  const parts = blocks.flatMap((block, index) => {
    const after = blocks[index + 1]?.kind;
    const isLast = isSigned && index === blocks.length - 1;
    return blockParts(block, isLast || after === "table" || after === "items", width);
  });
  return [title, ...parts];
}

function blockParts(block: Block, keepNext: boolean, width: number): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case "paragraph":
      return [bodyParagraph(block.text, keepNext)];
    case "subheading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(block.text) })];
    case "items":
      return block.items.map((item, index) => bodyParagraph(`${index + 1}.${item}`, false));
    case "note":
      return [
        new Paragraph({
          indent: INDENT,
          style: CELL_STYLE,
          spacing: { line: 320 },
          children: runs(block.text, { size: SIZES.table }),
        }),
      ];
    case "table":
      // Word merges adjacent tables. A short line keeps them apart, and also spaces the text after.
      return [
        wordTable(block, width, keepNext),
        new Paragraph({ style: CELL_STYLE, keepNext, spacing: { line: 160, lineRule: LineRuleType.EXACT } }),
      ];
    case "chart":
      return [];
  }
}

/**
 * A paragraph. Use `keepNext` if it announces a table or list, so that it is never at the bottom of a page without it.
 */
function bodyParagraph(text: string, keepNext = false): Paragraph {
  return new Paragraph({ indent: INDENT, alignment: AlignmentType.BOTH, keepNext, children: runs(text) });
}

/** The lines of the text as runs of one paragraph. */
function runs(text: string, style: object = {}): TextRun[] {
  return markupLines(text).map(
    (line, index) => new TextRun({ ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }),
  );
}

/** Page numbers such as `— 1 —`, one character from the outer edge: right on odd pages, left on even ones. */
function footersOf(fonts: Fonts): NonNullable<ISectionOptions["footers"]> {
  const number = (side: "left" | "right"): Footer =>
    new Footer({
      children: [
        new Paragraph({
          alignment: side === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { [side]: SIZES.number * 10 },
          children: [
            new TextRun({
              font: fontName("number", fonts),
              size: SIZES.number,
              children: ["— ", PageNumber.CURRENT, " —"],
            }),
          ],
        }),
      ],
    });
  return { default: number("right"), even: number("left") };
}
