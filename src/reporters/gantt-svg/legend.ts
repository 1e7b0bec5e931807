/** The legend below the rows: every shape used, with its word and meaning under the plan's light policy. */
import { shortDay } from "../look.ts";
import { legendOf } from "../words/legend.ts";
import { isDrawn } from "./head.ts";
import { BAR_HEIGHT, ghostMark, lightMark } from "./marks.ts";
import { type Drawing, INNER, LINE, MARGIN, SIZE, type Strip } from "./drawing.ts";
import { fitLines, round, textLines } from "./text.ts";
import { textWidth } from "../text-width.ts";

/** Distance from the start of an entry to its text. */
const INDENT = 34;
const GAP = 26;

interface Entry {
  readonly sign: (x: number, y: number) => string;
  readonly text: string;
}

interface PlacedEntry extends Entry {
  readonly x: number;
  /** Distance from the top of the legend. */
  readonly y: number;
  readonly lines: readonly string[];
}

/** The legend, on as many rows as it needs. */
export function legendStrip(drawing: Drawing): Strip {
  const { entries, height } = placeEntries(entriesOf(drawing));
  return {
    height: TOP + height + MARGIN,
    draw: (top) =>
      entries.flatMap(({ sign, lines, x, y }) => [
        sign(x + INDENT / 2 - 4, top + TOP + y + LINE.small / 2),
        ...textLines(lines, LINE.small, { x: x + INDENT, y: top + TOP + y + 12, size: SIZE.small }),
      ]),
  };
}

const TOP = 12;

/** Places entries side by side, and starts a new row when they do not fit. */
function placeEntries(all: readonly Entry[]): { entries: PlacedEntry[]; height: number } {
  const entries: PlacedEntry[] = [];
  let [x, y, high] = [MARGIN, 0, 0];
  for (const entry of all) {
    const lines = fitLines(entry.text, INNER - INDENT, SIZE.small);
    const width = INDENT + Math.max(...lines.map((line) => textWidth(line, SIZE.small)));
    if (x > MARGIN && x + width > MARGIN + INNER) [x, y, high] = [MARGIN, y + high, 0];
    entries.push({ ...entry, x, y, lines });
    high = Math.max(high, lines.length * LEGEND_LINE);
    x += width + GAP;
  }
  return { entries, height: y + high };
}

const LEGEND_LINE = 20;

function entriesOf(drawing: Drawing): Entry[] {
  const { view, catalogue, texts, year } = drawing;
  const { words, screens } = catalogue;
  const milestones = view.rows.flatMap((row) => row.milestones);
  const has = (what: boolean, entry: Entry): Entry[] => (what ? [entry] : []);
  const shown = milestones.map(({ light }) => light);
  const lights = legendOf(view.lightPolicy, shown, catalogue).map(({ light, meaning }) => ({
    sign: (x: number, y: number) => lightMark(light, x, y),
    text: `${words.light(light)}  ${meaning}`,
  }));
  const policy = { sign: () => "", text: screens.lightPolicy(words.lightPolicy(view.lightPolicy.name)) };
  return [
    { sign: (x, y) => bar("g-bar-grey", x, y), text: texts.barMeans },
    ...has(view.lightPolicy.name !== "standard", policy),
    ...lights,
    ...has(
      milestones.some(({ due, originalDue }) => due !== originalDue),
      { sign: ghostSign, text: texts.ghostMeans },
    ),
    ...has(
      milestones.some(({ state }) => state === "cancelled"),
      { sign: (x, y) => bar("g-void", x, y), text: texts.voidMeans },
    ),
    ...(isDrawn(drawing) && view.asOf !== null
      ? [{ sign: todaySign, text: screens.todayLine(shortDay(view.asOf, year)) }]
      : []),
  ];
}

function bar(kind: string, x: number, y: number): string {
  return `<rect class="g-bar ${kind}" x="${round(x - 11)}" y="${round(y - BAR_HEIGHT / 2)}" width="22" height="${BAR_HEIGHT}" rx="2"/>`;
}

function ghostSign(x: number, y: number): string {
  return `<path class="g-link" d="M${round(x - 6)} ${round(y)}H${round(x + 12)}"/>${ghostMark(x - 6, y)}`;
}

function todaySign(x: number, y: number): string {
  return `<path class="g-today" d="M${round(x)} ${round(y - 7)}V${round(y + 7)}"/>`;
}
