/** The meaning of column headings in files of rows: keys, and the headings that offices and our own forms use. */
import type { Row } from "./rows.ts";

/** Columns to read. Headings that differ only in width, white space or a unit in brackets mean the same. */
const COLUMNS: Readonly<Record<string, keyof Row>> = {
  do: "kind",
  事项: "kind",
  ref: "ref",
  编号: "ref",
  节点: "ref",
  on: "on",
  发生日: "on",
  完成日: "on",
  percent: "percent",
  进度: "percent",
  指标: "ref",
  value: "value",
  数值: "value",
  填报值: "value",
  mode: "mode",
  口径: "mode",
  to: "to",
  延至: "to",
  reason: "reason",
  事由: "reason",
  approver: "approver",
  批准: "approver",
  from: "from",
  报送处室: "from",
  note: "note",
  说明: "note",
  problem: "problem",
  存在问题: "problem",
  next: "next",
  下步措施: "next",
  evidence: "evidence",
  佐证: "evidence",
};

/** More headings for them, as found in forms, lists and habit: understood, but not suggested in messages. */
const SYNONYMS: Readonly<Record<string, keyof Row>> = {
  节点编号: "ref",
  指标编号: "ref",
  Id: "ref",
  日期: "on",
  完成日期: "on",
  发生日期: "on",
  数据日: "on",
  数据日期: "on",
  Date: "on",
  Completedon: "on",
  Upto: "on",
  Progress: "percent",
  Value: "value",
  批准人: "approver",
  备注: "note",
  进展说明: "note",
  Note: "note",
  Problem: "problem",
  Nextstep: "next",
  佐证材料: "evidence",
  Evidence: "evidence",
};

/** Columns of our own forms and lists that repeat the plan. They are not read, and a notice says so. */
const PRINTED: ReadonlySet<string> = new Set(
  (
    "序号 任务 节点内容 内容 名称 指标名称 时段 时限 原时限 开始 目前进展 状态 灯 理由 牵头处室 处室 区县 单位 目标值 目标下限 目标上限 上年基数 力争 " +
    "上次填报 逾期天数 晚完成天数 逾期完成天数 最近情况 No. Tasks Milestone Text Indicator Name When Due Originallydue Start Statenow State Light " +
    "Reason Lead Divisions Districts Unit Target Minimum Maximum Baseline Stretch Lastvalue Daysoverdue Dayslate Lastword"
  ).split(" "),
);

/** The headings to suggest in messages. */
export const KNOWN_COLUMNS: readonly string[] = Object.keys(COLUMNS);

function squeezed(heading: string): string {
  return heading
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/\(.*\)$/, "");
}

/** The meaning of the column; null if it is deliberately not read, undefined if it is unknown. */
export function columnOf(heading: string, headings: readonly string[]): keyof Row | null | undefined {
  const name = squeezed(heading);
  // Next to a column of ids, this one holds the texts.
  if ((name === "指标" || name === "节点") && headings.some((other) => squeezed(other) === "编号")) return null;
  if (Object.hasOwn(COLUMNS, name)) return COLUMNS[name];
  if (Object.hasOwn(SYNONYMS, name)) return SYNONYMS[name];
  return PRINTED.has(name) ? null : foldedColumn(name.toLowerCase());
}

/**
 * Looks up a lower-case heading regardless of case (`ID`, `VALUE`). Only for headings not listed exactly: where case
 * distinguishes two meanings (`reason`, `Reason`), both are listed.
 */
function foldedColumn(name: string): keyof Row | null | undefined {
  const same = (other: string): boolean => other.toLowerCase() === name;
  const known = Object.entries({ ...COLUMNS, ...SYNONYMS }).find(([other]) => same(other));
  if (known !== undefined) return known[1];
  return [...PRINTED].some(same) ? null : undefined;
}
