/**
 * The parts of the drawing above its rows: title, day and filters, then the column heads and the flag of the as-of day.
 */
import { shortDay } from "../look.ts";
import { monthTicks, quarterTicks, yearTicks, type Tick } from "./scale.ts";
import { COLUMNS, type Drawing, INNER, LINE, MARGIN, SIZE, type Strip, TIME, WIDTH } from "./drawing.ts";
import { fitLines, round, textElement, textLines } from "./text.ts";
import { textWidth } from "../text-width.ts";
import { asKnownNote, onlyNote } from "../words/subject.ts";

/** The title, and below it the day, the filters and, with `--as-known`, the day of knowledge. */
export function titleStrip(drawing: Drawing): Strip {
  const { view, catalogue } = drawing;
  const { screens } = catalogue;
  const title = fitLines(screens.titleWith(view.plan?.title ?? "", screens.yearAtAGlance), INNER, SIZE.title);
  const below = subtitles(drawing).flatMap((text) => fitLines(text, INNER, SIZE.text));
  const place = { x: MARGIN, size: SIZE.title, kind: "bold" } as const;
  return {
    height: MARGIN + title.length * LINE.title + below.length * LINE.text + 8,
    draw: (top) => [
      ...textLines(title, LINE.title, { ...place, y: top + MARGIN + 12 }),
      ...textLines(below, LINE.text, {
        x: MARGIN,
        y: top + MARGIN + title.length * LINE.title + 8,
        size: SIZE.text,
        kind: "soft",
      }),
    ],
  };
}

/** The day, the filters, and notes on what the drawing leaves out. */
function subtitles(drawing: Drawing): string[] {
  const { view, catalogue, look, texts } = drawing;
  const { words } = catalogue;
  const { plan, asOf, journalDamaged } = view;
  if (plan === null || asOf === null) return [];
  const say = look.isForecast ? words.forecast : words.asOf;
  return [
    say(asOf, words.weekday(asOf), words.zone(plan.timezone)),
    ...onlyNote(view, look),
    ...asKnownNote(view, look),
    ...(journalDamaged === 0 ? [] : [texts.damaged(journalDamaged)]),
    ...(isDrawn(drawing) ? [] : [texts.flagOutside]),
  ];
}

const FLAG_ROW = 18;
const ROW = 18;
/** Least space around a label; with less, its row of labels is left out. */
const LABEL_GAP = 6;

/**
 * The rows of years (if there are several), quarters and months, each only if its labels have room, and below them the
 * row of the flag.
 */
export function axisStrip(drawing: Drawing): Strip {
  const rows = labelRows(drawing);
  const height = rows.length * ROW + FLAG_ROW;
  return {
    height,
    draw: (top) => [
      band(top, height),
      ...columnHeads(drawing, top + height - 6),
      ...rows.flatMap((labels, index) =>
        labels.map(({ text, middle }) =>
          textElement(text, {
            x: middle,
            y: top + index * ROW + 13,
            size: SIZE.small,
            anchor: "middle",
          }),
        ),
      ),
    ],
  };
}

interface Label {
  readonly text: string;
  readonly middle: number;
}

function labelRows({ scale, texts, catalogue }: Drawing): Label[][] {
  const years = yearTicks(scale);
  const yearRow = years.length > 1 ? labelsOf(years, ({ year }) => texts.year(year)) : [];
  const quarterRow = labelsOf(quarterTicks(scale), ({ quarter }) => catalogue.words.quarters([quarter]));
  const monthRow = labelsOf(monthTicks(scale), ({ month }) => texts.month(month));
  const rows = [yearRow, quarterRow, monthRow].filter((row) => row.length > 0);
  return rows.length === 0 ? [[]] : rows;
}

/** The labels of all ticks; none if the narrowest tick has no room for the widest label. */
function labelsOf<T extends Tick>(ticks: readonly T[], say: (tick: T) => string): Label[] {
  const needed = Math.max(...ticks.map((tick) => textWidth(say(tick), SIZE.small))) + LABEL_GAP;
  const narrowest = Math.min(...ticks.map(({ from, to }) => to - from));
  if (narrowest < needed) return [];
  return ticks.map((tick) => ({ text: say(tick), middle: (tick.from + tick.to) / 2 }));
}

function columnHeads({ catalogue }: Drawing, y: number): string[] {
  const { screens } = catalogue;
  const place = { y, size: SIZE.small, kind: "bold" } as const;
  return [
    textElement(screens.id, { ...place, x: COLUMNS.task.left }),
    textElement(screens.taskAndTitle, { ...place, x: COLUMNS.title.left }),
    textElement(screens.leadDivision, { ...place, x: COLUMNS.lead.left }),
    textElement(screens.ratio, { ...place, x: COLUMNS.done.right, anchor: "end" }),
  ];
}

/** A grey strip across the drawing, `y` being its upper edge. */
export function band(y: number, height: number): string {
  return `<rect class="g-band" x="${MARGIN}" y="${round(y)}" width="${WIDTH - 2 * MARGIN}" height="${round(height)}"/>`;
}

/** Least distance between grid lines: closer ones would merge into a grey area. */
const LEAST_GAP = 7;

/**
 * Grid lines through all rows: of months and quarters; of years if quarters are too close; none if years are too close
 * too.
 */
export function gridLines({ scale }: Drawing, top: number, bottom: number): string[] {
  const lines = (ticks: readonly Tick[], kind: string): string[] => {
    if (ticks.some(({ from, to }) => to - from < LEAST_GAP)) return [];
    return ticks.map(({ from }) => `<path class="${kind}" d="M${round(from)} ${round(top)}V${round(bottom)}"/>`);
  };
  const quarters = lines(quarterTicks(scale), "g-quarter");
  const end = `<path class="g-quarter" d="M${round(TIME.right)} ${round(top)}V${round(bottom)}"/>`;
  return [
    ...lines(monthTicks(scale), "g-grid"),
    ...(quarters.length === 0 ? lines(yearTicks(scale), "g-quarter") : quarters),
    end,
  ];
}

/** Whether the as-of day is within the period drawn. */
export function isDrawn({ view: { asOf }, scale }: Drawing): boolean {
  return asOf !== null && scale.first <= asOf && asOf <= scale.last;
}

/**
 * The line at the end of the as-of day: everything due up to that day lies left of it. The flag is above `top`, so that
 * the line crosses no label.
 */
export function asOfLine(drawing: Drawing, top: number, bottom: number): string[] {
  const { view, scale, texts, year } = drawing;
  const { asOf } = view;
  if (asOf === null || !isDrawn(drawing)) return [];
  const x = scale.endOf(asOf);
  const text = texts.flag(shortDay(asOf, year));
  const width = textWidth(text, SIZE.small) + 10;
  const left = Math.min(Math.max(x - width / 2, TIME.left), WIDTH - MARGIN - width);
  const flagTop = top - FLAG_ROW;
  const line = `<path class="g-today" d="M${round(x)} ${round(top - 2)}V${round(bottom)}"/>`;
  const flag = `<rect class="g-flag" x="${round(left)}" y="${round(flagTop)}" width="${round(width)}" height="${FLAG_ROW - 2}" rx="3"/>`;
  const place = { x: left + 5, y: flagTop + 12, size: SIZE.small };
  const said = textElement(text, place).replace("g-text", "g-text g-on-flag");
  return [line, flag, said];
}
