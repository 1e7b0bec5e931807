import type { ChangeKind, Subject } from "../../core/diff/change.ts";
import type { Changes } from "../zh/changes.ts";

const KINDS: Readonly<Record<ChangeKind, string>> = {
  added: "added",
  removed: "removed",
  moved: "moved",
  reworded: "reworded",
  retargeted: "retargeted",
  reassigned: "reassigned",
  regrouped: "regrouped",
  changed: "changed",
};

const SUBJECTS: Readonly<Record<Subject, string>> = {
  plan: "plan",
  division: "division",
  district: "district",
  theme: "theme",
  section: "section",
  task: "task",
  milestone: "milestone",
  indicator: "indicator",
};

const FIELDS: Readonly<Record<string, string>> = {
  when: "window",
  occurrences: "ids by which it is recorded",
  min: "least value",
  max: "greatest value",
  stretch: "stretch target",
  issued: "day of issue",
  settled: "settled warnings",
  added: "day added",
  due: "due day",
  from: "columns",
  themes: "order of themes",
  sections: "order of sections",
  tasks: "order of tasks",
  milestones: "order of milestones",
  indicators: "order of indicators",
  lights: "light policy",
  dueSoonDays: "days for due soon",
  yellowGap: "gap for yellow",
  redGap: "gap for red",
  redMonths: "months for red",
  report: "form of the bulletin",
};

export const changes: Changes = {
  title: (before: string, after: string) => `Changes to the plan: ${before} → ${after}`,
  asItStands: "the plan as it stands",
  none: "The plans do not differ (comments and x-… keys are not compared).",
  summary: (count: number, kinds: string) => `${count} ${count === 1 ? "change" : "changes"}: ${kinds}`,
  kindCount: (kind: string, count: number) => `${count} ${kind}`,
  otherYear: (before: number, after: number) =>
    `The plans are for different years: days of ${before} count as those of ${after}, and what only moved with the year, or did not move, is not listed.`,
  kind: (kind: ChangeKind) => KINDS[kind],
  subject: (subject: Subject) => SUBJECTS[subject],
  field: (field: string) => FIELDS[field] ?? field,
  was: "was",
  is: "now",
  nothing: "none",
  inserted: (text: string) => `added: ${text}`,
  deleted: (text: string) => `removed: ${text}`,
  reordered: "only the order changed",
  headings: { task: "Task", id: "Id", kind: "Change", field: "Field", was: "Was", is: "Now" },
};
