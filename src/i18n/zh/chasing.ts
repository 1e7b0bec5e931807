/** The chasing list: sentences to paste into a message. */
import { type Day, dayOfMonthOf, monthOf, yearOf } from "../../core/calendar.ts";

export const chasing = {
  /** `6月30日`; with the year if it is not the plan's. */
  day: (day: Day, planYear: number) =>
    `${yearOf(day) === planYear ? "" : `${yearOf(day)}年`}${monthOf(day)}月${dayOfMonthOf(day)}日`,
  fullDay: (day: Day) => `${yearOf(day)}年${monthOf(day)}月${dayOfMonthOf(day)}日`,
  head: (
    division: string,
    day: string,
    milestones: number,
    [targets, days]: readonly [number, number],
    isForecast: boolean,
  ) => {
    const parts = [
      ...(milestones === 0 ? [] : [`节点逾期 ${milestones} 个`]),
      ...(targets === 0 ? [] : [`量化指标到期未达标 ${targets} 个${targets === days ? "" : `（${days} 次）`}`]),
    ];
    return `致 ${division}：${isForecast ? `按现有记录，到 ${day}` : `截至 ${day}`}，由你单位牵头的${parts.join("、")}，请抓紧办理并报送进展情况。`;
  },
  item: (number: number, id: string, text: string, task: string, facts: string) =>
    `${number}. ${id} ${text}（任务${task}）：${facts}。`,
  due: (day: string, days: number) => `时限 ${day}，逾期 ${days} 天`,
  extended: (original: string, to: string, approver: string | null, days: number) =>
    `原时限 ${original}，${approver === null ? "" : `经${approver}批准`}延至 ${to}，逾期 ${days} 天`,
  recordedLate: "延期系补登",
  assessed: (day: string) => `是否按时仍按 ${day} 算`,
  lastWord: (day: string, text: string, isOfTask: boolean) =>
    `${isOfTask ? "整项任务的最近情况" : "最近情况"}：${day} ${text}`,
  problem: (text: string) => `存在问题：${text}`,
  next: (text: string) => `下步措施：${text}`,
  assists: (divisions: string) => `配合处室 ${divisions}`,
  none: (day: string, isForecast: boolean) =>
    `${isForecast ? `按现有记录，到 ${day}` : `截至 ${day}`}，没有逾期的节点。`,
};

export type Chasing = typeof chasing;
