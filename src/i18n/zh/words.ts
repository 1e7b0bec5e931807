import type { Day, Period } from "../../core/calendar.ts";
import { dayOfMonthOf, monthOf, periodOfYear, quartersOf, weekdayOf, yearOf } from "../../core/calendar.ts";
import type { StateFilter } from "../../core/selection.ts";
import type { Verdict } from "../../core/indicators.ts";
import type { RecordKind } from "../../core/journal/record.ts";
import type { LightPolicy } from "../../core/light-policies.ts";
import type { PaceMethod } from "../../core/pace.ts";
import type { Basis } from "../../core/plan.ts";
import { isWholeMonths, isWholeQuarters } from "../periods.ts";
import { legends } from "./legends.ts";
import type { Light, LightReason, State } from "../../core/lights.ts";

const DIGITS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const ZONES: Readonly<Record<string, string>> = { "Asia/Shanghai": "北京时间", UTC: "世界时" };

const STATES: Readonly<Record<State, string>> = {
  done: "已完成",
  active: "进行中",
  overdue: "逾期",
  upcoming: "待启动",
  cancelled: "已取消",
};

const STATE_FILTERS_BESIDES: Readonly<Record<Exclude<StateFilter, State>, string>> = {
  late: "逾期完成",
  blocked: "受阻",
  extended: "延期",
  accepted: "已销号",
  unaccepted: "待销号",
  unproven: "缺佐证材料",
};

const LIGHTS: Readonly<Record<Light, string>> = { red: "红", yellow: "黄", blue: "蓝", green: "绿", grey: "灰" };

const REASONS: Readonly<Record<LightReason, string>> = {
  overdue: "逾期",
  blocked: "受阻",
  "due-soon": "临期",
  "behind-pace": "未达序时",
  "far-behind": "严重滞后",
  "slightly-behind": "略低于序时",
  "not-started": "未见进展",
  "no-estimate": "未报进度",
  "done-late": "逾期完成",
  "on-track": "正常推进",
  done: "已完成",
  "not-begun": "待启动",
  cancelled: "已取消",
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  met: "达标",
  exceeded: "超额",
  "on-pace": "达到序时",
  behind: "未达序时",
  "no-reading": "未填报",
  "not-judged": "暂不评价",
  cancelled: "已取消",
};

const BASES: Readonly<Record<Basis, string>> = {
  flow: "累计数",
  stock: "期末数",
  growth: "增幅",
  ratio: "比率",
  rank: "位次",
  density: "人均数",
};

const RECORD_KINDS: Readonly<Record<string, string>> = {
  done: "完成",
  progress: "进度",
  reading: "填报",
  note: "说明",
  block: "受阻",
  unblock: "解除受阻",
  extend: "延期",
  cancel: "取消",
  accept: "销号",
  revoke: "撤销",
} satisfies Record<RecordKind, string>;

/** Chinese numerals from 一 to 九十九. */
function numeral(number: number): string {
  if (number < 10) return DIGITS[number] ?? "";
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${ones === 0 ? "" : (DIGITS[ones] ?? "")}`;
}

const LIGHT_POLICIES: Readonly<Record<LightPolicy, string>> = {
  standard: "默认规则",
  suqian: "宿迁2025年做法",
  yinchuan: "银川2025年做法",
  sanya: "三亚2022年做法",
};

/** 一季度 · 一、二季度 · 二至四季度. */
function quarters(list: readonly number[]): string {
  const [first, last] = [list[0] ?? 0, list.at(-1) ?? 0];
  const isRange = list.length > 2 && last - first === list.length - 1;
  return isRange ? `${numeral(first)}至${numeral(last)}季度` : `${list.map(numeral).join("、")}季度`;
}

/** Usual names for several quarters together. */
const SPANS: Readonly<Record<string, string>> = {
  "1,2": "上半年",
  "3,4": "下半年",
  "1,2,3": "前三季度",
  "1,2,3,4": "全年",
};

/** A requested period: 二季度 · 上半年 · 二、三季度. */
function span(list: readonly number[]): string {
  return SPANS[list.join()] ?? quarters(list);
}

export const words = {
  state: (state: State) => STATES[state],
  stateFilter: (filter: StateFilter): string => ({ ...STATES, ...STATE_FILTERS_BESIDES })[filter],
  light: (light: Light) => LIGHTS[light],
  reason: (reason: LightReason) => REASONS[reason],
  verdict: (verdict: Verdict) => VERDICTS[verdict],
  basis: (basis: Basis) => BASES[basis],
  lightPolicy: (name: LightPolicy) => LIGHT_POLICIES[name],
  ...legends,
  // The kind comes from the journal and may be any string, also `constructor`, which every object has: hence hasOwn.
  recordKind: (kind: string) => (Object.hasOwn(RECORD_KINDS, kind) ? RECORD_KINDS[kind] : undefined) ?? kind,
  correction: "更正",
  numeral,
  quarters,
  span,
  months: (list: readonly number[]) => `${[...new Set([list[0], list.at(-1)])].join("-")}月`,
  weekday: (day: Day) => `周${"日一二三四五六".charAt(weekdayOf(day))}`,
  zone: (timezone: string) => ZONES[timezone] ?? timezone,
  /** The as-of day in the heading of a screen. */
  asOf: (day: Day, weekday: string, zone: string) => `截至 ${day}（${weekday}，${zone}）`,
  forecast: (day: Day, weekday: string, zone: string) => `预计 ${day}（${weekday}，${zone}）`,
  /** A window: 二季度 · 全年 · 7-8月 · 11月30日. */
  window: (period: Period, planYear: number) => {
    if (yearOf(period.start) !== planYear || yearOf(period.end) !== planYear) {
      return [...new Set([period.start, period.end])].join(" 至 ");
    }
    if (period.end === periodOfYear(planYear).end && period.start === periodOfYear(planYear).start) return "全年";
    if (isWholeQuarters(period)) return quarters(quartersOf(period, planYear));
    const [from, to] = [monthOf(period.start), monthOf(period.end)];
    if (isWholeMonths(period)) return from === to ? `${from}月` : `${from}-${to}月`;
    const point = (day: Day): string => `${monthOf(day)}月${dayOfMonthOf(day)}日`;
    return period.start === period.end ? point(period.end) : `${point(period.start)}至${point(period.end)}`;
  },
  paceMethod: (method: PaceMethod): string => (method === "month" ? "按月计" : "按日计"),
  lead: "牵头",
  assist: "配合",
  listSeparator: "、",
  clauseSeparator: "，",
  sentenceSeparator: "；",
  inBrackets: (text: string) => `（${text}）`,
  fraction: (percent: string, numerator: number, denominator: number) => `${percent}（${numerator}/${denominator}）`,
  allDistricts: "各区县（自治县）",
  districts: (names: readonly string[], related: boolean) => {
    if (names.length === 0) return related ? "相关区县" : "无";
    return `${names.join("、")}${related ? "及相关区县" : ""}`;
  },
  columns: { objective: "工作目标", measures: "具体措施", schedule: "进度安排", assessment: "考核目标" },
  yes: "是",
  no: "否",
};

export type Words = typeof words;
