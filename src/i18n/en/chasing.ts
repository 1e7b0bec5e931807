import { type Day, dayOfMonthOf, monthOf, yearOf } from "../../core/calendar.ts";
import type { Chasing } from "../zh/chasing.ts";
import { count } from "./count.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

function fullDay(day: Day): string {
  return `${shortDay(day)} ${yearOf(day)}`;
}

function shortDay(day: Day): string {
  return `${dayOfMonthOf(day)} ${MONTHS[monthOf(day) - 1] ?? ""}`;
}

export const chasing: Chasing = {
  day: (day: Day, planYear: number) => (yearOf(day) === planYear ? shortDay(day) : fullDay(day)),
  fullDay,
  head: (
    division: string,
    day: string,
    milestones: number,
    [targets, days]: readonly [number, number],
    isForecast: boolean,
  ) => {
    const parts = [
      ...(milestones === 0
        ? []
        : [`${count(milestones, "milestone")} led by you ${milestones === 1 ? "is" : "are"} overdue`]),
      ...(targets === 0
        ? []
        : [
            `${count(targets, "target")} of yours${targets === days ? "" : ` (${count(days, "due day")})`} ${targets === 1 ? "was" : "were"} not reached in time`,
          ]),
    ];
    return `To ${division}: ${isForecast ? `by the records so far, on ${day},` : `as of ${day},`} ${parts.join(", and ")}. Please see to ${milestones + targets === 1 ? "it" : "them"} and report on your progress.`;
  },
  item: (number: number, id: string, text: string, task: string, facts: string) =>
    `${number}. ${id} ${text} (task ${task}): ${facts}.`,
  due: (day: string, days: number) => `due ${day}, overdue by ${count(days, "day")}`,
  extended: (original: string, to: string, approver: string | null, days: number) =>
    `originally due ${original}, extended to ${to}${approver === null ? "" : ` (approved by ${approver})`}, overdue by ${count(days, "day")}`,
  recordedLate: "the extension was recorded late",
  assessed: (day: string) => `on time or late is judged by ${day}`,
  lastWord: (day: string, text: string, isOfTask: boolean) =>
    `last word${isOfTask ? " on the whole task" : ""}: ${day} ${text}`,
  problem: (text: string) => `problem: ${text}`,
  next: (text: string) => `next step: ${text}`,
  assists: (divisions: string) => `assisting: ${divisions}`,
  none: (day: string, isForecast: boolean) =>
    `${isForecast ? `By the records so far, on ${day}` : `As of ${day}`} nothing is overdue.`,
};
