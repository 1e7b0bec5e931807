/** The block of overdue milestones at the end of a screen. */
import type { Views } from "../../core/views/listing.ts";
import type { MilestoneLine } from "../../core/views/milestone-lines.ts";
import { hang, padStart, wrap } from "../layout.ts";
import type { Look } from "../look.ts";
import { type Column, type TableRow, heightOfTable, renderTable } from "../table.ts";
import { widthOf } from "../width.ts";
import { situationText } from "../words/phrases.ts";

/** Columns of a number of days (`999 天`), so that several lists align. */
export const DAYS_WIDTH = 6;

/** Least milestones shown. */
const LEAST_OVERDUE = 2;

interface Around {
  readonly planYear: number;
  /** Lines that the milestones may fill. */
  readonly room: number;
  /** Whether to show the leading division. */
  readonly withLead: boolean;
  /** The divisions asked for; what they only assist is marked. */
  readonly asked?: readonly string[];
  /** The command that lists all milestones. */
  readonly command: string;
}

/** Least lines of a milestone: its text, and its last word. */
const LEAST_HEIGHT = 2;

/**
 * Days, id, lead, text, and below the text the last word. Shows as many milestones as fit the room, but at least two,
 * whose texts are cut if the room is too small. If some are left out, the title says so.
 */
export function overdueBlock(
  title: string,
  milestones: Pick<Views<MilestoneLine>, "length" | "first">,
  around: Around,
  look: Look,
): string[] {
  if (milestones.length === 0) return [];
  const columns = columnsOf(around);
  const most = Math.max(LEAST_OVERDUE, Math.floor(around.room / LEAST_HEIGHT));
  const rows = milestones.first(most).map((milestone) => rowOf(milestone, around, Infinity, look));
  const height = (count: number): number => heightOfTable(columns, rows.slice(0, count), look);
  const least = Math.min(LEAST_OVERDUE, rows.length);
  const isCut = height(least) > around.room;
  const count = isCut ? least : countThatFits(rows.length, least, around.room, height);
  const shown = count === milestones.length ? title : look.catalogue.screens.overdueSome(title, count, around.command);
  const head = hang(`${look.symbols.red} `, shown, look.width).map((line) => look.paint.red(line));
  const body = isCut ? cutRows(milestones.first(count), around, look) : rows.slice(0, count);
  return [...head, ...renderTable(columns, body, look)];
}

/** How many rows fit. Counts up from the least, as a screen only has room for a few. */
function countThatFits(all: number, least: number, room: number, height: (count: number) => number): number {
  let count = least;
  while (count < all && height(count + 1) <= room) count += 1;
  return count;
}

function columnsOf({ withLead }: Around): Column[] {
  const column = (): Column => ({ heading: "", align: "left" });
  return [
    { heading: "", align: "right" },
    column(),
    ...(withLead ? [column()] : []),
    { heading: "", align: "left", fill: true },
  ];
}

function rowOf(milestone: MilestoneLine, around: Around, room: number, look: Look): TableRow {
  const { planYear, withLead, asked = [] } = around;
  const { screens } = look.catalogue;
  const days = padStart(screens.days(milestone.daysOverdue ?? 0), DAYS_WIDTH);
  const isAssisted = asked.length > 0 && !asked.includes(milestone.lead);
  const text = isAssisted ? screens.assistedText(milestone.text) : milestone.text;
  const lines = [text, situationText(milestone, planYear, look)];
  const front = [{ text: `  ${days}`, brush: look.paint.red }, milestone.id];
  return [...front, ...(withLead ? [milestone.lead] : []), lines.map((line) => cut(line, room)).join("\n")];
}

function cutRows(milestones: readonly MilestoneLine[], around: Around, look: Look): TableRow[] {
  const room = textWidth(milestones, around.withLead, look);
  return milestones.map((milestone) => rowOf(milestone, around, room, look));
}

/** Columns left for the text. */
function textWidth(milestones: readonly MilestoneLine[], withLead: boolean, look: Look): number {
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(widthOf)) + 2;
  const lead = withLead ? widest(milestones.map((milestone) => milestone.lead)) : 0;
  return look.width - DAYS_WIDTH - 4 - widest(milestones.map(({ id }) => id)) - lead;
}

/** The first line of the text, with `…` if there is more. */
function cut(text: string, width: number): string {
  if (width === Infinity || wrap(text, width).length === 1) return text;
  return `${wrap(text, width - 2)[0] ?? ""}…`;
}
