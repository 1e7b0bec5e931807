/** Texts of the calendar file in both languages; loaded only by `calendar`. */
import type { Language } from "./catalogue.ts";
import { calendar as calendarEn } from "./en/calendar.ts";
import { type CalendarTexts, calendar as calendarZh } from "./zh/calendar.ts";

export function calendarTexts(language: Language): CalendarTexts {
  return language === "zh" ? calendarZh : calendarEn;
}
