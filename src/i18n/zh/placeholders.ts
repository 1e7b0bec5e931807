/** Chinese names of option values in help and error messages, by their English names. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  after: "之后",
  before: "之前",
  code: "代号",
  command: "命令",
  day: "日期",
  days: "天数",
  dir: "文件夹",
  division: "处室",
  file: "文件",
  folder: "文件夹",
  format: "格式",
  gates: "情况",
  id: "编号",
  ids: "编号",
  kind: "种类",
  language: "语言",
  month: "月份",
  name: "名称",
  options: "选项",
  others: "台账",
  path: "路径",
  quarter: "季度",
  records: "记录号",
  role: "角色",
  section: "分项",
  state: "状态",
  task: "任务",
  text: "文字",
  theme: "主体任务",
  title: "名称",
  value: "内容",
  what: "方式",
  when: "何时",
  year: "年度",
  zone: "时区",
};

/** The Chinese name of an option value; the English one if there is none. */
export function placeholder(name: string): string {
  return PLACEHOLDERS[name] ?? name;
}
