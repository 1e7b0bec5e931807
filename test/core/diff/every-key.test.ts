/** Every change is reported: each value of a plan that has all keys is changed alone. */
import { expect, it } from "vitest";
import { comparePlans } from "../../../src/core/diff/compare.ts";
import { type DraftHead, type DraftTask, KEYS } from "../../../src/core/draft.ts";
import type { Plan } from "../../../src/core/plan.ts";
import { HEAD, assemble } from "../../support/drafts.ts";

const settled = [{ code: "W-YEAR", reason: "as decided" }];

const WHOLE: { readonly head: Required<DraftHead>; readonly tasks: readonly Required<DraftTask>[] } = {
  head: {
    ...{ title: HEAD.title, year: HEAD.year, timezone: HEAD.timezone, language: "zh" },
    ...{ issued: "2017-01-10", journal: "journal", remarks: "a remark", settled },
    ...{ divisions: HEAD.divisions, districts: HEAD.districts ?? [], themes: HEAD.themes, sections: HEAD.sections },
    policy: {
      ...{ lights: "standard", pace: "month", dueSoonDays: 14, yellowGap: 5, redGap: 20, redMonths: 2 },
      report: { office: "an office", issue: "an issue", sections: ["overview"] },
    },
  },
  tasks: [
    {
      ...{ id: 10, title: "a title", objective: "an objective", measures: ["one", "two"], assessment: "well" },
      ...{ divisions: ["规划发展处"], districts: ["江北区"], remarks: "a remark", added: "2017-02-01", settled },
      indicators: [
        {
          ...{ id: "agencies", name: "agencies", min: 10, max: 20, unit: "家", basis: "flow", baseline: 3 },
          ...{ stretch: true, per: "quarter", due: "2017-11-30", from: ["objective"], remarks: "a remark" },
        },
      ],
      milestones: [
        { id: "10-1", when: "Q2", text: "a text", due: "2017-05-31", added: "2017-03-01", remarks: "a remark" },
        { id: "10-2", when: ["Q2", "2017-11"], text: "a text" },
      ],
    },
  ],
};

/** Another value of the same kind. */
const OTHERS: Readonly<Record<string, string>> = {
  ...{ a: "b", zh: "en", standard: "sanya", month: "day", flow: "stock", objective: "measures", overview: "behind" },
  ...{ Q2: "Q1..Q2", "2017-11": "2017-12", 规划发展处: "专利代办处", 江北区: "all", "Asia/Shanghai": "UTC" },
  ...{ s1: "s2", t1: "t2", t2: "t1" },
};

function otherThan(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value - 1;
  const text = String(value);
  return OTHERS[text] ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? `${text.slice(0, -2)}15` : `${text}x`);
}

type Way = readonly (string | number)[];

/** The paths to all values in it. */
function waysIn(value: unknown, way: Way = []): Way[] {
  if (typeof value !== "object" || value === null) return [way];
  return Object.entries(value).flatMap(([key, inner]) =>
    waysIn(inner, [...way, Array.isArray(value) ? Number(key) : key]),
  );
}

function changedAt(value: unknown, [step, ...rest]: Way): unknown {
  if (step === undefined) return otherThan(value);
  if (Array.isArray(value)) return value.map((inner: unknown, at) => (at === step ? changedAt(inner, rest) : inner));
  return Object.fromEntries(
    Object.entries(Object(value) as object).map(([key, inner]) => [key, key === step ? changedAt(inner, rest) : inner]),
  );
}

function planOf({ head, tasks }: { readonly head: DraftHead; readonly tasks: readonly DraftTask[] }): Plan | null {
  return assemble([{ tasks }], head).plan;
}

const BEFORE = planOf(WHOLE);
const CHANGED = waysIn(WHOLE).map((way) => ({
  way: way.join("/"),
  after: planOf(changedAt(WHOLE, way) as typeof WHOLE),
}));

it("has all keys", () => {
  const keysOf = (value: object | undefined): string[] => Object.keys(value ?? {}).toSorted();
  const [task] = WHOLE.tasks;
  expect(keysOf(WHOLE.head)).toEqual(KEYS.head.toSorted());
  expect(keysOf(WHOLE.head.policy)).toEqual(KEYS.policy.toSorted());
  expect(keysOf(task)).toEqual(KEYS.task.toSorted());
  expect(keysOf(task?.indicators[0])).toEqual(KEYS.indicator.toSorted());
  expect(keysOf(task?.milestones[0])).toEqual(KEYS.milestone.toSorted());
});

it("can be changed everywhere except in names that other keys refer to", () => {
  expect(CHANGED.flatMap(({ way, after }) => (after === null ? [way] : []))).toEqual([
    "head/divisions/0/name",
    "head/districts/0",
    "head/themes/0/id",
    "head/themes/1/id",
    "head/sections/0/id",
  ]);
});

it.each(CHANGED.filter(({ after }) => after !== null))("reports $way", ({ after }) => {
  if (BEFORE === null || after === null) throw new Error("both are plans");
  expect(comparePlans(BEFORE, after)).not.toEqual([]);
});
