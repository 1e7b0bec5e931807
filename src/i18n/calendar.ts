/** What the calendar file says, in both languages: loaded when it is made. */
import type { Language } from "./catalogue.ts";
import { calendar as calendarEn } from "./en/calendar.ts";
import { type CalendarTexts, calendar as calendarZh } from "./zh/calendar.ts";

export function calendarTexts(language: Language): CalendarTexts {
  return language === "zh" ? calendarZh : calendarEn;
}
