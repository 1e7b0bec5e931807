import type { Recording } from "../zh/recording.ts";
import { count } from "./count.ts";

export const recording: Recording = {
  written: "recorded",
  takenBack: "undone",
  restored: "restored",
  dryRun: "dry run, nothing recorded",
  labelEvidence: "Evidence",
  labelNote: "Note",
  revived: (id: string, day: string, approver: string | null) =>
    `${id} had been cancelled on ${day}${approver === null ? "" : ` (approved: ${approver})`}; it counts as done now, in all rates`,
  labelEffect: "Effect",
  labelRecord: "Record",
  labelTakesBack: "Undoes",
  writtenOn: (day: string) => `recorded ${day}`,
  effectTask: (task: string, before: string, after: string) => `task ${task}: ${before} → ${after} done`,
  effectAccepted: (before: number, after: number, waiting: number) =>
    `accepted ${before} → ${after}, ${waiting} waiting`,
  effectQuarter: (quarter: string, due: string, before: number, after: number) =>
    `${quarter}: ${due} due, ${before === after ? after : `${before} → ${after}`} done`,
  effectOverdue: (before: number, after: number) => `overdue ${before} → ${after}`,
  remaining: (ids: string) => `left: ${ids}`,
  stateNow: (ids: string, state: string) => `${ids} now ${state}`,
  recordLine: (id: string, by: string, undo: string) => `${id} by ${by}; take it back with ${undo}`,
  undoAll: (records: number, undo: string) => `${records} in all; take them back together with ${undo}`,
  restoreAll: (records: number, undo: string) => `${records} in all; restore them together with ${undo}`,
  undoAgainAll: (records: number, undo: string) => `${records} in all; undo them together again with ${undo}`,
  undoAgainLine: (id: string, by: string, undo: string) => `${id} by ${by}; undo again with ${undo}`,
  undoLine: (id: string, by: string, undo: string) => `${id} by ${by}; restore with ${undo}`,
  tookToday: (day: string, command: string) =>
    `no --on: used today, ${day}; if that is wrong, record it again: ${command}`,
  unchanged: (id: string) => `${id} is in the journal already; nothing recorded`,
  alreadyRevoked: (id: string) => `${id} was undone already; nothing recorded`,
  byWhom: (by: string) => `recorded by ${by}`,
  labelReason: "Reason",
  labelApprover: "Approved by",
  labelFrom: "From",
  labelProblem: "Problem",
  labelNext: "Next",
  merged: (added: number, known: number, isDryRun: boolean) =>
    `${isDryRun ? "dry run: would add" : "added"} ${count(added, "record")}; ${known} were known already`,
  mergedOthers: (unfit: number, said: number) =>
    `note: ${unfit} of ${count(said, "record")} of milestones were written for another window or text than the plan has now; is it another plan's journal? see ipplan check`,
  repaired: (file: string, records: number, rejected: number) =>
    `healed journal written to ${file}: ${count(records, "record")}${rejected > 0 ? `; ${count(rejected, "line")} left out, see ${file}.rejected before you swap them` : ", nothing left out"}`,
  journalRecords: (records: number, files: number, duplicates: number) =>
    `${count(records, "record")} in ${count(files, "file")}${duplicates > 0 ? `, ${count(duplicates, "line")} twice (counted once)` : ""}; `,
  journalSound: "nothing is wrong.",
  journalFound: (errors: number, warnings: number) => `${count(errors, "error")}, ${count(warnings, "warning")}.`,
  journalUncommitted: (number: number) => `${count(number, "record")} not yet committed to git, only on this machine.`,
  historyCompared: (number: number) => `Compared with ${count(number, "version")} in git.`,
  historyShallow: " This clone is shallow: earlier versions were not compared.",
  noHistory: "There is no git history to compare with.",
  undoesLast: (by: string, record: string) => `no record named: took the last one by ${by}: ${record}`,
};
