import type { CalendarTexts } from "../zh/calendar.ts";

export const calendar: CalendarTexts = {
  mark: (state: string) => `[${state}] `,
  task: (id: string, title: string) => `Task: ${id} ${title}`,
  divisions: (lead: string, assisting: string) =>
    `Divisions: ${lead} (lead)${assisting === "" ? "" : `, ${assisting} (assisting)`}`,
  windowAndDue: (window: string, due: string) => `Window: ${window}, due ${due}`,
  standing: (day: string, state: string) => `As of ${day}: ${state}`,
  forecast: (day: string, state: string) => `Expected on ${day}: ${state}`,
};
