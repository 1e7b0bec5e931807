// Generates plans of any size, in the form and language of an office's annual plan. Every name is a placeholder.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chance } from "./random.mjs";

/** @typedef {import("./random.mjs").Chance} Chance */
/** @typedef {{ id: string, entry: string, text: string, start: string, due: string }} Milestone */
/** @typedef {{ id: string, name: string, target: number, adds: boolean }} Indicator */
/** @typedef {{ id: string, title: string, divisions: string[], milestones: Milestone[], indicators: Indicator[] }} Task */
/** @typedef {{ title: string, year: number, tasks: Task[] }} Plan what generating a journal needs to know */
/** @typedef {{ tasks: number, tasksASection: number, divisions: number, districts: number, sectionsATheme: number }} Shape */

export const YEAR = 2017;

/** Each schedule gives four milestones, so that a plan of n tasks has 4n. The more common ones are listed twice. */
const SCHEDULES = [
  ["Q1", "Q2", "Q3", "Q4"],
  ["Q1", "Q2", "Q3", "Q4"],
  ["Q1..Q2", "Q2", "Q3..Q4", "Q4"],
  ["Q1..Q2", "Q2", "Q3..Q4", "Q4"],
  ["every quarter"],
  ["[Q2, Q4]", "Q1", "2017-07..2017-09"],
  ["Q1", "2017-05", "2017-09-30", "Q2..Q4"],
  ["year", "Q1..Q2", "2017-10-20", "Q4"],
];

const VERBS = ["推进", "完善", "组织实施", "深化", "加强", "规范", "开展", "落实", "优化", "健全", "统筹", "指导"];
const OBJECTS = [
  "专利导航分析项目",
  "重点产业知识产权联盟",
  "企业贯标辅导",
  "执法协作机制",
  "维权援助服务",
  "代理机构信用档案",
  "专利信息利用平台",
  "质押融资风险补偿",
  "中小学教育试点",
  "服务业集聚区",
  "海外布局指引",
  "军民融合转化对接",
];
const ENDS = ["形成工作台账", "报送阶段小结", "完成验收准备", "印发工作方案", "召开推进会", "建立月度通报制度"];
const WHYS = ["围绕年度目标", "结合区域实际", "会同有关部门", "依托现有平台", "按照上级部署", "针对突出问题"];
const BASES = ["flow", "flow", "stock", "ratio"];

/**
 * Writes a plan folder and returns what generating a journal needs to know.
 * @param {string} folder in which `plan/` is created
 * @param {Shape} shape
 * @param {number} seed
 * @param {string} title
 * @returns {Plan}
 */
export function writePlan(folder, shape, seed, title = `${YEAR}年度工作计划`) {
  const random = chance(seed);
  const sections = Math.ceil(shape.tasks / shape.tasksASection);
  mkdirSync(join(folder, "plan"), { recursive: true });
  writeFileSync(join(folder, "plan/plan.yaml"), headOf(shape, sections, title));
  /** @type {Task[]} */
  const tasks = [];
  for (let section = 1; section <= sections; section += 1) {
    const first = (section - 1) * shape.tasksASection + 1;
    const last = Math.min(section * shape.tasksASection, shape.tasks);
    const lines = ["# yaml-language-server: $schema=schemas/tasks.schema.json", `section: s${section}`, "tasks:"];
    for (let number = first; number <= last; number += 1) {
      const { task, yaml } = makeTask(number, shape, random);
      tasks.push(task);
      lines.push(...yaml);
    }
    writeFileSync(join(folder, `plan/s${String(section).padStart(4, "0")}.yaml`), `${lines.join("\n")}\n`);
  }
  return { title, year: YEAR, tasks };
}

/** @param {number} index */
const divisionName = (index) => `第${index + 1}处`;

/** @param {number} index */
const districtName = (index) => `第${index + 1}区`;

/**
 * @param {Shape} shape
 * @param {number} sections
 * @param {string} title
 */
function headOf(shape, sections, title) {
  const themes = Math.ceil(sections / shape.sectionsATheme);
  return [
    "# yaml-language-server: $schema=schemas/plan.schema.json",
    `title: ${title}`,
    `year: ${YEAR}`,
    "timezone: Asia/Shanghai",
    "language: zh",
    "divisions:",
    ...upTo(shape.divisions).flatMap((index) => [`  - id: d${index + 1}`, `    name: ${divisionName(index)}`]),
    "districts:",
    ...upTo(shape.districts).map((index) => `  - ${districtName(index)}`),
    "themes:",
    ...upTo(themes).flatMap((index) => [`  - id: t${index + 1}`, `    title: 第${index + 1}主体任务`]),
    "sections:",
    ...upTo(sections).flatMap((index) => [
      `  - id: s${index + 1}`,
      `    theme: t${Math.floor(index / shape.sectionsATheme) + 1}`,
      `    title: 第${index + 1}分项工作`,
    ]),
    "",
  ].join("\n");
}

/** @param {number} count */
function upTo(count) {
  return Array.from({ length: count }, (_, index) => index);
}

/**
 * @param {number} number
 * @param {Shape} shape
 * @param {Chance} random
 */
function makeTask(number, shape, random) {
  const title = `${random.pick(VERBS)}${random.pick(OBJECTS)}（任务${number}）`;
  const divisions = upTo(random.pick([1, 1, 2, 2, 3])).map((index) => (number * 7 + index * 5) % shape.divisions);
  const names = [...new Set(divisions)].map(divisionName);
  const { milestones, yaml } = makeMilestones(number, random);
  const { indicators, yaml: targets } = makeIndicators(number, random);
  const lines = [
    `  - id: ${number}`,
    `    title: ${title}`,
    `    objective: ${sentences(random, 2)}`,
    "    measures:",
    ...upTo(random.between(2, 5)).map(() => `      - ${sentences(random, random.between(1, 2))}`),
    `    divisions: [${names.join(", ")}]`,
    `    districts: ${districtsOf(random, shape.districts)}`,
    "    assessment: 完成工作任务",
    ...targets,
    "    milestones:",
    ...yaml,
    "",
  ];
  return { task: { id: String(number), title, divisions: names, milestones, indicators }, yaml: lines };
}

/**
 * @param {Chance} random
 * @param {number} count
 */
function sentences(random, count) {
  const one = () =>
    `${random.pick(WHYS)}，${random.pick(VERBS)}${random.pick(OBJECTS)}和${random.pick(OBJECTS)}，${random.pick(ENDS)}。`;
  return upTo(count).map(one).join("");
}

/**
 * @param {Chance} random
 * @param {number} districts
 */
function districtsOf(random, districts) {
  if (random.hits(0.4)) return "[all]";
  if (random.hits(0.3)) return "[]";
  const names = upTo(random.between(1, 4)).map(() => districtName(random.below(districts)));
  return `[${[...new Set(names)].join(", ")}]`;
}

/**
 * @param {number} number of the task
 * @param {Chance} random
 */
function makeMilestones(number, random) {
  const whens = random.pick(SCHEDULES);
  const entries = whens.map((when, index) => {
    const id = `${number}-${index + 1}`;
    const text = `${sentences(random, 1).slice(0, -1)}（第${id}项）。`;
    return { id, when, text };
  });
  const yaml = entries.flatMap(({ id, when, text }) => [
    `      - id: ${id}`,
    `        when: ${when}`,
    `        text: ${text}`,
  ]);
  const milestones = entries.flatMap(({ id, when, text }) =>
    occurrencesOf(when).map(({ key, start, due }) => ({
      id: key === "" ? id : `${id}@${key}`,
      entry: id,
      text,
      start,
      due,
    })),
  );
  return { milestones, yaml };
}

/**
 * The windows of a `when:` used above, computed independently of ipplan's code.
 * @param {string} when
 */
function occurrencesOf(when) {
  if (when === "year") return [{ key: "", ...windowOf("Q1", "Q4") }];
  const repeated = when === "every quarter" ? ["Q1", "Q2", "Q3", "Q4"] : when.match(/^\[(.*)\]$/)?.[1]?.split(", ");
  if (repeated !== undefined) return repeated.map((key) => ({ key, ...windowOf(key, key) }));
  const [from = when, to = from] = when.split("..");
  return [{ key: "", ...windowOf(from, to) }];
}

/**
 * @param {string} from
 * @param {string} to
 */
function windowOf(from, to) {
  return { start: edgesOf(from).first, due: edgesOf(to).last };
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The first and last day of a quarter, a month or a day.
 * @param {string} period
 */
function edgesOf(period) {
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return { first: period, last: period };
  const quarter = /^Q([1-4])$/.exec(period);
  const last = quarter === null ? Number(period.slice(5)) : Number(quarter[1]) * 3;
  const first = quarter === null ? last : last - 2;
  return { first: `${monthOf(first)}-01`, last: `${monthOf(last)}-${LAST_DAYS[last - 1] ?? 31}` };
}

/** @param {number} month */
function monthOf(month) {
  return `${YEAR}-${String(month).padStart(2, "0")}`;
}

/**
 * Two indicators for every fourth task.
 * @param {number} number of the task
 * @param {Chance} random
 * @returns {{ indicators: Indicator[], yaml: string[] }}
 */
function makeIndicators(number, random) {
  if (number % 4 !== 0) return { indicators: [], yaml: [] };
  const made = ["first", "second"].map((id, index) => {
    const basis = random.pick(BASES);
    const target = basis === "ratio" ? random.between(50, 95) : random.between(5, 500);
    return { id, basis, target, name: `${random.pick(OBJECTS)}数${index + 1}` };
  });
  const yaml = made.flatMap(({ id, name, basis, target }) => [
    `      - id: ${id}`,
    `        name: ${name}`,
    `        min: ${target}`,
    `        unit: ${basis === "ratio" ? '"%"' : "项"}`,
    `        basis: ${basis}`,
    "        from: [assessment]",
  ]);
  const indicators = made.map(({ id, name, basis, target }) => ({
    id: `${number}/${id}`,
    name,
    target,
    adds: basis === "flow",
  }));
  return { indicators, yaml: ["    indicators:", ...yaml] };
}
