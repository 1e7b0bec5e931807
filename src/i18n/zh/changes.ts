import type { ChangeKind, Subject } from "../../core/diff/change.ts";

const KINDS: Readonly<Record<ChangeKind, string>> = {
  added: "新增",
  removed: "删去",
  moved: "改时间",
  reworded: "改文字",
  retargeted: "改指标",
  reassigned: "改责任",
  regrouped: "改归属",
  changed: "改设置",
};

const SUBJECTS: Readonly<Record<Subject, string>> = {
  plan: "计划",
  division: "处室",
  district: "区县",
  theme: "主体任务",
  section: "分项",
  task: "任务",
  milestone: "节点",
  indicator: "量化指标",
};

const FIELDS: Readonly<Record<string, string>> = {
  title: "标题",
  name: "名称",
  text: "内容",
  when: "时段",
  task: "任务",
  section: "分项",
  theme: "主体任务",
  divisions: "责任处室",
  districts: "配合区县",
  themes: "主体任务次序",
  sections: "分项次序",
  tasks: "任务次序",
  milestones: "节点次序",
  indicators: "指标次序",
  objective: "工作目标",
  measures: "具体措施",
  assessment: "考核目标",
  remarks: "备注",
  added: "列入日期",
  min: "下限",
  max: "上限",
  unit: "单位",
  basis: "口径",
  baseline: "上年基数",
  stretch: "力争目标",
  per: "按期",
  due: "时限",
  from: "出处",
  year: "年度",
  timezone: "时区",
  language: "语言",
  journal: "台账",
  lights: "亮灯规则",
  pace: "序时进度算法",
  dueSoonDays: "临期天数",
  yellowGap: "黄灯差距",
  redGap: "红灯差距",
  redMonths: "红灯月数",
  report: "通报格式",
};

/** `diff`: what changed between two plans. */
export const changes = {
  title: (before: string, after: string) => `计划变更：${before} → ${after}`,
  asItStands: "现在的计划",
  none: "两份计划没有差别（计划的印发日期、备注、settled 和注释不比）。",
  summary: (count: number, kinds: string) => `共 ${count} 处：${kinds}`,
  kindCount: (kind: string, count: number) => `${kind} ${count}`,
  otherYear: (before: number, after: number) =>
    `两份计划年度不同：${before} 年的日期按 ${after} 年的对应日期比较，只换了年份的和原样未动的不列。`,
  kind: (kind: ChangeKind) => KINDS[kind],
  subject: (subject: Subject) => SUBJECTS[subject],
  field: (field: string) => FIELDS[field] ?? field,
  was: "原为",
  is: "改为",
  nothing: "无",
  inserted: (text: string) => `增加：${text}`,
  deleted: (text: string) => `删去：${text}`,
  reordered: "只是先后变了",
  headings: { task: "任务", id: "编号", kind: "变更", field: "栏目", was: "原为", is: "改为" },
};

export type Changes = typeof changes;
