import type { ProblemWords } from "../problems.ts";
import { journalProblems } from "./journal-problems.ts";
import { syntaxProblems } from "./syntax-problems.ts";
import { oddProblems } from "./odd-problems.ts";

const KINDS = {
  text: "a text",
  number: "a number",
  "whole number": "a whole number",
  "yes or no": "true or false",
  list: "a list",
  map: "a map of keys and values",
  "text or list": "a text or a list",
  id: "an id",
} as const;

const ENCODINGS = { GB18030: "GBK (GB18030)", Big5: "Big5", "UTF-16": "UTF-16" } as const;

const WHEN_HINT =
  "write Q1, Q1..Q2, [Q2, Q4], every quarter, every month, 2017-08, 2017-07..2017-09, 2017-11-30 or year";

export const problems: ProblemWords = {
  "E-ENCODING": ({ guess }) => ({
    message: `This is not UTF-8 text${guess === null ? "" : `; probably it is ${ENCODINGS[guess]}`}.`,
    hint:
      guess === null
        ? "save the file as UTF-8 in your editor; if a single character is broken, type it again"
        : `open it in Notepad and "Save as" with the encoding UTF-8, or run iconv -f ${guess} -t UTF-8 OLD > NEW`,
  }),
  "E-CHAR": ({ codePoint, count }) => ({
    message:
      count === undefined
        ? `There is an invisible character here, ${codePoint}.`
        : `From here on the file has ${count} invisible characters ${codePoint}.`,
    hint: "delete it; indent with plain spaces only",
  }),
  "E-LIMIT": ({ limit, most }) => ({
    message: {
      size: `The file has more than ${most} bytes.`,
      depth: `Lists or maps are nested more than ${most} deep.`,
      tokens: `The file has more than ${most} tokens.`,
    }[limit],
    hint: "split the file; a plan folder may hold any number of files",
  }),
  ...syntaxProblems,
  "E-FILE": ({ fault }) => ({
    message: fault === "empty" ? "The file is empty." : "The file should begin with a key and a value.",
    hint: "a task file begins with section: and tasks:; move unused files away",
  }),
  "E-NO-HEAD": () => ({
    message: "The plan folder has no head (the file with title, year and divisions).",
    hint: "add a plan.yaml",
  }),
  "E-TWO-HEADS": () => ({
    message: "The plan folder has two heads.",
    hint: "a plan has only one; task files have section: and tasks:",
  }),
  "E-DUPLICATE-KEY": ({ key, lost, count = 1 }) => ({
    message:
      count > 1
        ? `From ${key} on, ${count} keys are written twice in this map.`
        : `${key} is written twice in this map.`,
    hint:
      lost === undefined
        ? "delete one or merge the two"
        : `probably "${lost}" is missing before ${key}: add it, aligned with the hyphen of the item above, for an item of its own; delete one only if it was written twice`,
  }),
  "E-UNKNOWN-KEY": ({ key }) => ({
    message: `There is no key ${key} here.`,
    hint: "write a known key; keys of your own begin with x-",
  }),
  "E-MISSING-KEY": ({ key }) => ({ message: `${key} is missing here.`, hint: `add ${key}: …` }),
  "E-TYPE": ({ key, expected, found, guess }) => ({
    message: `${key} should be ${KINDS[expected]}, but is ${guess !== null && expected !== "list" && found !== "[…]" ? "the quoted text " : ""}${found}.`,
    hint:
      expected === "text"
        ? found === "[…]"
          ? "write a single value, not a list; put a text with brackets of its own in double quotes"
          : `put a text that ${found === "{…}" ? "contains a colon and a space" : "looks like a number or truth value"} in double quotes`
        : `write ${guess === null ? KINDS[expected] : `${key}: ${guess}`}`,
  }),
  "E-VALUE": ({ key, value, fault }) => ({
    message: `${key} cannot be "${value}".`,
    hint:
      fault === undefined
        ? "write one of the known values"
        : {
            reserved: `${value} has a special meaning and is not a name; write the district's own name`,
            place:
              "name a file such as journal.jsonl, or a folder, beside the plan folder: not in it, not outside the folder that holds it, and with a name that every system accepts",
          }[fault],
  }),
  "E-EMPTY": ({ key, what }) => ({
    message: what === "item" ? `An item of ${key} is empty.` : `${key} is empty.`,
    hint: {
      required: `write something; ${key} cannot be left out`,
      optional: `write something or delete the key ${key}`,
      item: "write something or delete the item",
    }[what],
  }),
  "E-NUMBER": ({ key, value, least, most, fault }) =>
    fault === "form"
      ? {
          message: `${key} is written ${value}, which is not a plain number.`,
          hint: "write plain digits such as 10 or 12.5, at most 15 of them; no 1e5, 0x10 or leading zeros",
        }
      : {
          message: `${key} is ${value}, which is out of range.`,
          hint: [least === null ? [] : `not below ${least}`, most === null ? [] : `not above ${most}`]
            .flat()
            .join(" and "),
        },
  "E-TARGET": ({ fault }) =>
    fault === "missing"
      ? { message: "This indicator has no target.", hint: "give min or max: a target of 10 is min: 10" }
      : { message: "max is less than min.", hint: "write the smaller number first" },
  "E-ID": ({ value, isSmall, tooLong }) => ({
    message: `"${value}" cannot be an id.`,
    hint:
      tooLong !== undefined
        ? `at most ${tooLong.most} characters, but this has ${tooLong.length}; make it shorter`
        : isSmall
          ? "ids of divisions and indicators begin with a lower-case letter; lower-case letters, digits and hyphens follow, as in ghfzc"
          : "an id is a whole number without leading zeros, or letters, digits and hyphens (10-1) without a dot; if in doubt, quote it",
  }),
  "E-DUPLICATE-ID": ({ id, first, copied }) =>
    copied === undefined
      ? {
          message: `"${id}" is already taken.`,
          hint: "ids and names must be unique, regardless of case and width",
        }
      : {
          message: `All ${copied} ids of this file are in ${first.file} too: one of the two seems to be a copy of the other.`,
          hint: "delete the copy, or move it out of the plan folder",
        },
  "E-DATE": ({ value }) => ({ message: `"${value}" is not a day.`, hint: "write it like 2017-06-30; it must exist" }),
  "E-WHEN": ({ value, fault }) => ({
    message: {
      grammar: `"${value}" is not a window of time.`,
      "no-such-day": `There is no day ${value}.`,
      backwards: `"${value}" ends before it begins.`,
      twice: `"${value}" is written twice.`,
      alone: `"${value}" cannot be in a list.`,
    }[fault],
    hint: fault === "alone" ? "write it alone, without a list; a list holds windows such as Q2 or 2017-08" : WHEN_HINT,
  }),
  "E-DUE": ({ fault, day }) =>
    fault === "repeating"
      ? {
          message: "A repeating milestone cannot have a due: day.",
          hint: "make several milestones, each with its own due day",
        }
      : { message: `The due day ${day} is before the start.`, hint: "change due or when" },
  "E-TIMEZONE": ({ value }) => ({
    message: `"${value}" is not the standard name of a time zone.`,
    hint: "for Beijing time write Asia/Shanghai (CST and GMT+8 mean other places to computers)",
  }),
  "E-DIVISION": ({ name }) => ({
    message: `The plan has no division "${name}".`,
    hint: "write a name or id from divisions in the plan's head",
  }),
  "E-DISTRICT": ({ name }) => ({
    message: `The plan has no district "${name}".`,
    hint: "write a name from districts in the plan's head, all, or related; where there is none, write districts: []",
  }),
  "E-THEME": ({ name }) => ({
    message: `The plan has no theme with the id "${name}".`,
    hint: "write an id from themes in the plan's head",
  }),
  "E-SECTION": ({ name }) => ({
    message: `The plan has no section with the id "${name}".`,
    hint: "write an id from sections in the plan's head",
  }),
  "E-REPEATED-NAME": ({ name }) => ({ message: `"${name}" is twice in this list.`, hint: "delete one" }),
  ...oddProblems,
  ...journalProblems,
};
