import { type Day, dayOfMonthOf, monthOf, yearOf } from "../../core/calendar.ts";
import type { PeriodKind, ReportSection } from "../../core/report-template.ts";
import { inThis } from "./in-period.ts";

const TITLES: Readonly<Record<ReportSection, string>> = {
  overview: "总体情况",
  finished: "完成情况",
  behind: "未达进度的事项",
  unreported: "未报送情况",
  divisions: "各处室进展情况",
  themes: "各主体任务进展情况",
  indicators: "量化指标完成情况",
  changes: "延期和取消情况",
  unproven: "缺佐证材料的节点",
  next: "时限在下季度的节点",
  annex: "任务进展一览表",
};

function fullDay(day: Day): string {
  return `${yearOf(day)}年${monthOf(day)}月${dayOfMonthOf(day)}日`;
}

function periodCompletion(kind: PeriodKind): string {
  return `${inThis(kind)}完成率`;
}

/** A note on milestones that were extended and then cancelled: they are listed only as cancelled. */
function alsoCancelled(count: number): string {
  return count === 0 ? "" : `（另有${count}个曾延期的已取消，列在下面）`;
}

/** Texts of the bulletin. Numbers, ids and shares are passed in formatted. */
export const report = {
  sectionTitle: (section: ReportSection, isMonthNext?: boolean) =>
    section === "next" && isMonthNext === true ? "时限在下月的节点" : TITLES[section],
  fullDay,
  titleLines: (plan: string, period: string | null) => [plan, `${period ?? "年度"}进展情况通报`],
  joinTitle: (lines: readonly string[]) => lines.join(""),
  numbered: (numeral: string, title: string) => `${numeral}、${title}`,
  subheading: (numeral: string, title: string) => `（${numeral}）${title}`,
  annex: (title: string) => `附件：${title}`,
  addressed: (addressees: string) => `${addressees}：`,
  intro: (plan: string, period: string, from: string, to: string, asOf: string, isForecast: boolean) =>
    `现将${plan}${period}（${from}至${to}）进展情况通报如下，${isForecast ? "按目前已登记的情况预计至" : "各项数据截至"}${asOf}。`,
  wholeYear: "全年",
  onlyDivisions: (divisions: string) => `本通报只涉及${divisions}牵头或配合的任务。`,
  onlyFilters: (filters: string) => `本通报只涉及以下范围：${filters}。`,
  damaged: (lines: number) => `台账有${lines}行损坏，读不出的没有计入本通报。`,
  uncounted: (records: number) => `台账有${records}条记录说的事项不在计划里，没有计入本通报。`,
  restsOn: (records: number, digest: string) => `统计依据：台账记录${records}条，摘要 ${digest}。`,
  nothing: "没有符合条件的任务。",
  totals: (tasks: number, milestones: number) => `共${tasks}项任务、${milestones}个节点。`,
  parts: (leadTasks: number, leadMilestones: number, assistTasks: number, assistMilestones: number) =>
    `其中牵头${leadTasks}项任务、${leadMilestones}个节点，配合${assistTasks}项任务、${assistMilestones}个节点。`,
  partsApart: (leadTasks: number, leadMilestones: number, assistTasks: number, assistMilestones: number) =>
    `牵头${leadTasks}项任务、${leadMilestones}个节点，配合${assistTasks}项任务、${assistMilestones}个节点。`,
  ofPart: (isLead: boolean, sentences: string) => `${isLead ? "牵头" : "配合"}方面，${sentences}`,
  stateShare: (state: string, count: number, percent: string) => `${state}${count}个，占${percent}`,
  shares: (asOf: string, list: string) => `截至${asOf}，${list}。`,
  sentences: (sentences: readonly string[]) => sentences.join(""),
  rates: (list: string) => `${list}。`,
  rate: (name: string, fraction: string) => `${name}${fraction}`,
  periodCompletion,
  inPeriod: (period: string, kind: PeriodKind, due: number, done: number, rate: string) =>
    due === 0
      ? `${period}没有应完成的节点。`
      : `${period}应完成${due}个节点，已完成${done}个，${periodCompletion(kind)}${rate}。`,
  pace: (year: string, period: string | null, kind: PeriodKind, method: string) =>
    `序时进度（${method}）：全年${year}${period === null ? "" : `，${inThis(kind)}${period}`}。`,
  before: (day: string, from: string, to: string, change: string) =>
    from === to ? `完成率${to}，与${day}持平。` : `与${day}相比，完成率由${from}变为${to}，${change}。`,
  changeOfPoints: (points: number) =>
    points === 0 ? "持平" : `${points > 0 ? "提高" : "降低"}${Math.abs(points).toFixed(1)}个百分点`,
  overdueBefore: (day: string, from: number, to: number) => `逾期节点${day}为${from}个，目前为${to}个。`,
  verdicts: (indicators: number, list: string) => `量化指标${indicators}项：${list}。`,
  verdictCount: (verdict: string, count: number) => `${verdict}${count}项`,
  finished: (period: string, count: number, onTime: number, late: number) =>
    onTime === 0 || late === 0
      ? `${period}完成${count}个节点，${count === 1 ? "" : "均"}${late === 0 ? "按时" : "逾期"}完成。`
      : `${period}完成${count}个节点，其中按时完成${onTime}个，逾期完成${late}个。`,
  noneFinished: (period: string, { before, after }: { readonly before: number; readonly after: number }) => {
    const done = [...(before === 0 ? [] : [`${before}个此前已完成`]), ...(after === 0 ? [] : [`${after}个此后完成`])];
    return `${period}没有节点完成${done.length === 0 ? "" : `；应完成的节点中有${done.join("，有")}`}。`;
  },
  reached: (count: number) => `已达标或超额的量化指标${count}项：`,
  overdue: "逾期的节点",
  overdueCount: (count: number) => `逾期${count}个${count > 1 ? "，按逾期天数排列" : ""}：`,
  noneOverdue: "没有逾期的节点。",
  hindered: "受阻、未达序时或到期未完成的节点",
  hinderedCount: (count: number) => `未逾期，但受阻、未达序时或到期未完成的${count}个：`,
  belowPace: (points: string) => `比序时低 ${points} 个百分点`,
  noneHindered: (overdue: number): string =>
    overdue === 0
      ? "没有登记受阻或未达序时的节点，也没有到期未完成的。"
      : "其余节点没有登记受阻或未达序时的情况，也没有到期未完成的。",
  behindIndicators: "未达序时或目标、到期未报的量化指标",
  behindCount: (count: number) => `未达序时或目标、到期未报的${count}项：`,
  noneBehind: "已填报的量化指标没有未达序时或目标的，也没有到期未报的。",
  noReadings: "量化指标均未填报。",
  noIndicators: "没有量化指标。",
  silence: (division: string, due: number, silent: number, ids: string) =>
    `${division}：${due}个节点到期，其中${silent}个没有任何登记（${ids}）。`,
  silent: "下列处室有到期的节点没有登记任何情况：",
  noneSilent: (period: string) => `${period}到期的节点，各牵头处室均已登记情况。`,
  noneDue: (period: string, due: number) =>
    due === 0 ? `${period}没有到期的节点。` : `${period}应完成的${due}个节点尚未到期。`,
  countedOnce: "每项任务只计入牵头处室。",
  leadAndAssist: "牵头与配合分别统计，不相加。",
  part: (role: string) => `${role}的任务`,
  extended: "延期",
  extendedCount: (count: number, cancelled: number) =>
    `经批准延期${count}个${alsoCancelled(cancelled)}，原时限一并列出：`,
  noneExtended: (cancelled: number) => `没有延期的节点${alsoCancelled(cancelled)}。`,
  cancelled: "取消",
  cancelledCount: (count: number) => `经批准取消${count}个，不计入完成率：`,
  noneCancelled: "没有取消的节点。",
  unprovenCount: (count: number) => `已完成、但没有登记佐证材料的节点${count}个：`,
  noneDone: "尚无完成的节点。",
  wholeTask: "（整项任务）",
  noneUnproven: "已完成的节点都登记了佐证材料。",
  next: (period: string, open: number, done: number) =>
    `时限在${period}、尚未完成的节点${open}个${done === 0 ? "" : `，另有${done}个已完成`}：`,
  noneNext: (period: string, done: number) =>
    done === 0 ? `没有时限在${period}的节点。` : `时限在${period}的${done}个节点均已完成。`,
  periodOf: (year: number, quarters: string, isPlanYear: boolean) => (isPlanYear ? quarters : `${year}年${quarters}`),
  /** The definitions of the rates; `kind` is null for the whole year, which has no rate of its own. */
  notes: (kind: PeriodKind | null) =>
    `注：完成率＝已完成÷（全部－已取消）；到期完成率＝到期节点中已完成的÷到期节点；按时完成率＝按时完成的÷到期节点${kind === null ? "" : `；${periodCompletion(kind)}＝${inThis(kind)}应完成节点中已完成的÷${inThis(kind)}应完成节点`}。`,
  legend: (policy: string | null, list: string, isOfIndicators: boolean) =>
    `${isOfIndicators ? "量化指标" : ""}灯的含义${policy === null ? "" : `（${policy}）`}：${list}。`,
  moreMilestones: (number: number) => `还有 ${number} 个节点未列出；全部见 ipplan overdue 和 ipplan due`,
  columns: {
    id: "编号",
    task: "任务",
    text: "节点内容",
    lead: "牵头处室",
    assist: "配合处室",
    due: "时限",
    originalDue: "原时限",
    newDue: "新时限",
    completedOn: "完成日",
    timeliness: "按时与否",
    overdueDays: "逾期天数",
    state: "进展",
    light: "灯",
    situation: "进展情况",
    problem: "存在问题",
    nextStep: "下步措施",
    division: "处室",
    theme: "主体任务",
    tasks: "任务",
    milestones: "节点",
    done: "已完成",
    overdue: "逾期",
    completion: "完成率",
    dueCompletion: "到期完成率",
    indicator: "指标",
    target: "目标值",
    value: "填报值",
    share: "完成比例",
    expected: "序时应达",
    verdict: "结论",
    reason: "事由",
    approver: "批准",
    cancelledOn: "取消日",
    evidence: "佐证材料",
  },
  total: "合计",
  notStated: "未报",
  chartShares: "各状态的节点数",
  chartGroups: "各处室完成率",
  page: {
    contents: "目录",
    filter: "筛选",
    filterHint: "输入编号、任务、处室或内容",
    anyDivision: "全部处室",
    shown: "显示 {shown} 行，共 {all} 行",
    sortBy: "按此列排序",
    division: "牵头处室",
  },
};

export type ReportTexts = typeof report;
