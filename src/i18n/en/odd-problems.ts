/** Warnings about plan files: odd, but perhaps intended. */
import type { ProblemWords } from "../problems.ts";

type Code = "W-COMMENT" | "W-DISTRICT" | "W-TITLE" | "W-TWICE" | "W-YEAR" | "W-EMPTY-SECTION" | "W-SETTLED";

export const oddProblems: Pick<ProblemWords, Code> = {
  "W-COMMENT": ({ cut }) => ({
    message: `"${cut}" is taken for a comment and left out of the text.`,
    hint: "put the whole text in double quotes; give a comment a line of its own",
  }),
  "W-DISTRICT": ({ name, task }) => ({
    message: `The texts of task ${task} name ${name}, but its districts do not.`,
    hint: "add it to districts; if the document is like that, say so in the task's settled: (code W-DISTRICT)",
  }),
  "W-TITLE": ({ title, other }) => ({
    message: `《${title}》 and 《${other}》 differ by a few characters; perhaps they are one document.`,
    hint: "correct a slip; if the document is like that, say so in the task's settled: (code W-TITLE)",
  }),
  "W-TWICE": ({ what }) => ({
    message: `"${what}" is scheduled by an earlier milestone already.`,
    hint: "delete one; if it is to be done twice, say so in the task's settled: (code W-TWICE)",
  }),
  "W-YEAR": ({ what, day, year, due = "", end = "" }) => ({
    message: {
      start: `The milestone begins on ${day}, outside the plan's year ${year}; no quarter will show it.`,
      "start early": `The milestone begins on ${day}, before the plan's year ${year}.`,
      due: `The due day is ${day}, more than a year after the plan's year ${year}.`,
      "due early": `The due day is ${day}, before the plan's year ${year}.`,
      "due far": `The due day is ${day}, in the next year and more than nine months after the window's end (${end}).`,
      added: `The added: day is ${day}, outside the plan's year ${year}.`,
      "added late": `The added: day is ${day}, after the due day ${due}.`,
    }[what],
    hint: "correct the day; if it is intended, say so in the task's settled: (code W-YEAR)",
  }),
  "W-EMPTY-SECTION": ({ section, unread }) => ({
    message:
      unread === null
        ? `The section ${section} has no task.`
        : `The section ${section} has no task; "${unread}" looks like its file, but is not read under that name.`,
    hint:
      unread === null
        ? "is its file there, and does its name end in .yaml? if no task is intended, say so in the settled: of plan.yaml (code W-EMPTY-SECTION)"
        : "give it a name that ends in .yaml, without a dot at the beginning or a blank at the end",
  }),
  "W-SETTLED": ({ code }) => ({
    message: `There is no warning ${code} here; the entry settles nothing.`,
    hint: "delete the entry, or correct its code",
  }),
};
