/** Texts of the calendar file. */
export const calendar = {
  /** Prefix of an event that no longer needs doing. */
  mark: (state: string) => `[${state}] `,
  task: (id: string, title: string) => `任务：${id} ${title}`,
  divisions: (lead: string, assisting: string) =>
    `处室：${lead}（牵头）${assisting === "" ? "" : `，${assisting}（配合）`}`,
  windowAndDue: (window: string, due: string) => `时段：${window}，时限 ${due}`,
  standing: (day: string, state: string) => `截至 ${day}：${state}`,
  forecast: (day: string, state: string) => `预计 ${day}：${state}`,
};

export type CalendarTexts = typeof calendar;
