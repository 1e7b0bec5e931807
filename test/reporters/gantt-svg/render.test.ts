/** The drawing of the year: well-formed, inside its canvas, with the facts of the view. */
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { type GanttView, viewGantt } from "../../../src/core/views/gantt.ts";
import { catalogueOf } from "../../support/catalogues.ts";
import { renderGanttSvg } from "../../../src/reporters/gantt-svg/render.ts";
import { COLUMNS, TIME, WIDTH } from "../../../src/reporters/gantt-svg/drawing.ts";
import { textWidth } from "../../../src/reporters/text-width.ts";
import { day, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { ask2017 } from "../../support/plan-2017.ts";
import { poisonInquiry } from "../../support/poison-plan.ts";

const EXAMPLE = viewGantt(ask2017("2017-07-03"));

function draw(view: GanttView, language: "zh" | "en" = "zh"): string {
  return renderGanttSvg(view, catalogueOf(language), false);
}

/** A view with that many tasks, whose labels are longer than a line. */
function many(tasks: number): GanttView {
  const all = Array.from({ length: tasks }, (_, index) => {
    const id = String(index + 1);
    const own = [1, 2, 3].map((number) => milestone({ id: `${id}-${number}` }));
    return task(id, own, { title: "推动制定与知识产权强市建设配套的专利政策以及相应的实施细则和考核办法" });
  });
  return viewGantt(inquiry(plan(all), "2017-05-15"));
}

function outside(...windows: readonly string[]): GanttView {
  const own = windows.map((window, index) => milestone({ id: `10-${index + 1}`, window }));
  return viewGantt(inquiry(plan([task("10", own)]), "2018-03-01"));
}

const VIEWS: readonly (readonly [string, GanttView])[] = [
  ["the example", EXAMPLE],
  ["one division", viewGantt(ask2017("2017-07-03", { divisions: ["zldbc"] }))],
  ["a quarter", viewGantt(ask2017("2017-07-03", { quarters: [2] }))],
  ["nothing", viewGantt(ask2017("2017-07-03", { text: "没有这样的文字" }))],
  ["one task", viewGantt(ask2017("2017-01-01", { tasks: ["10"] }))],
  ["the last day", viewGantt(ask2017("2017-12-31"))],
  ["windows outside of the year", outside("2016-11-01..2016-12-15", "2017-01-01..2018-02-28")],
  ["all days there are", outside("1970-01-01..2199-12-31", "2017-08-01..2017-08-01")],
  ["a task without milestones", viewGantt(inquiry(plan([task("1", [])]), "2017-05-15"))],
  ["hundreds", many(300)],
  ["payloads", viewGantt(poisonInquiry())],
];

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Every line of text, with its estimated extent. */
function linesOf(svg: string): Line[] {
  const pattern =
    /<text class="[^"]*" x="([-\d.]+)" y="([-\d.]+)" font-size="([\d.]+)"(?: text-anchor="(\w+)")?>([^<]*)</g;
  return [...svg.matchAll(pattern)].map(([, x = "", y = "", size = "", anchor = "start", escaped = ""]) => {
    const text = escaped.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
    const width = textWidth(text, Number(size));
    const left = Number(x) - { start: 0, middle: width / 2, end: width }[anchor as "start" | "middle" | "end"];
    return { text, left, right: left + width, y: Number(y) };
  });
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

interface Mark {
  readonly id: string;
  readonly due: string;
  readonly title: string;
  /** The x coordinate of the mark of its due day. */
  readonly x: number;
  readonly y: number;
  readonly drawn: string;
}

function marksOf(svg: string): Mark[] {
  const groups = svg.matchAll(
    /<g class="g-milestone" data-id="([^"]*)" data-due="([^"]*)"><title>([^<]*)<\/title>(.*)<\/g>$/gm,
  );
  return [...groups].map(([, id = "", due = "", title = "", drawn = ""]) => {
    const [, x, y] = /.*<g transform="translate\(([\d.]+) ([\d.]+)\)">/.exec(drawn) ?? [];
    return { id, due, title, x: Number(x), y: Number(y), drawn };
  });
}

function heightOf(svg: string): number {
  return Number(/ viewBox="0 0 1280 ([\d.]+)"/.exec(svg)?.[1]);
}

describe.each(VIEWS)("the drawing of %s", (_, view) => {
  it.each(["zh", "en"] as const)("is well-formed, with only its own elements (%s)", async (language) => {
    const svg = draw(view, language);
    const { valid, errors } = await validateXML({
      xml: [{ fileName: "year.svg", contents: svg }],
      normalization: "format",
      maxMemoryPages: 16_384,
    });
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(valid).toBe(true);
    const names = new Set([...svg.matchAll(/<([a-z][\w-]*)/gi)].map(([, name = ""]) => name));
    expect([...names].filter((name) => !"svg title desc style rect path text g".split(" ").includes(name))).toEqual([]);
    expect(svg.replaceAll("\n", "")).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u,
    );
    expect(svg).not.toMatch(/<[^>]*\s(?:on\w+|href|src|xlink:href)=|url\(|@import/i);
  });

  it("has every mark and every line of text inside the canvas", () => {
    const svg = draw(view);
    const height = heightOf(svg);
    for (const { x, y } of marksOf(svg)) {
      expect(x).toBeGreaterThanOrEqual(TIME.left);
      expect(x).toBeLessThanOrEqual(TIME.right + 0.1);
      expect(y).toBeLessThan(height - 6);
    }
    for (const line of linesOf(svg)) {
      expect(line.left, line.text).toBeGreaterThanOrEqual(0);
      expect(line.right, line.text).toBeLessThanOrEqual(WIDTH);
      expect(line.y, line.text).toBeLessThan(height);
    }
  });

  it("has bars that begin and end within the period drawn", () => {
    const bars = draw(view).matchAll(/<rect class="g-bar[^"]*" x="([\d.]+)"[^>]* width="([\d.]+)"/g);
    for (const [, x, width] of bars) {
      // Those of the legend are left of the time scale.
      if (Number(x) < TIME.left - 1) continue;
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(TIME.right + 1);
    }
  });

  it("is the same drawing each time", () => {
    expect(draw(view)).toBe(draw(view));
  });
});

describe("the example", () => {
  const svg = draw(EXAMPLE);
  const marks = marksOf(svg);

  it("has every milestone once, at its due day, later ones further right", () => {
    const milestones = EXAMPLE.rows.flatMap((row) => row.milestones);
    expect(marks.map(({ id }) => id).toSorted()).toEqual(milestones.map(({ id }) => id).toSorted());
    expect(new Map(marks.map(({ id, due }) => [id, due]))).toEqual(new Map(milestones.map(({ id, due }) => [id, due])));
    // 2017 has 365 days: the end of 03-31, the 90th, is at 90/365 of the width.
    const placeOf = (share: number): number => TIME.left + share * (TIME.right - TIME.left);
    expect(marks.find(({ id }) => id === "2-1")?.x).toBeCloseTo(placeOf(90 / 365), 0);
    expect(marks.find(({ id }) => id === "1-1")?.x).toBeCloseTo(placeOf(181 / 365), 0);
    expect(marks.find(({ id }) => id === "2-3")?.x).toBeCloseTo(placeOf(1), 0);
    const byDue = marks.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
    byDue.slice(1).forEach((mark, index) => expect(mark.x).toBeGreaterThanOrEqual(byDue[index]?.x ?? 0));
  });

  it("has a tooltip for each mark with id, text, due day, light and reason", () => {
    const title = marks.find(({ id }) => id === "12-1")?.title ?? "";
    expect(title.split("\n")).toEqual([
      "12-1 开展专利质押融资租赁调研工作，寻求合作机构。",
      "时段 一季度，时限 03-31",
      "红 逾期 94 天，受阻",
      "04-28 受阻：合作机构尚未落实",
    ]);
  });

  it("has a different shape for each light", () => {
    const shapes = new Map<string, Set<string>>();
    for (const [, light = "", outline = ""] of svg.matchAll(/<path class="g-shape g-(\w+)" d="([^"]*)"/g)) {
      shapes.set(light, (shapes.get(light) ?? new Set()).add(outline));
    }
    expect([...shapes.keys()].toSorted()).toEqual(["blue", "green", "grey", "red", "yellow"]);
    const outlines = [...shapes.values()].map((set) => [...set]);
    for (const own of outlines) expect(own).toHaveLength(1);
    expect(new Set(outlines.flat()).size).toBe(5);
  });

  it("shows the original due day, linked to the new one, of extended milestones only", () => {
    const moved = marks.filter(({ drawn }) => drawn.includes("g-ghost"));
    expect(moved.map(({ id, due }) => `${id} ${due}`)).toEqual(["17-2 2017-09-30"]);
    const [, from, to] = /class="g-link" d="M([\d.]+) [\d.]+H([\d.]+)"/.exec(moved[0]?.drawn ?? "") ?? [];
    // From the end of 06-30, the 181st day, to that of 09-30, the 273rd.
    const placeOf = (number: number): number => TIME.left + (number / 365) * (TIME.right - TIME.left);
    expect(Number(from)).toBeCloseTo(placeOf(181), 0);
    expect(Number(to)).toBeCloseTo(placeOf(273), 0);
  });

  it("has the line at the end of the as-of day, with a flag", () => {
    const [, x] = /class="g-today" d="M([\d.]+) /.exec(svg) ?? [];
    // 07-03 is the 184th day.
    expect(Number(x)).toBeCloseTo(TIME.left + (184 / 365) * (TIME.right - TIME.left), 0);
    expect(linesOf(svg).map(({ text }) => text)).toContain("截至 07-03");
  });

  it("has rows in plan order under their headings, each text within its column", () => {
    const lines = linesOf(svg);
    const ids = lines.filter(({ left, text }) => left === COLUMNS.task.left && /^\d+$/.test(text));
    expect(ids.map(({ text }) => text)).toEqual(Array.from({ length: 26 }, (_, index) => String(index + 1)));
    const below = (text: string): number => lines.find((line) => line.text === text)?.y ?? 0;
    expect(below("一、“专利制度创新”主体任务")).toBeLessThan(below("1"));
    expect(below("（一）全面提升专利质量")).toBeGreaterThan(below("8"));
    const columns = [COLUMNS.title, COLUMNS.lead];
    for (const { left, right } of columns) {
      const own = lines.filter((line) => line.left === left);
      expect(own.length).toBeGreaterThanOrEqual(26);
      for (const line of own) expect(line.right, line.text).toBeLessThanOrEqual(right);
    }
    expect(lines.filter(({ text }) => text === "4/7")).toHaveLength(1);
  });

  it("starts the line of the as-of day below all labels", () => {
    const [, top = "0"] = /<path class="g-today" d="M[\d.]+ ([\d.]+)V/.exec(svg) ?? [];
    const labels = linesOf(svg).filter(({ text }) => /^(?:[一二三四]季度|\d+月)$/.test(text));
    expect(labels).toHaveLength(16);
    for (const { y, text } of labels) expect(y, text).toBeLessThan(Number(top));
  });

  it("describes itself to those who cannot see it", () => {
    expect(svg).toContain('role="img" aria-labelledby="g-title g-desc"');
    expect(svg).toContain('<title id="g-title">2017年知识产权工作计划：全年一览</title>');
    expect(svg).toMatch(/<desc id="g-desc">26 项任务，80 个节点：已完成 28、进行中 31、逾期 5、待启动 16。/);
  });
});

describe("special cases", () => {
  it("draw a cancelled milestone as an empty frame, with a legend", () => {
    const records = [record("cancel", "10-1", "2017-05-02", { reason: "x", approver: "y" })];
    const asked = inquiry(plan([task("10", [milestone()])]), "2017-05-15", { journal: foldJournal(records) });
    const svg = draw(viewGantt(asked));
    expect(marksOf(svg)[0]?.drawn).toContain("g-void");
    expect(linesOf(svg).map(({ text }) => text)).toContain("已取消");
    expect(draw(EXAMPLE)).not.toContain('class="g-bar g-void"');
  });

  it("explain exactly the lights drawn", () => {
    const records = [record("done", "10-1", "2017-05-02")];
    const own = plan([task("10", [milestone({ id: "10-1" }), milestone({ id: "10-2" })])]);
    const svg = draw(viewGantt(inquiry(own, "2017-05-15", { journal: foldJournal(records) })));
    const lights = linesOf(svg).flatMap(({ text }) => text.match(/^[红黄蓝绿灰](?= )/) ?? []);
    expect(lights).toEqual(["蓝", "绿"]);
  });

  it("explain the original due day in the legend only if a milestone was extended", () => {
    const records = [record("extend", "10-2", "2017-05-02", { to: "2017-08-31", reason: "x", approver: "y" })];
    const own = plan([task("10", [milestone({ id: "10-1" }), milestone({ id: "10-2" })])]);
    const textsOf = (journal: ReturnType<typeof foldJournal>): string[] =>
      linesOf(draw(viewGantt(inquiry(own, "2017-05-15", { journal })))).map(({ text }) => text);
    expect(textsOf(foldJournal(records))).toContain("原时限，虚线连到延期后的时限");
    expect(textsOf(foldJournal([]))).not.toContain("原时限，虚线连到延期后的时限");
  });

  it("have a sentence instead of a line for a day outside the period drawn", () => {
    const svg = draw(viewGantt(ask2017("2018-03-01")));
    expect(svg).not.toContain('class="g-today"');
    expect(linesOf(svg).map(({ text }) => text)).toContain("截至日不在图上所画的时间之内。");
  });

  it("give filters, the day of knowledge and damage below the title", () => {
    const asked = {
      ...ask2017("2017-07-03", { divisions: ["xxzx"] }),
      basis: { records: 47, digest: "0123456789abcdef" },
    };
    const known = { ...asked, journalDamaged: 2, asKnown: day("2017-06-30") };
    const lines = linesOf(renderGanttSvg(viewGantt(known), catalogueOf("zh"), true));
    const heights = lines.slice(0, 5).map(({ y }) => y);
    expect(heights).toEqual([...new Set(heights)].toSorted((a, b) => a - b));
    expect(lines.slice(1, 5).map(({ text }) => text)).toEqual([
      "预计 2017-07-03（周一，北京时间）",
      "只含  处室 信息中心",
      "按 2017-06-30 已登记的情况：台账 47 条，摘要 0123456789abcdef",
      "台账有 2 行损坏，读不出的没有计入。",
    ]);
  });

  it("make a file of ten times the size for ten times the tasks", () => {
    const [few, more] = [draw(many(60)).length, draw(many(600)).length];
    expect(more / few).toBeLessThan(10.5);
  });
});
