/** What holds for every output, whatever the command: of its text, by its schemas, and by what their words promise. */
import { expect } from "vitest";
import { parseDay } from "../../src/core/calendar.ts";
import type { Counts, Rates } from "../../src/core/counts.ts";
import type { Rate } from "../../src/core/rounding.ts";
import type { MilestoneView } from "../../src/core/views/milestone.ts";
import type { TaskView } from "../../src/core/views/task.ts";
import { type Command, type Json, type JsonObject, faults, strictFaults } from "./schemas.ts";

/** The output as a value, after all that must hold for it was checked. */
export function expectOutput<View>(command: Command, text: string): View {
  const value = expectDocument(text);
  expect(value["kind"]).toBe(`ipplan/${command}`);
  expect(value["version"]).toBe(1);
  expect(faults(command, value)).toEqual([]);
  expect(strictFaults(command, value)).toEqual([]);
  for (const part of partsOf(value)) expectPart(part);
  return value as unknown as View;
}

/** One JSON document, as another writer would write it, with one line end; no trace of a value that is none. */
function expectDocument(text: string): JsonObject {
  const value = JSON.parse(text) as JsonObject;
  const again = JSON.stringify(value, null, 2).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  expect(text === `${again}\n`, "one document and one line end").toBe(true);
  expect(text).not.toMatch(/undefined|\bNaN\b|\bInfinity\b|\[object /);
  return value;
}

/** Every object of the value, itself included. */
function partsOf(value: Json): JsonObject[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(partsOf);
  return Array.isArray(value) ? inner : [value, ...inner];
}

function expectPart(part: JsonObject): void {
  const days = Object.values(part).filter((value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value));
  for (const day of days) expect(parseDay(day as string), "a day of the calendar").toBe(day);
  const view: unknown = part;
  if ("assessmentDue" in part && "quarters" in part) expectMilestone(view as MilestoneView);
  if ("objective" in part) expectTask(view as TaskView);
  if ("dueDone" in part) expectCounts(view as Counts);
  if ("numerator" in part) expectRate(view as Rate);
  if ("completion" in part) expectRates(view as Rates);
}

/** The descriptions say of each fact when it is null: exactly then it is. */
function expectMilestone(milestone: MilestoneView): void {
  const { id, state, late, lightReason } = milestone;
  const isOpen = state === "active" || state === "upcoming";
  expect(milestone.completedOn !== null, `${id} completedOn`).toBe(state === "done");
  expect(milestone.daysOverdue !== null, `${id} daysOverdue`).toBe(state === "overdue");
  expect(milestone.daysLeft !== null, `${id} daysLeft`).toBe(isOpen);
  expect(milestone.daysLate !== null, `${id} daysLate`).toBe(late);
  expect(milestone.extension !== null, `${id} extension`).toBe(milestone.extended);
  expect(late, `${id} late`).toBe(state === "done" && (milestone.completedOn ?? "") > milestone.assessmentDue);
  expect(late && milestone.recordedLate, `${id} recordedLate`).toBe(false);
  expect(lightReason === "done-late", `${id} lightReason`).toBe(late);
  expect(milestone.entry, `${id} entry`).toBe(id.split("@")[0]);
  if (state === "cancelled") expect(milestone.cancellation, id).not.toBeNull();
  if (milestone.dueSoon || milestone.blocked) expect(state === "done" || state === "cancelled", id).toBe(false);
}

function expectTask({ divisions, lead, progress, milestones }: TaskView): void {
  expect(lead).toBe(divisions[0]);
  expect(milestones.filter(({ state }) => state === "done").length).toBeLessThanOrEqual(progress.done);
  expect(progress.done).toBeLessThanOrEqual(progress.milestones);
}

function expectCounts(counts: Counts): void {
  const { done, active, overdue, upcoming, cancelled, milestones } = counts;
  expect(done + active + overdue + upcoming + cancelled).toBe(milestones);
  expect(counts.doneLate).toBeLessThanOrEqual(done);
  expect(counts.dueDone).toBeLessThanOrEqual(Math.min(counts.due, done));
  expect(counts.due).toBeLessThanOrEqual(milestones - cancelled);
}

/** One decimal, rounded half up, with whole numbers as the sum is done by hand. */
function expectRate({ numerator, denominator, percent }: Rate): void {
  expect(numerator).toBeLessThanOrEqual(denominator);
  if (denominator === 0) expect(percent).toBeNull();
  else expect(percent).toBe(Number((Math.round((numerator * 1000) / denominator) / 10).toFixed(1)));
}

function expectRates({ dueCompletion, onTime }: Rates): void {
  expect(onTime.denominator).toBe(dueCompletion.denominator);
  expect(onTime.numerator).toBeLessThanOrEqual(dueCompletion.numerator);
}
