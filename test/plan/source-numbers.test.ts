import { describe, expect, it } from "vitest";
import { type Column, type Indicator, planTask, sourceTasks, tally, tasks } from "./documents.ts";

/** Every number that is a target: its task, its column, the words around it, and the indicators that it belongs to. */
const NUMBERS: [task: number, column: Column, words: string, ...indicators: string[]][] = [
  [5, "objective", "申请量、授权量增幅达到20%以上", "application-growth", "grant-growth"],
  [5, "assessment", "新增市级试点企业500家", "pilot-firms"],
  [5, "assessment", "优势企业30家", "advantage-firms"],
  [5, "assessment", "示范企业3家", "model-firms"],
  [5, "assessment", "企业领导、管理人员培训普及率达到50%", "manager-training"],
  [5, "assessment", "工程技术人员培训普及率达到30％以上", "engineer-training"],
  [8, "measures", "推动2-3家有条件的高校院所成立专门的知识产权转移转化机构", "transfer-institutions"],
  [8, "schedule", "在有条件的2-3家高校院所成立专门的知识产权转移转化机构", "transfer-institutions"],
  [9, "objective", "力争2017年全市发明专利申请达到25000件以上", "applications"],
  [9, "objective", "发明专利授权达到5000件以上", "grants"],
  [9, "objective", "万人发明专利拥有量达到6.5件", "inventions-per-10k"],
  [10, "objective", "重点培育10-20家", "agencies"],
  [10, "schedule", "每季度举办2-3期", "courses"],
  [10, "assessment", "培育10-20家", "agencies"],
  [11, "assessment", "运营服务平台达到5家", "platforms"],
  [12, "measures", "不低于1000家企业", "surveyed-firms"],
  [12, "assessment", "质押融资金额增长20%", "pledge-growth"],
  [12, "assessment", "专利保险出单20笔", "insurance-policies"],
  [13, "assessment", "专利执法案件办理量达到200件以上", "cases"],
  [14, "assessment", "保持全国前10名", "national-rank"],
  [15, "assessment", "电子商务执法案件100件以上", "e-commerce-cases"],
  [16, "measures", "新建4个市级知识产权培训基地", "training-bases"],
  [16, "measures", "新增专利工程师、执业专利代理人、专利分析人才、海外维权人才300人", "specialists"],
  [17, "measures", "引进知识产权市场化服务机构5-10家", "service-agencies"],
  [17, "measures", "新培育全国知识产权服务品牌机构1-2家", "brand-agencies"],
  [18, "measures", "遴选5个产业园区", "parks"],
  [18, "measures", "10个区县建设专利信息服务网点", "counties"],
  [18, "schedule", "5个产业的专题数据库", "databases"],
  [24, "schedule", "挑选1-2家", "partner-firms"],
  [25, "schedule", "策划2次出访任务", "trips"],
];

/** A rank, a range or a single number with its unit; not `2017年` or `7-9月`. */
const NUMBER = /(前)?(\d[\d.]*)(?:-(\d+))?([%％家件个人笔期次名])/g;

function columnText(id: number, column: Column): string {
  const task = sourceTasks.find((candidate) => candidate.id === id);
  if (task === undefined) throw new Error(`The source has no task ${id}`);
  if (column === "schedule") return task.schedule.map(({ text }) => text).join("\n");
  return [task[column]].flat().join("\n");
}

function sentenceWith(words: string, id: number, column: Column): string {
  const sentences = columnText(id, column).split(/[。\n]/);
  return sentences.find((sentence) => sentence.includes(words)) ?? "";
}

/** The target that words such as 达到20%以上 set. */
function targetOf(words: string): object {
  const [, rank, first, last, unit = ""] = [...words.matchAll(NUMBER)][0] ?? [];
  const min = rank === undefined ? Number(first) : undefined;
  const max = rank === undefined ? last : first;
  return { min, max: max === undefined ? undefined : Number(max), unit: unit.replace("％", "%") };
}

function indicator(task: number, id: string): Partial<Indicator> | undefined {
  return planTask(task).indicators?.find((candidate) => candidate.id === id);
}

/** `9/grants` for each indicator that passes. */
function indicatorIds(passes: (indicator: Indicator) => boolean): string[] {
  return tasks.flatMap(({ id, indicators }) => (indicators ?? []).filter(passes).map((each) => `${id}/${each.id}`));
}

describe("compared with the source document, the indicators", () => {
  it("are 29, for 30 numbers: objective 5, measures 8, schedule 5, assessment 12", () => {
    expect(indicatorIds(() => true)).toHaveLength(29);
    expect(NUMBERS).toHaveLength(30);
    const columns = { objective: 5, measures: 8, schedule: 5, assessment: 12 };
    expect(tally(NUMBERS.map(([, column]) => column))).toEqual(columns);
  });

  it("cover every number of the document", () => {
    const columns: Column[] = ["objective", "measures", "schedule", "assessment"];
    const found = sourceTasks.flatMap(({ id }) =>
      columns.flatMap((column) =>
        [...columnText(id, column).matchAll(NUMBER)].map(([raw]) => `${id} ${column} ${raw}`),
      ),
    );
    const listed = NUMBERS.map(([id, column, words]) => `${id} ${column} ${words.match(NUMBER)?.join(" ")}`);
    expect(found.toSorted()).toEqual(listed.toSorted());
  });

  it.each(NUMBERS)("task %i, %s: %s", (id, column, words, ...ids) => {
    expect(columnText(id, column)).toContain(words);
    for (const each of ids) {
      const { unit = "", from, stretch = false, ...target } = indicator(id, each) ?? {};
      const [counted, base = ""] = unit.split("/");
      expect({ min: target.min, max: target.max, unit: counted }, each).toEqual(targetOf(words));
      expect(words, each).toContain(base);
      expect(from, each).toContain(column);
      expect(stretch, `${each} 力争`).toBe(sentenceWith(words, id, column).includes("力争"));
    }
  });

  it("name exactly the columns that contain their number", () => {
    const listed = NUMBERS.flatMap(([id, column, , ...ids]) => ids.map((each) => `${id}/${each} ${column}`));
    const named = tasks.flatMap(({ id, indicators }) =>
      (indicators ?? []).flatMap((each) => each.from.map((column) => `${id}/${each.id} ${column}`)),
    );
    expect(named.toSorted()).toEqual(listed.toSorted());
  });

  it("have the basis that the words say", () => {
    const of = (basis: string): string[] => indicatorIds((each) => each.basis === basis);
    expect(of("growth")).toEqual(["5/application-growth", "5/grant-growth", "12/pledge-growth"]);
    expect(of("ratio")).toEqual(["5/manager-training", "5/engineer-training"]);
    expect(of("rank")).toEqual(["14/national-rank"]);
    expect(of("density")).toEqual(["9/inventions-per-10k"]);
    expect(of("stock")).toEqual(["10/agencies", "11/platforms"]);
    expect(of("flow")).toHaveLength(20);
    expect(indicatorIds(({ per }) => per === "quarter")).toEqual(["10/courses"]);
  });

  it("are due at the plan's end, unless the schedule sets an earlier day for what they count", () => {
    const dues = tasks.flatMap(({ id, indicators }) =>
      (indicators ?? []).flatMap((each) => (each.due === undefined ? [] : [`${id}/${each.id} ${each.due}`])),
    );
    expect(dues).toEqual([
      "18/parks 2017-03-31", // 第一季度，…完成网点遴选
      "18/counties 2017-03-31",
      "18/databases 2017-09-30", // 第二、三季度，…建设完成5个产业的专题数据库
      "24/partner-firms 2017-06-30", // 第一、二季度，挑选1-2家
      "25/trips 2017-11-30", // 分别在8月和11月成行
    ]);
  });
});
