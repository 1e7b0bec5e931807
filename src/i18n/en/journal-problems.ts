import { isOfIndicator } from "../../core/journal/stray.ts";
import type { ProblemWords } from "../problems.ts";
import { count } from "./count.ts";

type JournalCode = Extract<keyof ProblemWords, `${"E" | "W"}-JOURNAL-${string}` | "W-GITATTRIBUTES">;

const LINE_HINT =
  "do not edit the journal by hand; fetch the line from git or a backup. Other records are not affected";

/** Which of the disagreeing records counts for now. The message names that one first. */
const COUNTED = {
  done: "The earlier day counts.",
  revoke: "The correction counts.",
  accept: "The correction counts.",
  cancel: "It counts as done.",
  undone: "It counts as taken back: neither done nor accepted.",
  extend: "The last one named counts.",
  progress: "The last one named counts.",
  reading: "The last one named counts.",
  addition: "All of them are counted.",
};

const DISAGREE_HINT = {
  accept: "look at the correction and accept it, or take it back: ipplan accept ID, ipplan undo RECORD",
  addition:
    "take back what was recorded twice: ipplan undo RECORD; if each is an increase of its own, record their sum for that day with --increment",
  undone:
    "if it is done, restore the completion, and its acceptance with it: ipplan undo with the id of the undo; if not, take the acceptance back: ipplan undo with its id",
  other: "find out which is right and take the other back: ipplan undo RECORD",
};

export const journalProblems: Pick<ProblemWords, JournalCode> = {
  "E-JOURNAL-LINE": ({ fault, lines, kept, readable }) => ({
    message: {
      torn: `This line of the journal is incomplete and does not count: ${readable}`,
      changed: `This line of the journal was changed; it does not match its id and does not count: ${readable}`,
      conflict: `This is a mark of a git merge conflict; the records of both sides are still here: ${readable}`,
      "not a record": `This line is not a record and does not count: ${readable}`,
      glued: `This line holds ${kept} records without a line end between them; all of them count: ${readable}`,
      mixed: `This line holds ${count(kept, "whole record")}, counted, and fragments that do not count: ${readable}`,
      reformatted: `These ${lines} lines are records that an editor reformatted; they do not count: ${readable}`,
    }[fault],
    hint: {
      torn: LINE_HINT,
      changed: LINE_HINT,
      conflict: "run ipplan journal repair --output NEW-FILE: it keeps the records of both sides",
      "not a record": LINE_HINT,
      glued: "run ipplan journal repair --output NEW-FILE: each record gets a line of its own",
      mixed:
        "run ipplan journal repair --output NEW-FILE to keep the whole records; fetch the rest from git or a backup",
      reformatted:
        "a record is one line, as it was written: fetch the journal from git or a backup, and let no editor format it",
    }[fault],
  }),
  "E-JOURNAL-GONE": ({ file }) => ({
    message: `The journal ${file} is gone, though the last commit in git has it: no record counts.`,
    hint: `fetch it: git checkout HEAD -- ${file}`,
  }),
  "E-JOURNAL-LOST": ({ id, record, commit }) => ({
    message: `Record ${id} is in git's history (last in commit ${commit}), but no longer in the journal: ${record}`,
    hint: "take the journal of that commit out of git and add what it has: ipplan journal merge OLD-FILE",
  }),
  "W-JOURNAL-PARENT": ({ id, parent }) => ({
    message: `The writer of record ${id} had seen ${parent}, which is not in the journal; a merge may have lost it.`,
    hint: "look for it with ipplan journal verify --history, or merge the writer's journal: ipplan journal merge FILE",
  }),
  "W-JOURNAL-DISAGREE": ({ ref, about, records }) => ({
    message: `${
      {
        done: `Two people recorded ${ref} as done, with different days or evidence`,
        revoke: `One person took back a record of ${ref}, another corrected it, and neither had seen the other's`,
        accept: `One person accepted ${ref}, another corrected its completion, and neither had seen the other's`,
        undone: `One person accepted ${ref}, another took its completion back, and neither had seen the other's`,
        cancel: `One person cancelled ${ref}, another recorded it as done, and neither had seen the other's`,
        extend: `${ref} was extended on the same day to different days, by people who had not seen each other's record`,
        progress: `${ref} has different percentages for one day, from people who had not seen each other's record`,
        reading: `${ref} has different values for one day, from people who had not seen each other's record`,
        addition: `${ref} has two increases for one day, from people who had not seen each other's record; it may be one increase recorded twice`,
      }[about]
    }: ${records.join("; ")}. ${COUNTED[about]}`,
    hint: DISAGREE_HINT[about === "accept" || about === "undone" || about === "addition" ? about : "other"],
  }),
  "W-JOURNAL-CLOCK": ({ id, by, oddity }) => ({
    message:
      oddity === "future"
        ? `Record ${id} (${by}) was written in the future.`
        : `Record ${id} (${by}) was written before a record that its writer had seen.`,
    hint: "the writer's clock is off; this affects the log's order, the mark for late entries and --as-known, but not progress",
  }),
  "W-JOURNAL-EARLY": ({ id, ref, on, year }) => ({
    message: `Record ${id} (${ref}) is about ${on}, a day before the plan's year ${year}.`,
    hint: "if the day is a slip, record it again with --on; if the record itself is wrong, take it back",
  }),
  "W-JOURNAL-CHANGED": ({ id, ref, what }) => ({
    message: `The ${what} of ${ref} was changed after it was recorded (${id}).`,
    hint: `check whether the change affects the record: if so, undo it and record it again; if not, say so in settled: of the task of ${ref} (code W-JOURNAL-CHANGED)`,
  }),
  "W-JOURNAL-UNREAD": ({ file, records, own }) => ({
    message: `${file} has ${count(records, "record")} that this plan's journal (${own}) lacks; ${records === 1 ? "it does" : "they do"} not count.`,
    hint: `add ${records === 1 ? "it" : "them"} with ipplan journal merge ${file}, then move the file away; or change journal: in plan.yaml`,
  }),
  "W-GITATTRIBUTES": ({ line }) => ({
    message: "git is not set to merge the journal line by line; records made at the same time will conflict.",
    hint: `add to .gitattributes: ${line}`,
  }),
  "W-JOURNAL-UNKNOWN": ({ id, what, name }) => ({
    message: {
      record: `Record ${id} was written by a later version or another program; it is kept and does not count.`,
      kind: `Record ${id} is of a kind, "${name}", that this version does not know; it does not count.`,
      field: `Record ${id} has a field, "${name}", that this version does not know; the rest of it counts.`,
    }[what],
    hint: "upgrade ipplan",
  }),
  "W-JOURNAL-REF": ({ ref, id, formerly, renamed }) => ({
    message: `Record ${id} is about ${ref}, which the plan does not have; it does not count.`,
    hint: refHint(ref, formerly, renamed),
  }),
};

function refHint(ref: string, formerly: string | null, renamed: string | null): string {
  if (renamed !== null) {
    const before = ref.replace(/@.*/, "");
    return `${renamed} has the text that ${before} had when it was recorded; ids never change: in the plan, change ${renamed} back to ${before}, or undo the record and record it under the new id`;
  }
  if (formerly === null) return "ids never change: restore the plan's id, or undo the record";
  if (isOfIndicator(ref)) {
    return `perhaps the target was taken out of task ${formerly}, or its id was changed: put it back as it was, or undo the record`;
  }
  return `perhaps it was taken out of task ${formerly}: put it back (and ipplan cancel it if it is not to be done), or undo the record`;
}
