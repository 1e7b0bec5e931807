/** The rows of the drawing: one for each task, under the headings of its theme and section. */
import type { GanttHeading, GanttTaskRow } from "../../core/views/gantt.ts";
import type { MilestoneView } from "../../core/views/milestone.ts";
import { shortDay } from "../look.ts";
import { detailLines, stateLine } from "../words/milestone-lines.ts";
import { band } from "./head.ts";
import { placeAll } from "./lanes.ts";
import { drawMilestone } from "./marks.ts";
import { COLUMNS, type Drawing, INNER, LINE, MARGIN, SIZE, type Strip, WIDTH } from "./drawing.ts";
import { fitLines, round, textLines } from "./text.ts";

/** Height of a lane: a mark and a little space. */
const LANE = 14;
const PADDING = 3;

/** The task rows, with headings wherever theme or section change. */
export function rowStrips(drawing: Drawing): Strip[] {
  const { rows, themes, sections } = drawing.view;
  const { screens, words } = drawing.catalogue;
  const headings = (id: string, known: readonly GanttHeading[]): GanttHeading[] => known.filter((own) => own.id === id);
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    const theme = before?.theme === row.theme ? [] : headings(row.theme, themes);
    const section = before?.section === row.section ? [] : headings(row.section, sections);
    return [
      ...theme.map(({ number, title }) => headingStrip(screens.themeHeading(words.numeral(number), title), "theme")),
      ...section.map(({ number, title }) =>
        headingStrip(screens.sectionHeading(words.numeral(number), title), "section"),
      ),
      taskStrip(row, drawing),
    ];
  });
}

function headingStrip(text: string, level: "theme" | "section"): Strip {
  const lines = fitLines(text, INNER - 8, SIZE.small);
  const height = lines.length * LINE.small + 2;
  const kind = level === "theme" ? "bold" : "soft";
  return {
    height,
    draw: (top) => [
      ...(level === "theme" ? [band(top, height)] : []),
      ...textLines(lines, LINE.small, { x: MARGIN + 4, y: top + 13, size: SIZE.small, kind }),
    ],
  };
}

function taskStrip(row: GanttTaskRow, drawing: Drawing): Strip {
  const { progress, title, lead, task } = row;
  const placed = placeAll(row.milestones, drawing.scale);
  const cells = [
    { text: task, column: COLUMNS.task },
    { text: title, column: COLUMNS.title },
    { text: lead, column: COLUMNS.lead },
    { text: `${progress.done}/${progress.milestones}`, column: COLUMNS.done, anchor: "end" as const },
  ].map((cell) => ({ ...cell, lines: fitLines(cell.text, cell.column.right - cell.column.left, SIZE.text) }));
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  const height = Math.max(most * LINE.text, lanes * LANE + 2) + 2 * PADDING;
  return {
    height,
    draw: (top) => [
      `<path class="g-rule" d="M${MARGIN} ${round(top + height)}H${WIDTH - MARGIN}"/>`,
      ...cells.flatMap(({ lines, column, anchor }) => {
        const x = anchor === undefined ? column.left : column.right;
        const y = top + PADDING + 12;
        return textLines(lines, LINE.text, { x, y, size: SIZE.text, ...(anchor === undefined ? {} : { anchor }) });
      }),
      // The last is drawn first, so that a mark covers the start of the bar next to it.
      ...placed
        .toReversed()
        .map((one) => drawMilestone(one, top + PADDING + 2 + (one.lane + 0.5) * LANE, tooltip(one.milestone, drawing))),
    ],
  };
}

/** The tooltip: `10-1 出台…`, window and due day, light with its reason, and further details. */
function tooltip(milestone: MilestoneView, { catalogue, texts, look, year }: Drawing): string {
  const { id, text, start, originalDue, due } = milestone;
  const window = catalogue.words.window({ start, end: originalDue }, year);
  return [
    `${id} ${text}`,
    texts.windowAndDue(window, shortDay(due, year)),
    stateLine(milestone, year, look).trim(),
    ...detailLines(milestone, year, look),
  ].join("\n");
}
