/** Due days as all-day events, for any calendar program. A day has no zone, and nothing is taken from the clock. */
import type { Day } from "../core/calendar.ts";
import type { CalendarView } from "../core/views/calendar.ts";
import type { ListedMilestone } from "../core/views/milestone.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import { calendarTexts } from "../i18n/calendar.ts";
import type { CalendarTexts } from "../i18n/zh/calendar.ts";
import { foldLines, icsText } from "./ics-lines.ts";
import { shortDay, wordLook } from "./look.ts";
import { detailLines, stateLine } from "./words/milestone-lines.ts";
import { widthOf } from "./width.ts";

export interface CalendarRequest {
  readonly catalogue: Catalogue;
  readonly isForecast: boolean;
  readonly today: Day;
  /** How many records speak of a milestone: the more are known, the newer is what a file says of it. */
  readonly revisionOf: (id: string) => number;
  /** A milestone's name in all calendars of the world: hexadecimal digits that stay when texts change. */
  readonly uidOf: (id: string) => string;
}

/** The calendar as RFC 5545 has it; the same plan and journal give the same bytes. */
export function renderCalendar(view: CalendarView, request: CalendarRequest): string {
  const { catalogue } = request;
  const name = icsText(view.plan?.title ?? "");
  return foldLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//ipplan//ipplan//${catalogue.language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...view.milestones.flatMap((milestone) => eventLines(milestone, view, request)),
    "END:VCALENDAR",
  ]);
}

/**
 * Of two files the one that knows of more records is the newer one, and of two that know the same that of the later day, which is
 * none to come: its events replace those of the same name.
 */
function eventLines(milestone: ListedMilestone, view: CalendarView, request: CalendarRequest): string[] {
  const stamp = request.isForecast ? request.today : (view.asOf ?? milestone.due);
  return [
    "BEGIN:VEVENT",
    `UID:${request.uidOf(milestone.id)}`,
    `DTSTAMP:${digits(stamp)}T000000Z`,
    `SEQUENCE:${request.revisionOf(milestone.id)}`,
    `DTSTART;VALUE=DATE:${digits(milestone.due)}`,
    `SUMMARY:${icsText(summaryOf(milestone, request))}`,
    `DESCRIPTION:${icsText(descriptionOf(milestone, view, request))}`,
    `CATEGORIES:${icsText(milestone.lead)}`,
    ...(milestone.state === "cancelled" ? ["STATUS:CANCELLED"] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function digits(day: string): string {
  return day.replaceAll("-", "");
}

/** What calendars have room for, in columns: 28 Chinese characters. */
const SUMMARY_WIDTH = 56;

/** `10-1 出台…`; what is no longer to be done says so first, since the rest may be cut off on a phone. */
function summaryOf({ id, text, state }: ListedMilestone, { catalogue }: CalendarRequest): string {
  const isClosed = state === "done" || state === "cancelled";
  const mark = isClosed ? calendarTexts(catalogue.language).mark(catalogue.words.state(state)) : "";
  return `${mark}${id} ${shortened(text.replaceAll("\n", " "))}`;
}

function shortened(text: string): string {
  if (widthOf(text) <= SUMMARY_WIDTH) return text;
  let kept = "";
  let width = 0;
  for (const char of text) {
    width += widthOf(char);
    if (width > SUMMARY_WIDTH - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

function descriptionOf(milestone: ListedMilestone, view: CalendarView, request: CalendarRequest): string {
  const { catalogue, isForecast } = request;
  const { words } = catalogue;
  const texts = calendarTexts(catalogue.language);
  const look = wordLook(catalogue);
  const year = view.plan?.year ?? 0;
  const { start, originalDue, due, task, taskTitle, lead, divisions } = milestone;
  const say: CalendarTexts["standing"] = isForecast ? texts.forecast : texts.standing;
  return [
    milestone.text,
    texts.task(task, taskTitle),
    texts.divisions(lead, divisions.slice(1).join(words.listSeparator)),
    texts.windowAndDue(words.window({ start, end: originalDue }, year), shortDay(due, year)),
    say(view.asOf ?? due, stateLine(milestone, year, look).trim()),
    ...detailLines(milestone, year, look),
  ].join("\n");
}
