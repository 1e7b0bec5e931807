/**
 * Rules that a schema cannot state: ids are unique, names are known, days exist, windows run forwards. One walk over
 * the draft finds every such mistake and, if there is none, builds the plan.
 */
import { parseDay } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { DEFAULT_POLICY, type Plan, type Task } from "../plan.ts";
import { isError } from "../problem.ts";
import { withoutCopies } from "./copies.ts";
import { findOdd } from "./odd.ts";
import { checkHead, resolveSection } from "./head.ts";
import { buildTask, settledIn } from "./tasks.ts";
import { type Locate, type RuleFinding, type Walk, beginWalk, presentParts } from "./walk.ts";

/** The plan that the draft describes; null if there are mistakes, in `findings` or found earlier by the schema. */
export interface Assembly {
  readonly plan: Plan | null;
  readonly findings: readonly RuleFinding[];
}

/** Whether to look for warnings too, or only for mistakes that keep the draft from being a plan. */
export type Wanted = "warnings" | "mistakes";

/** Checks the rules and builds the plan. */
export function assemblePlan(draft: Draft, locate: Locate, wanted: Wanted = "warnings"): Assembly {
  const walk = beginWalk(draft.head?.content ?? {}, locate);
  if (draft.head !== undefined) checkHead({ ...walk, file: draft.head.file });
  const tasks = draft.parts.flatMap(({ file, content }) => {
    const own = { ...walk, file };
    const section = content.section === undefined ? "" : resolveSection(own, content.section);
    return presentParts(own, ["tasks"], content.tasks).map(({ part, path }) => buildTask(own, path, section, part));
  });
  if (wanted === "warnings") walk.findings.push(...findOdd(draft, walk.findings, locate));
  const built = tasks.filter((task) => task !== null);
  const findings = withoutCopies(draft.parts, walk.findings);
  const hasErrors = findings.some(({ finding }) => isError(finding));
  if (hasErrors || walk.holes.found || built.length < tasks.length) return { plan: null, findings };
  return { plan: buildPlan(walk, built), findings };
}

function buildPlan({ head, fold }: Pick<Walk, "head" | "fold">, tasks: readonly Task[]): Plan | null {
  const { title, year, timezone, divisions, themes, sections } = head;
  if (title === undefined || year === undefined || timezone === undefined) return null;
  if (divisions === undefined || themes === undefined || sections === undefined) return null;
  const parts = sections.map((section) => ({ section, own: new Array<Task>() }));
  const tasksOf = new Map(parts.map(({ section, own }) => [section.id, own]));
  for (const task of tasks) tasksOf.get(task.section)?.push(task);
  const inOrder = parts.flatMap(({ section, own }) => {
    const above = themes.filter(({ id }) => fold(id) === fold(section.theme));
    return above.flatMap((theme) => own.map((task) => ({ ...task, theme: theme.id })));
  });
  return {
    title,
    year,
    timezone,
    language: head.language ?? "zh",
    issued: parseDay(head.issued ?? "") ?? null,
    journal: head.journal ?? null,
    policy: { ...DEFAULT_POLICY, ...head.policy },
    divisions,
    districts: head.districts ?? [],
    themes,
    sections,
    tasks: inOrder,
    remarks: head.remarks ?? null,
    settled: settledIn(head.settled),
  };
}
