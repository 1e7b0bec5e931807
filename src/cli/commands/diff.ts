/** `diff`: what changed between two plans. */
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Plan } from "../../core/plan.ts";
import { formatPlace, isError } from "../../core/problem.ts";
import { judge } from "../../core/views/check.ts";
import { type Side, viewDiff } from "../../core/views/diff.ts";
import { problemTexts } from "../../i18n/problems.ts";
import { type PlanReading, readPlan, readPlanContents } from "../../storage/plan-files.ts";
import { unreadable, usage } from "../failure.ts";
import { repositoryOf } from "../git.ts";
import { filesAtRevision } from "../git-history.ts";
import type { Io, Outcome } from "../io.ts";
import { load } from "../load.ts";
import { findPlan, planIn } from "../plan-folder.ts";
import { outcomeOf } from "../outcome.ts";
import type { CommonOptions } from "../options.ts";
import { shownInside } from "../inside.ts";

/** Compares the first plan with the second, or with the current plan if there is no second. */
export async function diff(
  before: string,
  after: string | undefined,
  options: CommonOptions,
  io: Io,
): Promise<Outcome> {
  const sides = {
    before: sideOf(before, options, io),
    after: after === undefined ? { name: null, plan: (await load(options, io)).plan } : sideOf(after, options, io),
  };
  return outcomeOf(viewDiff(sides.before, sides.after), options, io, {
    language: sides.after.plan.language,
    isForecast: false,
    isToday: true,
    keep: keptPaths([before, after], options, io),
  });
}

/** The plan in a folder of that name, else the plan as of a git revision. */
function sideOf(name: string, options: CommonOptions, io: Io): Side {
  const folder = folderOf(name, io);
  const reading = folder === undefined ? readRevision(name, options, io) : readPlan(folder, dirname(folder));
  if (reading.files.length === 0) throw unreadable((texts) => texts.planMissing(name));
  return { name, plan: soundPlan(name, reading, folder === undefined) };
}

/** Most errors shown of a revision, which `check` cannot be run on. */
const MOST_TOLD = 3;

function soundPlan(name: string, { plan, problems }: PlanReading, isRevision: boolean): Plan {
  if (plan !== null) return plan;
  const { errors } = judge(problems, false);
  const first = problems.filter(isError).slice(0, isRevision ? MOST_TOLD : 0);
  throw unreadable((texts, language) => {
    const lines = first.map((problem) => `  ${formatPlace(problem.at)} ${problemTexts(problem, language).message}`);
    return [texts.invalidSide(name, errors), ...lines].join("\n");
  });
}

function folderOf(name: string, io: Io): string | undefined {
  const folder = resolve(io.cwd, name);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  return planIn(folder);
}

function readRevision(revision: string, options: CommonOptions, io: Io): PlanReading {
  const { plan, base } = findPlan(options, io);
  const repository = repositoryOf(plan, io.env);
  const files = repository === null ? undefined : filesAtRevision(repository, revision);
  if (files === undefined) throw usage((texts) => texts.noSuchSide(revision));
  const folder = shownInside(base, plan);
  if (files.length === 0) throw unreadable((texts) => texts.notAtRevision(revision, folder));
  return readPlanContents(files.map(({ name, bytes }) => ({ file: `${folder}/${name}`, bytes })));
}

/** The paths of the compared plans, which no output may overwrite. */
function keptPaths(names: readonly (string | undefined)[], options: CommonOptions, io: Io): string[] {
  const folders = names.flatMap((name) => (name === undefined ? [] : (folderOf(name, io) ?? [])));
  return folders.length === names.length ? folders : [...folders, findPlan(options, io).plan];
}
