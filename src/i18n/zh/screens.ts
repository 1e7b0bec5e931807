import { numbers } from "./numbers.ts";
import { recording } from "./recording.ts";

/** Column headings split in two lines, for narrow tables. */
const TWO_LINES: Readonly<Record<string, string>> = {
  "参与处室（有重复）": "参与处室\n（有重复）",
  "配合处室（有重复）": "配合处室\n（有重复）",
};

/** Milestones that count as due by now and are not due in the period asked about. */
interface OthersDue {
  readonly earlier: boolean;
  readonly later: boolean;
}

/** The words with a space in front if they begin with a digit, as between Chinese and a number. */
function spaced(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words;
}

const texts = {
  shown: (tasks: number, all: number) => `显示 ${tasks} 项，共 ${all} 项`,
  shownMilestones: (tasks: number, milestones: number, all: number) =>
    `显示 ${tasks} 项任务、${milestones} 个节点；计划共 ${all} 项任务`,
  nothingFound: "没有符合条件的任务或节点",
  afterYear: (day: string) => `计划年度已过；看年末情况用 --as-of ${day}`,
  totals: (tasks: number, milestones: number) => `${tasks} 项任务，${milestones} 个节点`,
  pace: (percent: string, method: string) => `序时进度 ${percent}（${method}）`,
  periodPace: (percent: string, method: string, isQuarter: boolean) =>
    `${isQuarter ? "本季" : "期内"}序时进度 ${percent}（${method}）`,
  lightCount: (light: string, count: number) => `${light} ${count}`,
  reasonCount: (reason: string, count: number) => `${reason} ${count}`,
  completion: "完成率",
  dueCompletion: "到期完成率",
  onTime: "按时完成率",
  acceptance: (done: number, accepted: number, open: number) =>
    `已完成的 ${done} 个中：已销号 ${accepted}，待销号 ${open}`,
  unproven: (count: number, ids: string) => `缺佐证材料 ${count}（${ids}）`,
  unprovenParts: (lead: string, assist: string) => `缺佐证材料：牵头 ${lead}，配合 ${assist}`,
  extendedApart: (count: number, ids: string, isMore: boolean) =>
    `${isMore ? "另有" : ""}经批准延期 ${count}（${ids}）`,
  extendedParts: (lead: string, assist: string) => `经批准延期：牵头 ${lead}，配合 ${assist}`,
  andMore: (ids: string) => `${ids}等`,
  leadDivision: "牵头处室",
  byParticipation: "参与处室（有重复）",
  byAssistance: "配合处室（有重复）",
  tasks: "任务",
  taskColumn: "任务",
  milestones: "节点",
  total: "合计",
  overdueCount: (count: number) => `逾期 ${count} 个`,
  overdueParts: (lead: number, assist: number) => `逾期：牵头 ${lead} 个，配合 ${assist} 个`,
  arrearsParts: (lead: number, assist: number, isQuarter: boolean) =>
    `另有往${isQuarter ? "季" : "期"}逾期：牵头 ${lead} 个，配合 ${assist} 个，不在上表之内`,
  assistedText: (text: string) => `（配合）${text}`,
  overdueSome: (title: string, shown: number, command: string) => `${title}，最久的 ${shown} 个如下，全部见 ${command}`,
  days: (count: number) => `${count} 天`,
  noWord: "尚无进展记录",
  ofWholeTask: (said: string) => `整项任务：${said}`,
  nextDue: (day: string, left: number, all: number, done: number) =>
    `下一完成时限 ${day}（${left === 0 ? "当日" : `还有 ${left} 天`}）：${all} 个，已完成 ${done} 个，未完成 ${all - done} 个`,
  nothingDue: "没有未到期的节点",
  titleWith: (title: string, part: string) => `${title}：${part}`,
  periodDays: (name: string, start: string, end: string) => `${name} = ${start} 至 ${end}（含首尾两日）`,
  dueLater: (count: number, quarters: string, isBeyond: boolean, isQuarter: boolean) =>
    `其中 ${count} 个${isQuarter ? "跨季" : "时限更晚"}，应于${quarters}${isBeyond ? `${quarters === "" ? "" : "或"}年度以后` : ""}完成`,
  judgedBefore: (count: number, ids: string) => `${count} 个延期过迟，考核时限在此以前：${ids}`,
  duePeriod: (count: number, isQuarter: boolean) => `${isQuarter ? "本季" : "期内"}应完成 ${count} 个`,
  periodDone: (due: string, done: number) => `${due}，已完成 ${done} 个`,
  periodCompletion: (isQuarter: boolean) => `${isQuarter ? "本季" : "期内"}完成率`,
  movedOut: (count: number, ids: string) => `另有 ${count} 个经批准延期：${ids}`,
  done: "已完成",
  notDone: "未完成",
  openDue: (day: string, left: number, isFirst: boolean, others: number | null) =>
    `${others === null ? "" : `另 ${others} 个`}${isFirst ? "最近时限" : "时限"} ${day}，${left === 0 ? "当日到期" : `还有 ${left} 天`}`,
  ofThemOverdue: (count: number) => `逾期 ${count} 个`,
  noneDueYet: (rate: string, isQuarter: boolean) =>
    `${isQuarter ? "本季" : "期内"}节点均未到期，到期完成率、按时完成率 ${rate}`,
  othersCounted: (due: number, { earlier, later }: OthersDue, isQuarter: boolean) => {
    const others = [...(later ? [isQuarter ? "跨季" : "时限更晚"] : []), ...(earlier ? ["考核时限更早"] : [])];
    return `已到期 ${due} 个，${others.join("、")}的在内`;
  },
  dueInPeriod: "应完成",
  inTwoLines: (heading: string) => TWO_LINES[heading] ?? heading,
  openMilestones: (isQuarter: boolean) => `${isQuarter ? "本季" : "期内"}未完成的节点`,
  /** For lists that are cut off: the total, and the command that lists all. */
  cut: {
    ofAll: (count: number) => `等 ${count} 个`,
    openSome: (most: number) => `每行最多列 ${most} 个，全部见 ipplan list（筛选条件相同）`,
    comingSome: (title: string, shown: number, command: string) =>
      `${title}，最近的 ${shown} 个如下，全部见 ${command}`,
    moreTasks: (count: number, command: string) => `另有 ${count} 项任务未列出，全部见 ${command}`,
    excludedSome: (items: string) => `${items}等，全部见 ipplan list --state cancelled`,
  },
  openTotal: (count: number) => `共 ${count} 个`,
  overdueHere: (count: number, dueHere: number, isQuarter: boolean) =>
    count === dueHere
      ? `${isQuarter ? "本季" : "期内"}逾期 ${count} 个`
      : `以上节点逾期 ${count} 个，其中应在${isQuarter ? "本季" : "期内"}完成的 ${dueHere} 个`,
  arrears: (count: number, isQuarter: boolean) => `另有往${isQuarter ? "季" : "期"}逾期 ${count} 个，不在上表之内`,
  leadCounts: (tasks: string, milestones: string) => `${tasks} 项任务 ${milestones} 个节点`,
  stateCounts: (done: number, active: number, overdue: number, upcoming: number, cancelled: number) =>
    `已完成 ${done}，进行中 ${active}，逾期 ${overdue}，待启动 ${upcoming}${cancelled > 0 ? `，已取消 ${cancelled}` : ""}`,
  quarterShort: (numeral: string) => `${numeral}季`,
  ratio: "完成",
  ratioOfYear: "全年完成",
  leadTasks: "牵头任务",
  assistTasks: "配合任务",
  ledBy: (division: string) => `牵头：${division}`,
  oneSymbol: "一个符号一个节点，排在时限所在的季度：",
  outsideYear: (milestones: string) => `时限不在计划年度的，列在一季或四季：${milestones}`,
  legendDone: "完成",
  /** `year` is null for quarters of the plan year. */
  comingDue: (quarters: string, year: number | null, open: number, done: number) =>
    `时限在${year === null ? "" : ` ${year} 年`}${quarters}的节点：待完成 ${open} 个${done > 0 ? `，已完成 ${done} 个` : ""}`,
  overdueHeading: (milestones: number, tasks: number, divisions: number) =>
    `逾期 ${milestones} 个节点（${tasks} 项任务，${divisions} 个牵头处室）`,
  noneOverdue: "没有逾期的节点",
  overdue: "逾期",
  id: "编号",
  due: "时限",
  originalDue: "原时限",
  assessmentDue: "考核时限",
  lastWordAndText: "最近情况；节点内容",
  aging: (over90: number, to90: number, to30: number, to7: number) =>
    `90 天以上 ${over90} 个  31-90 天 ${to90} 个  8-30 天 ${to30} 个  1-7 天 ${to7} 个`,
  divisionCount: (division: string, count: number) => `${division} ${count} 个`,
  extendedNotOverdue: (count: number) => `经批准延期 ${count} 个，不计逾期：`,
  extendedItem: (id: string, division: string, original: string, to: string) =>
    `${id} ${division}，原 ${original}，延至 ${to}`,
  wordProgress: (percent: number) => `进度 ${percent}%`,
  wordWith: (kind: string, text: string) => `${kind}：${text}`,
  taskTitle: (id: string) => `任务${id}`,
  belongsTo: "所属",
  divisions: "处室",
  districts: "区县",
  progress: "进展",
  remarks: "备注",
  remarked: (text: string) => `备注：${text}`,
  themeHeading: (numeral: string, title: string) => `${numeral}、${title}`,
  sectionHeading: (numeral: string, title: string) => `（${numeral}）${title}`,
  doneOf: (done: number, all: number) => `已完成 ${done}/${all}`,
  window: "时段",
  progressAndText: "进展和内容",
  completed: (day: string) => `${day} 完成`,
  early: (days: number) => `提前 ${days} 天`,
  onTimeWord: "按时",
  lateWord: (days: number) => `逾期 ${days} 天`,
  accepted: "已销号",
  unaccepted: "待销号",
  recordedLate: "补登",
  extendedTimes: (times: number) => `共延期 ${times} 次`,
  assessedBy: (day: string) => `原时限后延期，是否按时仍按 ${day} 算`,
  daysLeft: (days: number) => (days === 0 ? "当日到期" : `还有 ${days} 天`),
  startsOn: (day: string) => `${day} 起`,
  evidence: (items: string) => `佐证：${items}`,
  extended: (original: string, to: string) => `原时限 ${original}，延至 ${to}`,
  approvedBy: (approver: string) => `${approver}批准`,
  cancelled: (day: string) => `${day} 取消`,
  indicator: "量化指标",
  target: "目标",
  source: "出处",
  noReading: "未填报",
  reading: (value: string, day: string) => `${value}（${day}）`,
  targetAtLeast: (value: string) => `至少 ${value}`,
  targetAtMost: (value: string) => `不超过 ${value}`,
  targetRank: (value: string) => `前 ${value}`,
  targetStretch: (value: string) => `力争${spaced(value)}`,
  targetPerQuarter: (value: string) => `每季度${spaced(value)}`,
  list: "任务清单",
  milestoneText: "内容",
  journal: "台账",
  journalDays: (from: string, to: string) => `台账  ${from} 至 ${to}`,
  newestFirst: (zone: string, isInOrder: boolean) =>
    `按登记时间倒序${isInOrder ? "" : "，被更正、撤销的随后"}（${zone}）`,
  recorded: "登记",
  recordId: "记录号",
  recordedBy: "登记人",
  recordKind: "事项",
  milestone: "节点",
  dayAndText: "发生日和内容",
  corrected: "已更正",
  revoked: "已撤销",
  corrects: (id: string) => `更正 ${id}`,
  takesBack: (id: string) => `撤销 ${id}`,
  movedTo: (day: string) => `延至 ${day}`,
  logShown: (shown: number, all: number) => `显示 ${shown} 条，台账共 ${all} 条；撤销、更正前的记录保留，不参与统计`,
  logOfMilestones: "按季度、月份、状态筛选，只列说节点的记录；按登记日期看用 --since、--until",
  noRecords: (inJournal: number): string => (inJournal === 0 ? "台账里还没有记录" : "台账里没有符合条件的记录"),
  journalDamaged: (lines: number) => `台账有 ${lines} 行损坏，读不出的没有计入；详情见 ipplan check`,
  journalEarlier: (records: number) =>
    `台账有 ${records} 条记录的日期在计划年度之前，都计入了各数，像是往年的台账；核对用 ipplan check`,
  journalUncounted: (records: number) => `台账有 ${records} 条记录说的事项不在计划里，没有计入；详情见 ipplan check`,
  targetsLeftOut: (targets: number) =>
    `CSV 只列节点，${targets} 个量化指标没有列入；--format md、--format json 和工作簿（-o 文件.xlsx）里有`,
  dueIs: (day: string) => `时限 ${day}`,
  startDay: "开始",
  state: "状态",
  light: "灯",
  reason: "理由",
  completedOn: "完成日",
  daysOverdue: "逾期天数",
  daysLate: "逾期完成天数",
  status: "进展情况",
  lastWord: "最近情况",
  happened: "发生日",
  counts: "有效",
  doneHeading: "已完成",
  completionHeading: "完成率",
  colon: "：",
  overdueBy: (days: number) => `逾期 ${days} 天`,
  inPercent: (name: string) => `${name}（%）`,
  only: (filters: string) => `只含  ${filters}`,
  theme: "主体任务",
  section: "分项",
  textFilter: "含有文字",
  asKnown: (day: string, records: number, digest: string) =>
    `按 ${day} 已登记的情况：台账 ${records} 条，摘要 ${digest}`,
  dayWord: "完成日",
  check: {
    title: "校验结果",
    place: "位置",
    code: "代码",
    severity: "轻重",
    error: "错误",
    warning: "警告",
    expected: "应为",
    guess: "疑为",
    choices: "可用",
    advice: "改法",
    also: "另见",
    summary: (errors: number, warnings: number, files: number) =>
      `查出 ${errors} 个错误、${warnings} 个警告，涉及 ${files} 个文件`,
    scope: (files: number, records: number) => `共检查计划文件 ${files} 个、台账 ${records} 条。`,
    blocked: "错误未改正之前，其他命令不出结果。",
    details: (code: string) => `详解：ipplan check --explain ${code}`,
    more: (errors: number, warnings: number) =>
      `还有 ${errors + warnings} 个问题未列出（错误 ${errors}、警告 ${warnings}）；改正上面的再查一遍，或用 --format csv 全部列出。`,
  },
};

/**
 * Texts of the screens and tables. Numbers, ids and days are passed in formatted. `Object.assign` merges the parts: spreading
 * them into an object literal of this size makes V8 copy its list of names for each text, 900 kB in all.
 */
export const screens = Object.assign(texts, numbers, recording);

export type Screens = typeof screens;
