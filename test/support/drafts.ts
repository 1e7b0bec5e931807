/** Plan drafts, as parsed from valid files, and the problems that the plan rules find in them. */
import type { Draft, DraftHead, DraftMilestone, DraftTask } from "../../src/core/draft.ts";
import { type Assembly, assemblePlan } from "../../src/core/plan-rules/assemble.ts";
import type { Plan } from "../../src/core/plan.ts";
import type { Place } from "../../src/core/problem.ts";

export const HEAD: DraftHead = {
  title: "a plan",
  year: 2017,
  timezone: "Asia/Shanghai",
  divisions: [
    { id: "ghfzc", name: "规划发展处" },
    { id: "zldbc", name: "专利代办处" },
  ],
  districts: ["江北区", "北碚区"],
  themes: [
    { id: "t1", title: "first theme" },
    { id: "t2", title: "second theme" },
  ],
  sections: [
    { id: "s1", theme: "t1", title: "first section" },
    { id: "s2", theme: "t2", title: "second section" },
  ],
};

/** A task file; by default of section `s1`. A `null` section or task stands for one that could not be read. */
export interface DraftPart {
  readonly section?: string | null;
  readonly tasks: readonly (DraftTask | null)[];
}

export function draftTask(id: string | number, more: Partial<DraftTask> = {}): DraftTask {
  return { id, title: `title of ${id}`, divisions: ["规划发展处"], ...more };
}

/** A task 10 with one milestone. */
export function taskWith(more: Partial<DraftMilestone>): DraftTask {
  return draftTask(10, { milestones: [{ id: "10-1", when: "Q2", text: "a text", ...more }] });
}

export function place(line: number): Place {
  return { file: "somewhere.yaml", line, column: 1, endLine: line, endColumn: 2 };
}

/** Assembles a plan from head and parts; `null` stands for a missing head. */
export function assemble(parts: readonly DraftPart[], head: Partial<DraftHead> | null = HEAD): Assembly {
  const draft: Draft = {
    head: head === null ? undefined : { file: "plan.yaml", content: head },
    parts: parts.map(({ section = "s1", tasks }, index) => ({
      file: `${index + 1}.yaml`,
      content: { section: section ?? undefined, tasks: tasks.map((task) => task ?? undefined) },
    })),
  };
  return assemblePlan(draft, (file, path) => ({ ...place(path.length), file }));
}

export function assembleTasks(...tasks: DraftTask[]): Plan {
  const { plan, findings } = assemble([{ tasks }]);
  if (plan === null) throw new Error(`no plan: ${JSON.stringify(findings)}`);
  return plan;
}

/** The problems as strings: `1.yaml tasks/0/divisions/0 E-DIVISION`. */
export function mistakes(parts: readonly DraftPart[], head: Partial<DraftHead> | null = HEAD): string[] {
  return assemble(parts, head).findings.map(({ file, path, finding }) => `${file} ${path.join("/")} ${finding.code}`);
}

/** The details of each problem, in order. */
export function details(parts: readonly DraftPart[], head: Partial<DraftHead> | null = HEAD): unknown[] {
  return assemble(parts, head).findings.map(({ finding }) => finding.details);
}
