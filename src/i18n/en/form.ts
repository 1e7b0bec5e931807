import type { FormTexts } from "../zh/form.ts";

export const form: FormTexts = {
  title: (plan, division, period) => `${plan}: form for ${division}, ${period}`,
  fileName: (division, period) => `form-${division}-${period}`,
  sheets: { head: "How to", milestones: "Milestones", indicators: "Indicators", assisting: "Assisting" },
  fillYellow: "Fill in the yellow columns only; leave all others as they are. What has not changed stays empty.",
  fillColumns: (tables) =>
    `Fill in these columns only; leave all others as they are. What has not changed stays empty. ${tables.map(({ name, columns }) => `${name}: ${columns.join(", ")}`).join("; ")}.`,
  instructions: (year) => [
    "Done: write the day and the evidence. Not done: write progress, and note, problem and next step.",
    `Days may be typed ${year}-06-28 or 6-28. Progress is a whole number from 0 to 100. Values are totals up to their day; where the target is one per quarter, totals of that quarter.`,
    "Evidence is a number or name of a document, several joined by ; – before a web address write link:, before a file of the plan's folder file:.",
    'Progress and notes count for the "Reported on" day, or for the "As of" day if it is empty.',
    'What stands under "Assisting" is reported by the leading division and only shown here.',
  ],
  item: "Item",
  content: "Content",
  facts: {
    plan: "Plan",
    year: "Year",
    division: "Division",
    period: "Period",
    asOf: "As of",
    reportedOn: "Reported on",
    version: "Form version",
  },
  columns: {
    id: "Id",
    text: "Milestone",
    window: "When",
    due: "Due",
    state: "State now",
    lead: "Lead",
    completedOn: "Completed on",
    evidence: "Evidence",
    progress: "Progress (%)",
    note: "Note",
    problem: "Problem",
    nextStep: "Next step",
    indicator: "Indicator",
    target: "Target",
    lastValue: "Last value",
    value: "Value",
    valueOn: "Up to",
  },
  arrear: () => "from earlier",
  footer: "Page &P of &N",
  written: {
    made: (names) => `${names.length} made: ${names.join(", ")}`,
    unneeded: (divisions) => `None made, as nothing is to be reported: ${divisions.join(", ")}`,
  },
  noForms: (folder, files) => {
    const others = `, only ${files.slice(0, 5).join(", ")}${files.length > 5 ? ` and ${files.length - 5} more` : ""}`;
    return `${folder} holds no forms (.xlsx or .md files; save .xls or .et as .xlsx)${files.length > 0 ? others : ""}; nothing recorded`;
  },
  otherFile: "; what is no form, move out of the folder",
  folderInFolder: "is a folder with tables that were not read: move them up, or name that folder with --apply",
  nothingFilled: "nothing is filled in; nothing recorded",
  repeated: (id, kind, since) => {
    if (since === "standing") return `${id} is recorded so already`;
    const what = since === "corrected" ? "corrected" : "taken back";
    return `${id} was recorded so and ${what} since; not recorded again – if it is meant, use ipplan ${kind}`;
  },
  nowhere: "name a --division, or --all with --output FOLDER, or --apply a filled form",
  allNeedsFolder: "--all needs --output FOLDER",
  folderNotFile: (path) => `--all makes several forms: --output is to be a folder, not a file such as ${path}`,
  onlyOne: "use one of --division, --all and --apply; a form is for one division, --all makes all of them",
  exists: (names) =>
    `${names.join(", ")} exists and may be filled in; nothing was changed, choose another place or move it away`,
  onlyApply: (flag) => `${flag} goes with --apply only`,
  notApply: (flag) => `${flag} does not go with --apply: the forms say their period and day`,
  several: (names) => names.slice(0, 5).join(", ") + (names.length > 5 ? ` and ${names.length - 5} more` : ""),
  unasked: "is not to be filled in; what is written there is not recorded",
  placeInText: (file, line, column) => (column === null ? `${file}:${line}` : `${file}:${line} (${column})`),
  placeInBook: (file, sheet, cell) => `${file} ${sheet}!${cell}`,
  said: (place, message) => `${place} ${message}`,
  notAForm: 'is no form: it has no table headed "Item, Content"; use one made by ipplan sheet',
  noTable: 'has no table of milestones (headed "Id" and "Completed on"); make it anew with ipplan sheet',
  noHead: (sheet) => `${sheet} has no head (the row of "Id" and the other columns); restore it`,
  noColumn: (sheet, column) => `${sheet} lacks the column "${column}"; restore its head`,
  otherCopy: (copy, first) =>
    `the sheets "${copy}" and "${first}" are filled in differently; fill in "${first}" alone and delete the other`,
  valueless: "is a formula that has no value, or an error; type it as a value",
  otherCells: (cells, expected) =>
    `this row has ${cells} cells where the head has ${expected}; write a bar in a cell as "\\|", and each row on one line`,
  joinedCells: "are merged cells, of which the first one alone holds something; unmerge them and fill in each row",
  unreadable: "cannot be read: it should be an .xlsx workbook (save .xls, .et or .ods as .xlsx) or .md in UTF-8",
  tooLarge: "is too large for a form",
  noFact: (name) => `lacks the row "${name}", or what it says; restore it`,
  badVersion: (found, known) => `has form version "${found}"; only ${known} is read, make it anew`,
  otherPlan: (found, own) => `is a form of another plan, "${found}"; this one is "${own}"`,
  otherYear: (found, own) => `is a form for ${found}; this plan is for ${own}`,
  unknownDivision: (found, known) => `the plan has no division "${found}"; it has ${known.join(", ")}`,
  asOfAhead: (day) => `as-of day ${day} is still to come; write the day of the report under "Reported on"`,
  noId: "is filled in but has no id; restore it",
  unknownId: (id) => `the plan has no ${id}; ids must stay as they were`,
  otherText: (id) =>
    `is not what the plan says of ${id}: id or text was changed, or the plan was since; restore the id, or make the form anew`,
  notTheirs: (id, division, lead) => `${id} is not led by ${division}; ${lead} reports it`,
  twice: (id, first) => `${id} is filled in twice, also at ${first}; keep one`,
  noDay: (column, typed) => `${column} "${typed}" is no day; write 2017-06-28 or 6-28`,
  serialDay: (day) => `; if ${day} is meant, make the cell's format one for dates, or write ${day}`,
  relativeDay: (column, typed) =>
    `${column} "${typed}" depends on the day on which it was written; write the day, such as 2017-06-28`,
  tooEarly: (day) =>
    `day ${day} is too early to be meant, or still to come; write it with its year, such as 2017-06-28`,
  shareOrPercent: (share, percent) => `"${share}" may be ${share}% or ${percent}%; write one of these as text`,
  oneSpan: "a form is for one quarter or one month",
  oneOrAll: '"1" may be 1% or 100%; write one of these',
  doneButNotAll: (percent) =>
    `has a completion day, but progress ${percent}%; what is done needs no progress, what is not done no day`,
  evidenceAlone: "has evidence only: add the day of completion, or a note if it is not done",
  valueMissing: "has a day or evidence, but no value",
  notRecorded: "nothing recorded",
};
