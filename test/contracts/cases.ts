/** Commands whose JSON is checked against the schemas, as typed, without `--format` and `--lang`. */
import { GROUPINGS } from "../../src/core/grouping.ts";
import { STATE_FILTERS } from "../../src/core/selection.ts";
import { EARLIER, LATER } from "./two-plans.ts";
import { EVENTFUL_PLAN, eventfulJournal, strangeLines } from "./eventful-office.ts";
import { type Furniture, exampleLines, journalOf } from "./program.ts";

/** An office (plan and journal), and the commands that run in it, one after the other. */
export interface Case {
  readonly office: string;
  readonly furniture: Furniture;
  readonly commands: readonly string[];
  /** Whether Chinese alone is enough, because the same commands also run without filters, in both languages. */
  readonly inChinese?: boolean;
}

const ON_ITS_OWN = [
  "list",
  "show 10",
  "status",
  "overdue",
  "due",
  "indicators",
  "gantt",
  "report -q 2",
  "check",
  "log",
];

const FILTERED = [
  ...["list --quarter 2", "list -q 2..3", "list --month 6", "list -q 本季", "list --as-of Q2"],
  ...[
    "list --division 代办处",
    "list -d 专利管理处 --role assist",
    "list --district 江北区",
    "list --district related",
  ],
  ...["list --theme t2", "list --section s2-1", "list --task 10 --task 25", "list 军民", "list 没有这样的文字"],
  ...STATE_FILTERS.map((state) => `list --state ${state}`),
  ...["show 1", "show 10-3", "show 12 --as-of 2017-05-15", "show 17", "show 26"],
  ...["status --quarter 2", "status -q 4", "status -q 2..3", "status --month 8", "status --state overdue"],
  ...[
    "status -d 专利管理处",
    "status -d 专利管理处 -q 2",
    "status -d 信息中心 --role lead",
    "status -d 信息中心 --role assist",
  ],
  ...["status -d 专利管理处 -d 规划发展处", "status --role any", "status --district 江北区", "status --task 21"],
  ...["overdue -q 2", "overdue -d 规划发展处", "overdue --state blocked", "overdue --task 10", "overdue --month 1"],
  ...["indicators -d 规划", "indicators --task 1", "indicators -q 2", "indicators --as-known 2017-06-30"],
  ...GROUPINGS.flatMap((by) => [`status --group-by ${by}`, `due -q 3 --group-by ${by}`]),
  ...["status -d 专利管理处 --group-by theme", "status -q 2 --group-by section", "status --since 2017-06-15"],
  ...[
    "status -d 专利管理处 --since 2017-05-01",
    "overdue --silent 30",
    "overdue --group-by district",
    "overdue --silent 366",
    "due --days 30",
  ],
  ...["status --fail-on overdue,unfinished --fail-on behind", "status --task 3 --fail-on overdue"],
  ...["overdue --fail-on overdue,unfinished,behind,unproven,warnings", "due --as-known 6-30", "gantt --as-known 6-30"],
  // All indicators: not yet due, and past due.
  ...["due -q 4", "overdue --as-of 2018-01-05"],
  ...["due --month 9", "due --days 100 -d 信息中心", "gantt -d 专利管理处", "gantt --state overdue", "gantt --task 25"],
  ...["log --since 2017-06-26", "log --until 2017-03-31", "log --by 综合科", "log --kind accept --kind block"],
  ...["list", "show 10", "status", "overdue", "log"].map((ask) => `${ask} --as-known 2017-06-30`),
  ...["log --task 9", "log -q 2", "log --state accepted", "log -d 信息中心", "log --since 2017-07-04"],
];

/** Days before, in and after the plan year, and the first and last day that the calendar supports. */
const ON_OTHER_DAYS = [
  ...["2016-12-31", "2017-05-15", "2018-03-01"].flatMap((day) =>
    ["list", "show 25", "status", "status -q 1", "status -d 专利代办处", "overdue", "due", "gantt", "log"].map(
      (ask) => `${ask} --as-of ${day}`,
    ),
  ),
  ...[
    "status --as-of 1970-01-01",
    "status --as-of 2017-12-31",
    "overdue --as-of 2199-12-31",
    "list -q 4 --as-of 2017-12-31",
  ],
];

const EVENTFUL = [
  ...["list", "list --state cancelled", "list --state extended", "list --month 7", "list -d South --role assist"],
  ...["show 1", "show bare", "show 3", "show 4", "show 1 --as-of 2017-05-20", "show 1 --as-of 2018-01-15"],
  ...[
    "status",
    "status -q 2",
    "status -d South",
    "status -d North -q 2",
    "status --as-of 2017-05-20",
    "overdue",
    "log",
    "check",
  ],
  ...[
    "report",
    "report -q 2",
    "report --month 6",
    "report -q 1",
    "report -q 2 -d South",
    "report -d South",
    "report -q 2 --theme t1 --section s1",
    "report --as-known 2017-06-01",
  ],
  ...["status --group-by quarter", "status --group-by district", "status --since 2017-03-31", "due --days 60", "gantt"],
  ...["indicators", "indicators --as-of 2017-04-30", "indicators --as-of 2018-02-01", "show 5"],
  ...["due -q 4", "overdue --as-of 2018-02-01"],
  ...[
    "status -d North --as-of 2018-02-01",
    "status --month 6",
    "status --state cancelled",
    "log --task 4",
    "log --kind revoke",
  ],
];

/** The example with one byte of the 21st line changed. */
const DAMAGED = exampleLines().map((line, index) => (index === 20 ? line.replace("2017", "2018") : line));

const EVENTFUL_FURNITURE: Furniture = { plan: EVENTFUL_PLAN, journal: eventfulJournal() };

const REPORT_FORM =
  "{ office: Office, issue: No. 2, signatory: Clerk, addressees: All, sections: [behind, annex], " +
  "titles: { behind: Behind }, fonts: { title: A, body: B, heading: C, subheading: D, number: E } }";

const TWO_PLANS: Furniture = { plan: LATER, other: EARLIER, journal: null };

/** Cases that only read. */
export const READINGS: readonly Case[] = [
  { office: "the example", furniture: {}, commands: ON_ITS_OWN },
  { office: "the example, filtered", furniture: {}, commands: [...FILTERED, ...ON_OTHER_DAYS], inChinese: true },
  {
    office: "no journal",
    furniture: { journal: null },
    commands: [...ON_ITS_OWN, "status -q 2", "status -d 信息中心"],
  },
  { office: "an empty journal", furniture: { journal: "" }, commands: ON_ITS_OWN },
  { office: "a damaged line", furniture: { journal: journalOf(DAMAGED) }, commands: ON_ITS_OWN },
  {
    office: "strange records",
    furniture: { journal: strangeJournal() },
    commands: [...ON_ITS_OWN, "log --since 2017-07-01", "status --fail-on warnings"],
  },
  { office: "everything", furniture: EVENTFUL_FURNITURE, commands: EVENTFUL },
  {
    office: "two plans",
    furniture: TWO_PLANS,
    commands: ["diff other", "diff other plan", "diff plan", "diff . other"],
  },
  ...["lights: yinchuan", "lights: sanya", "lights: suqian", "yellowGap: 45"].map((policy) => ({
    office: `everything, ${policy}`,
    furniture: withPolicy(policy),
    commands: ["list", "list --as-of 2017-05-31", "status", "indicators"],
    inChinese: true,
  })),
  {
    office: "everything, with a form of its own",
    furniture: withPolicy(`report: ${REPORT_FORM}`),
    commands: ["report -q 2"],
    inChinese: true,
  },
  ...brokenPlans(),
];

/** A filled form as `ipplan sheet -d 专利代办处` makes it, without its texts and the columns that are not read back. */
const FILLED_FORM = `
| 项目 | 内容 |
| --- | --- |
| 计划 | 2017年知识产权工作计划 |
| 年度 | 2017 |
| 处室 | 专利代办处 |
| 截至 | 2017-07-03 |
| 填报日 | |
| 表格版本 | ipplan-form/1 |

| 编号 | 节点内容 | 完成日 | 佐证材料 | 进度（%） | 进展说明 | 存在问题 | 下步措施 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 23-1 | 完成军民结合知识产权网络平台建设。 | 6-30 | 验收意见 | | 已验收 | | |
| 10-3@Q3 | 每季度举办2-3期专利代理人业务能力提升培训。 | | | 30 | | 师资未定 | 请外地专家 |

| 编号 | 指标 | 填报值 | 数据日 | 佐证材料 |
| --- | --- | --- | --- | --- |
| 10/agencies | 综合性专利代理机构 | 12 | 6-30 | |
`;

/** Cases that write. Each command sees what the ones before it wrote. */
export const WRITINGS: readonly Case[] = [
  ...[
    ["done 23-1"],
    ["done 23-1 14-2、22-2 --on 2017-07-01 --from 代办处 --note 补报"],
    ["done 10-1 --on 2017-06-20 --evidence link:https://example.org/10-1"],
    ["done 10-1", "done 10-1 23-1"],
    ["done 23-1 --dry-run", "undo --dry-run", "log --since 2017-07-01"],
    ["done 23-1", "undo --note 录错", "undo", "log --since 2017-07-01"],
    ["undo 372d22c6", "undo 5c98f1f3 --by 保护协调处", "show 22"],
    ["done 7-1 --on 2017-06-30", "status -q 4"],
    ["progress 14-2 90 --on 2017-07-01 --problem 人手不足 --next 增派人员", "show 14"],
    ["progress 14-2 90%", "progress 14-2 90", "undo"],
    ["note 10 --note 已报分管领导 --from 代办处", "note 12-1 --note 已约谈 --dry-run", "undo"],
    [...twice("block 23-1 --reason 场地未定"), "unblock 12-1 --dry-run", "unblock 23-1 --note 场地已定"],
    [...twice("extend 1-1 --to 2017-09-30 --reason 会签未完 --approver 局长办公会"), "status -q 2", "undo"],
    [...twice("cancel 23-1 --reason 机构调整 --approver 局长办公会"), "overdue", "undo"],
    ["accept -q 1 --except 21-1 --evidence doc:局办〔2017〕8号", "undo"],
    twice("accept 10-1 --evidence file:plan/plan.yaml"),
    twice("note 10 --note 已报分管领导"),
    ["reading 10/agencies 12 --on Q2", "reading 10/agencies 25 --on Q2", "reading 10/agencies 25 --on Q2", "undo"],
    ["reading 13/cases 40 --on 2017-05-31", "reading 13/cases 45 --increment --dry-run", "reading rank 8", "undo"],
    ["reading 10/courses 2 --on 2017-06-24", "undo --dry-run"],
    ["reading 10/courses 2 --on 2017-06-24", "reading 10/courses 5 --on 2017-06-30"],
  ].map((commands) => ({ office: "the example", furniture: {}, commands })),
  {
    office: "the example, with a filled form",
    furniture: { files: { "form.md": FILLED_FORM } },
    commands: ["sheet --apply form.md --dry-run", ...twice("sheet --apply form.md --by 综合科"), "undo"],
  },
  ...[
    ["done 1-given-up --on 2017-06-30", "undo"],
    ["done 1-next-year", "done 1-monthly@2017-07", "status"],
    ["done 1-moved 1-rescued --on 2017-07-01", "overdue"],
    ["undo --by North", "undo --by South", "undo --by office", "undo --by office"],
  ].map((commands) => ({ office: "everything", furniture: EVENTFUL_FURNITURE, commands })),
];

/** The command twice: the second time there is nothing left to record. */
function twice(command: string): string[] {
  return [command, command];
}

/** The example, and records of a kind, milestone or version that is unknown. */
function strangeJournal(): string {
  return journalOf([...exampleLines(), ...strangeLines()]);
}

/** The eventful office with a different policy. */
function withPolicy(policy: string): Furniture {
  const head = (EVENTFUL_PLAN["plan.yaml"] ?? "").replace("pace: day,", `pace: day, ${policy},`);
  return { ...EVENTFUL_FURNITURE, plan: { ...EVENTFUL_PLAN, "plan.yaml": head } };
}

function brokenPlans(): Case[] {
  const head = EVENTFUL_PLAN["plan.yaml"] ?? "";
  const tasks = EVENTFUL_PLAN["tasks.yaml"] ?? "";
  const broken = {
    "a full-width colon": { ...EVENTFUL_PLAN, "tasks.yaml": tasks.replace("title: Nothing", "title： Nothing") },
    "no such division": { ...EVENTFUL_PLAN, "tasks.yaml": tasks.replaceAll("[South]", "[Suoth]") },
    "a plan without head": { "tasks.yaml": tasks },
    "a head alone, of no zone": { "plan.yaml": head.replace("UTC", "CST") },
  };
  return Object.entries(broken).map(([office, plan]) => ({
    office,
    furniture: { plan, journal: "" },
    commands: ["check"],
  }));
}
