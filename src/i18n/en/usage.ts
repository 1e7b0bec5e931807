import type { RefusalReason } from "../../core/journal/write-decisions.ts";
import type { UsageTexts } from "../zh/usage.ts";
import { count } from "./count.ts";
import { files } from "./files.ts";

export const usage: UsageTexts = {
  ...files,
  unknownOption: (flag: string, guess: string) =>
    `there is no option ${flag}${guess === "" ? "" : `; did you mean ${guess}?`}`,
  othersOption: (command: string, flag: string, owners: readonly string[]) =>
    `${command} has no option ${flag}; these have it: ${owners.join(", ")}`,
  optionBeforeCommand: (flag: string, line: string) => `${flag} goes after the command: ${line}`,
  unknownCommand: (name: string, guess: string) =>
    `there is no command ${name}${guess === "" ? "" : `; did you mean ${guess}?`}`,
  givenTwice: (flag: string) => `${flag} is given twice; it takes one value`,
  missingValue: (flag: string) => `${flag} needs a value`,
  missingArgument: (name: string) => `${name} is missing`,
  tooMany: (argument: string) => `"${argument}" is one too many: this command does not take it`,
  asDivision: (division: string) => `if that division is meant, write -d ${division}`,
  asDay: (flag: string, day: string) => `if that day is meant, write ${flag} ${day}`,
  helpHint: (command: string) => `for help: ${command} --help`,
  longDash: (typed: string, meant: string) => `${typed} begins with a long or full-width dash; write ${meant}`,
  unknownCode: (code: string, guess: string, known: readonly string[]) =>
    guess === ""
      ? `there is no code ${code}; there are ${known.join(", ")}`
      : `there is no code ${code}; perhaps ${guess}?`,
  badValue: (flag: string, value: string, forms: string) => `${flag} cannot be "${value}"; it may be ${forms}`,
  oneOf: (english: readonly string[]) => english.join(", "),
  badYear: (value: string) => `the year cannot be "${value}"; write it like 2018`,
  notLike: (flag: string, value: string, example: string) => `${flag} cannot be "${value}"; write it like ${example}`,
  onlyCarryOver: (flag: string) => `${flag} can only be used with --carry-over`,
  notLaterYear: (typed: string, planYear: number) =>
    `the plan for ${planYear} makes plans for later years, not for ${typed}; example: ipplan new-year ${planYear + 1}`,
  badDay: (flag: string, value: string) =>
    `${flag} "${value}" is not a day; write 2017-06-28, 6-28, 6月28日, today${flag === "--since" ? ", yesterday, this week or last month" : " or yesterday"}`,
  lostZero: (name: string, value: string) =>
    `${name} "${value}" may have been ${value}0 until a spreadsheet dropped the 0; write ${value.replace(".", "-")} or ${value.replace(".", "-")}0; nothing recorded`,
  serialDay: (name: string, value: string, day: string) =>
    `${name} "${value}" is a spreadsheet's number for a day: if it is ${day}, write ${day}, or format the column as days and save it again; nothing recorded`,
  noSuchDay: (flag: string, value: string) => `${flag} "${value}": there is no such day`,
  twoDays: (flag: string, value: string, one: number, other: number) =>
    `${flag} "${value}" may be two days: write ${one}-${other} or ${other}-${one}, the month first`,
  monthFirst: (meant: string) => `; the month comes first: write ${meant}`,
  badQuarter: (value: string) =>
    `--quarter "${value}" is not a quarter of the plan's year; write 2, Q2, 2..3, this, last or next`,
  quarterOutside: (typed: string, year: number, quarter: number, planYear: number) =>
    `--quarter "${typed}" is Q${quarter} of ${year}, outside the plan's year, ${planYear}; write Q1 to Q4 for a quarter of that year`,
  badMonth: (value: string) =>
    `--month "${value}" is not a month of the plan's year; write 6, June, 6..8, this, last or next`,
  monthOutside: (typed: string, year: number, month: number, planYear: number) =>
    `--month "${typed}" is month ${month} of ${year}, outside the plan's year, ${planYear}; write 1 to 12 for a month of that year`,
  chaseByDivision: "--format text always groups by leading division; leave out --group-by",
  quarterOrYear: "--quarter, --month and --year cannot be used together",
  needsOutput: (format: string) => `${format} cannot be shown on the screen: write it to a file with --output`,
  formatOrFiles: "with several files, each file's ending chooses its format: leave out --format",
  quietAlone: (flag: string) => `--quiet prints only ids and cannot be used with ${flag}`,
  bothPeriods: "--quarter and --month cannot be used together",
  roleWithoutDivision:
    "--role says whether a division leads or assists, so it needs a division: --division NAME --role assist",
  noSuch: (what: "division" | "district" | "theme" | "section" | "task", name: string) =>
    `the plan has no ${what} "${name}"`,
  several: (name: string) => `"${name}" fits several; write more of the name`,
  guess: (name: string) => `did you mean ${name}?`,
  choices: (names: readonly string[]) => `known: ${names.join(", ")}`,
  noPlan: (folder: string) =>
    `no plan (a folder "plan" with YAML files) in ${folder} or any folder above it.\nRun ipplan in the plan's folder, or name it with --plan DIR`,
  secondJournal: (other: string, own: string) =>
    `the plan folder is a link, and there are two journals: ${other} beside the link, and ${own} beside the plan, which is the one used; merge the other with ipplan journal merge ${other} --journal ${own}, and move it away`,
  planMissing: (path: string) => `${path} is not a plan folder (it should contain *.yaml files)`,
  writtenAllTheSame: (ids) =>
    `${ids.length} ${ids.length === 1 ? "record was" : "records were"} written all the same: ${ids.join(", ")}; do not record this again`,
  invalidPlan: (errors: number) =>
    `the plan has ${errors} error${errors === 1 ? "" : "s"} and gives no results until ${errors === 1 ? "it is" : "they are"} fixed; see ipplan check`,
  future: (flag: string, day: string, today: string) =>
    `${flag} ${day} lies after today (${today}); what has not happened cannot be recorded`,
  whichYear: (flag: string, typed: string, due: string, day: string) =>
    `${flag} ${typed} lies before the due day, ${due}; if ${day} is meant, write its year; nothing was recorded`,
  yearBefore: (flag: string, typed: string, day: string, planYear: number) =>
    `${flag} ${typed} is still to come in ${planYear}; if that of ${day.slice(0, 4)} is meant, write ${day}`,
  noIds: (command: string) => `name the milestones, for example ipplan ${command} 10-1 --on 2017-06-21`,
  refused: (id: string, reason: RefusalReason, than: string) =>
    `${id} ${
      {
        "done already": "is done already; take that back first",
        cancelled: "is cancelled",
        "not done": "is not done and cannot be accepted",
        "no evidence": "has no evidence and cannot be accepted; first add it with ipplan done ID --evidence",
        "not blocked": "is not blocked",
        "before blocked": `was blocked on ${than} and cannot be unblocked before that day`,
        "nothing said": "needs a text; for example ipplan note 1-1 sent for countersignature",
        "not later": `can only be extended beyond its original due day, ${than}`,
        "before done": `was done on ${than} and cannot be accepted before that day`,
        "needs milestone": "is a task; this needs a milestone",
        "said twice": than === "" ? "is named twice" : `is given twice, first at ${than}`,
        corrected: `was corrected by ${than}; take that back: ipplan undo ${than}`,
      }[reason]
    }`,
  unprovenAmong: (ids: readonly string[], others: number) =>
    `${ids.length} without evidence cannot be accepted: ${ids.join(", ")}; nothing was recorded. Add it with ipplan done ID --evidence${others === 0 ? "" : `; to accept the other ${others} first, add --except ${ids.join(",")}`}`,
  noName: "neither git nor the system knows your name; add --by NAME",
  notRecorded: "nothing recorded",
  emptyDay: (heading: string) =>
    `${heading} is empty; give the day on which it was done, or take the row out; nothing was recorded`,
  needsFlags: (command: string, flags: readonly string[]) => `${command} needs ${flags.join(", ")}`,
  noPercent: (ref: string) => `give the progress, a whole number from 0 to 100, for example ipplan progress ${ref} 80`,
  badPercent: (typed: string) => `progress "${typed}" is not a whole number from 0 to 100`,
  noIndicator:
    "give an indicator and its value, for example ipplan reading 10/agencies 12 --on 2017-06-30; ids: ipplan indicators",
  numberAmongIds: (typed: string) =>
    `${typed} may be a value or an indicator; write full ids (10/agencies) and one value at the end, or use a command for each value, or --file; nothing recorded`,
  unknownIndicator: (id: string) => `the plan has no indicator ${id}; nothing recorded. Ids: ipplan indicators`,
  severalIndicators: (id: string) => `${id} fits several indicators; say which one. Nothing recorded.`,
  badAmount: (typed: string, unit: string, isRank: boolean) =>
    `"${typed}" cannot be read; write ${isRank ? "a rank, a whole number from 1" : "a number, such as 25000, 25,000 or -3"}, in ${unit}`,
  shareOrPercent: (share: number, percent: number) =>
    `"${share}" may be ${percent}% or ${share}%; write ${percent} or "${share}%"; nothing recorded`,
  additionOrTotal: (typed: string, value: number) =>
    `"${typed}" may be an increase or a total; write ${value} with --increment, or ${value} alone for the total; nothing recorded`,
  bothModes: "--cumulative and --increment cannot be used together",
  sinceTooLate: (since: string, asOf: string) => `--since ${since} must be earlier than the day asked about, ${asOf}`,
  badDays: (flag: string, typed: string, least: number) =>
    `${flag} "${typed}" is not a number of days from ${least} to 366`,
  daysOrPeriod: "--days cannot be used with --quarter or --month",
  unknownColumn: (place: string, column: string, known: readonly string[]) =>
    `${place} unknown column "${column}"; known: ${known.join(", ")}`,
  unreadColumns: (file: string, columns: readonly string[]) =>
    `${file}: these columns were not read, since the plan already says it: ${columns.join(", ")}`,
  unusedColumns: (file: string, columns: readonly string[]) =>
    `${file}: these columns are not part of the record and were not recorded: ${columns.join(", ")}`,
  openQuote: (place: string) =>
    `${place} has a quote that is not closed; write a quote inside a cell twice (""), or leave it out; nothing recorded`,
  badLine: (place: string) =>
    `${place} cannot be read (CSV needs a line of headings, JSON Lines one object per line); nothing recorded`,
  sameColumns: (one: string, other: string) =>
    `"${one}" and "${other}" mean the same, and only one can be filled in; nothing recorded`,
  columnTwice: (name: string) => `"${name}" is there twice, and only one is allowed; nothing recorded`,
  noHead: (file: string, head: string) =>
    `the first line of ${file} must name its columns (ref,on for example); it says ${head}. Nothing recorded`,
  noIdColumn: (file: string) => `${file} has no column "ref" (or "Id") for what its rows are about; nothing recorded`,
  noRows: (file: string) =>
    `${file} has nothing to record; the first line of a CSV names its columns (ref,on for example), each line below it is one record. Nothing recorded`,
  rowsInWorkbook: (path: string) =>
    `${path} is a workbook, which cannot be read as rows; in Excel save it as "CSV UTF-8". Filled forms are recorded by ipplan sheet --apply`,
  notUtf8: (path: string, guess: string | null) =>
    `${path} is not text in UTF-8${guess === null ? "" : ` (probably it is ${guess})`}; in Excel save it as "CSV UTF-8", in Notepad with the encoding UTF-8`,
  addedBeforeTotal: (ref: string, day: string, total: string) =>
    `${ref}: the addition of ${day} does not change the present value; the total of ${total} includes everything up to that day`,
  extendedIntoPast: (ref: string, to: string) =>
    `${ref} is extended to ${to}, which is in the past: it stays overdue; if that is a slip, record it again with --to`,
  notDoneYet: (ref: string) =>
    `${ref}: progress of 100% does not make it done; if it is done, record that: ipplan done ${ref} --on DAY`,
  lowerTotal: (ref: string, value: string, last: string, day: string) =>
    `${ref}: a total of ${value} is less than the ${last} of ${day}; if it is what was added since, undo it and record it with --increment`,
  negativeValue: (ref: string, value: string) => `${ref}: ${value} is below 0; if that is a slip, record it again`,
  fractionValue: (ref: string, value: string) =>
    `${ref}: ${value} is not a whole number; if that is a slip, record it again`,
  laterStands: (ref: string, day: string, later: string) =>
    `${ref}: the value of ${day} does not change the present one; the later one, of ${later}, counts`,
  laterOne: {
    progress: (ref: string, day: string, later: string) =>
      `${ref}: the progress of ${day} does not change the present one; the later one, of ${later}, counts`,
    extend: (ref: string, day: string, later: string) =>
      `${ref}: the extension of ${day} does not change the present due day; the later one, of ${later}, counts`,
  },
  beforePlan: (ref: string, day: string, year: number) =>
    `${ref} is recorded for ${day}, before the plan's year ${year}; if that is a slip, record it again with --on`,
  afterPlan: (ref: string, day: string, year: number) =>
    `${ref} is recorded for ${day}, after the plan's year ${year}: right if this plan's work was done that late; if it was in ${year}, record it again with --on; if it is the next year's work, undo it and record it in that year's plan (--plan)`,
  badCells: (cells: number, expected: number) =>
    `this line has ${count(cells, "cell")}, but the headings are ${expected}; nothing recorded`,
  explainAlone: (flags) => `--explain prints a page and cannot be used with ${flags.join(", ")}`,
  idsAndFile: "name milestones or a --file, not both",
  flagsBesideFile: (flags) =>
    `${flags.join(", ")} cannot be used with --file; put it into a column of the file, a value per row (on, note, from …)`,
  idsAndFilters: (flags) =>
    `name milestones (or a --file) or choose by ${flags.join(", ")}, not both; nothing recorded`,
  partsAsTasks: (ids, command) =>
    `--task takes whole tasks, not ${ids.join(", ")}; perhaps ${command}. Nothing recorded`,
  nothingToAccept: "no milestone that matches the filters is waiting to be accepted",
  othersJournal: (records: number) =>
    `this seems to be the journal of another plan, such as last year's: of ${records} records of milestones, none has the window that this plan has; nothing added. Choose another journal, or name that plan with --plan`,
  selfAccepted: (ids: string, by: string) =>
    `note: ${ids} recorded as done by ${by} and accepted by ${by}; another person should check it`,
  unknownMilestone: (id: string) => `the plan has no milestone ${id}; nothing recorded`,
  repeating: (id: string, times: number) =>
    `${id.includes("@") ? `there is no ${id}: ` : ""}${id.replace(/@.*/, "")} happens ${times} times a year; say which one. Nothing recorded.`,
  isTask: (id: string, milestones: number) =>
    milestones === 0
      ? `${id} is a task without milestones; ipplan note can record a note on it. Nothing recorded.`
      : `${id} is a task; say which of its milestones. Nothing recorded.`,
  example: (command: string) => `example: ${command}`,
  unknownRecord: (id: string) => `the journal has no record whose id begins with ${id}; ids: ipplan log`,
  shortRecord: (id: string) => `${id} is too short: write at least 4 digits of a record's id`,
  severalRecords: (id: string, ids: readonly string[]) => `several records begin with ${id}: ${ids.join(", ")}`,
  nothingToUndo: (by: string) =>
    `the journal has no record by ${by} that could be undone; to undo someone else's, give its id`,
  milestoneGiven: (id: string, ids: readonly string[]) =>
    `undo takes a record's id, not a milestone's. Records of ${id}: ${ids.length === 0 ? "none" : ids.join(", ")}`,
  badText: (flag: string) => `${flag} holds a line break or an invisible control character; write one line`,
  longText: (flag: string, most: number) => `${flag} is too long: at most ${most} characters`,
  emptyText: (flag: string) => `${flag} is empty`,
  emptyArgument: "one of the arguments is empty (an unset variable?); nothing was done",
  badEvidence: (value: string) =>
    `--evidence "${value}" cannot be read; put its kind in front: doc:NUMBER-OR-NAME, file:PATH or link:URL${/[:：]/.test(value) ? "" : `, such as doc:${value}`}`,
  evidenceHere: (path: string, here: string) =>
    `paths of evidence start from the folder that holds the plan: write file:${here} for the one here, or run the command in that folder if you mean its ${path}`,
  badEvidencePath: (path: string) =>
    `evidence file ${path} cannot be used: name a regular file inside the plan's folder by its relative path`,
  badLink: (link: string) => `link ${link} cannot be used: it should begin with http:// or https:// and have no spaces`,
  unknownEnding: (path: string, endings: string) =>
    `the ending of ${path} names no format; use ${endings}, or add --format`,
  endingClash: (path: string, format: string) =>
    `the ending of ${path} means another format than --format ${format}; leave out --format, or give the file another ending`,
  formats: (format: string, formats: string) => `this command has no format ${format}; it has ${formats}`,
  recordTooLong: (most: number) => `the record would exceed ${most} bytes; write a shorter note`,
  notMade: (year: number) => `no plan for ${year} can be made, and nothing was written; what is wrong:`,
  invalidSide: (name: string, errors: number) =>
    `the plan of ${name} has ${errors} ${errors === 1 ? "error" : "errors"} and cannot be compared; fix it first`,
  notAtRevision: (revision: string, folder: string) =>
    `${revision} has no plan in ${folder}; if it was in another folder then, add that folder: REVISION:FOLDER`,
  gitRefused: (line: string) =>
    `git could not answer, so nothing was compared with what it has: ${line}; see what git status says here. If the repository is another user's, git names the setting to change (safe.directory); if contents are missing (a damaged clone, or one made with --filter), use a complete one`,
  historyEmpty: (path: string, isCommitted: boolean) =>
    isCommitted
      ? `git shows no version of ${path}, though its last commit has it: nothing was compared; see what git log -- ${path} says`
      : `no commit in git has ${path}: nothing was compared; if the journal was just moved, commit that and ask again`,
  noSuchSide: (name: string) => `${name} is neither a folder nor a revision of this plan in git`,
  unexpected: (message: string) =>
    `something unexpected happened; plan and journal are unchanged: ${message}\nThis is a bug in ipplan; please report it`,
};
