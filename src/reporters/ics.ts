/** Due days as all-day events for calendar programs. Days have no time zone, and nothing depends on the clock. */
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

/** What a calendar needs besides its view. */
export interface CalendarRequest {
  readonly catalogue: Catalogue;
  readonly isForecast: boolean;
  readonly today: Day;
  /** Number of records about a milestone: a higher number marks newer information. */
  readonly revisionOf: (id: string) => number;
  /** A globally unique id of the milestone in hexadecimal digits, which does not change when texts do. */
  readonly uidOf: (id: string) => string;
}

/** The calendar in the format of RFC 5545. The same plan and journal give the same bytes. */
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
 * One event. Calendar programs replace an event by a newer one with the same UID: newer means a higher SEQUENCE (more
 * records), then a later DTSTAMP (the as-of day, but no day still to come).
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

/** Columns that calendars have room for: 28 Chinese characters. */
const SUMMARY_WIDTH = 56;

/** `10-1 出台…`. If nothing is left to do, the state comes first, as a phone may cut off the rest. */
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
