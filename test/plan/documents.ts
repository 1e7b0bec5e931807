import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readSource, type When } from "./read-source.ts";

interface PlanFile {
  divisions: { id: string; name: string }[];
  districts: string[];
  themes: { id: string; title: string }[];
  sections: { id: string; theme: string; title: string }[];
}

interface TasksFile {
  section: string;
  tasks: Task[];
}

export interface Indicator {
  id: string;
  min?: number;
  max?: number;
  unit: string;
  basis: string;
  per?: string;
  due?: string;
  stretch?: boolean;
  from: Column[];
}

interface Task {
  id: number;
  divisions: string[];
  districts: string[];
  assessment: string;
  remarks?: string;
  measures: string[];
  indicators?: Indicator[];
  settled?: { code: string; reason: string }[];
  milestones: { id: string; when: When; text: string }[];
}

export type Column = "objective" | "measures" | "schedule" | "assessment";

const ROOT = join(import.meta.dirname, "../..");
export const SOURCE_TEXT = readFileSync(join(ROOT, "test/fixtures/work-plan-2017.txt"), "utf8");
export const FILES = new Map(planFileNames().map((name) => [name, readPlanFile(name)]));

export const source = readSource(SOURCE_TEXT);
export const sourceTasks = source.sections.flatMap(({ tasks }) => tasks);
export const plan = parse(FILES.get("plan.yaml") ?? "") as PlanFile;
export const taskFiles = [...FILES]
  .filter(([name]) => name !== "plan.yaml")
  .map(([, text]) => parse(text) as TasksFile);
export const tasks = plan.sections.flatMap(({ id }) => tasksOf(id));

function planFileNames(): string[] {
  return readdirSync(join(ROOT, "plan")).filter((name) => /\.ya?ml$/.test(name));
}

function readPlanFile(name: string): string {
  return readFileSync(join(ROOT, "plan", name), "utf8");
}

export function tasksOf(section: string): Task[] {
  return taskFiles.filter((file) => file.section === section).flatMap((file) => file.tasks);
}

export function planTask(id: number): Task {
  const task = tasks.find((candidate) => candidate.id === id);
  if (task === undefined) throw new Error(`The plan files have no task ${id}`);
  return task;
}

export function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
