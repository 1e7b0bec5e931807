import type { FormTexts } from "../zh/form.ts";

export const form: FormTexts = {
  title: (plan, division, period) => `${plan}: form for ${division}, ${period}`,
  fileName: (division, period) => `form-${division}-${period}`,
  sheets: { head: "How to", milestones: "Milestones", indicators: "Indicators", assisting: "Assisting" },
  fillYellow: "Fill in the yellow columns only; leave all others as they are. Leave empty what has not changed.",
  fillColumns: (tables) =>
    `Fill in these columns only; leave all others as they are. Leave empty what has not changed. ${tables.map(({ name, columns }) => `${name}: ${columns.join(", ")}`).join("; ")}.`,
  instructions: (year) => [
    "Done: write the day and the evidence. Not done: write progress, and note, problem and next step.",
    `Days may be typed ${year}-06-28 or 6-28. Progress is a whole number from 0 to 100. Values are totals up to their day; where the target is one per quarter, totals of that quarter.`,
    "Evidence is the number or name of a document; separate several by ; – write link: before a web address, and file: before a file in the plan's folder.",
    'Progress and notes count for the "Reported on" day, or for the "As of" day if it is empty.',
    'Milestones under "Assisting" are reported by the leading division and only shown here.',
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
  otherFile: "; move files that are not forms out of the folder",
  folderInFolder: "is a folder with tables that were not read: move them up, or name that folder with --apply",
  nothingFilled: "nothing is filled in; nothing recorded",
  repeated: (id, kind, since) => {
    if (since === "standing") return `${id} is already recorded like this`;
    const what = since === "corrected" ? "corrected" : "taken back";
    return `${id} was recorded like this and has been ${what} since; not recorded again – if it is intended, use ipplan ${kind}`;
  },
  nowhere: "name a --division, or --all with --output FOLDER, or --apply a filled form",
  allNeedsFolder: "--all needs --output FOLDER",
  folderNotFile: (path) => `--all makes several forms: --output must be a folder, not a file such as ${path}`,
  onlyOne: "use one of --division, --all and --apply; a form is for one division, --all makes all of them",
  exists: (names) =>
    `${names.join(", ")} already exists and may be filled in; nothing was changed; choose another place or move it away`,
  onlyApply: (flag) => `${flag} can only be used with --apply`,
  notApply: (flag) => `${flag} cannot be used with --apply: the forms give their own period and day`,
  several: (names) => names.slice(0, 5).join(", ") + (names.length > 5 ? ` and ${names.length - 5} more` : ""),
  unasked: "is not to be filled in; what is written there is not recorded",
  placeInText: (file, line, column) => (column === null ? `${file}:${line}` : `${file}:${line} (${column})`),
  placeInBook: (file, sheet, cell) => `${file} ${sheet}!${cell}`,
  said: (place, message) => `${place} ${message}`,
  notAForm: 'is not a form: it has no table headed "Item, Content"; use one made by ipplan sheet',
  noTable: 'has no table of milestones (headed "Id" and "Completed on"); make a new one with ipplan sheet',
  noHead: (sheet) => `${sheet} has no head (the row of "Id" and the other columns); restore it`,
  noColumn: (sheet, column) => `${sheet} lacks the column "${column}"; restore its head`,
  otherCopy: (copy, first) =>
    `the sheets "${copy}" and "${first}" are filled in differently; fill in "${first}" alone and delete the other`,
  valueless: "is a formula that has no value, or an error; type it as a value",
  otherCells: (cells, expected) =>
    `this row has ${cells} cells, but the head has ${expected}; write a bar in a cell as "\\|", and each row on one line`,
  joinedCells: "are merged cells, and only the first holds something; unmerge them and fill in each row",
  unreadable: "cannot be read: it should be an .xlsx workbook (save .xls, .et or .ods as .xlsx) or .md in UTF-8",
  tooLarge: "is too large for a form",
  noFact: (name) => `lacks the row "${name}" or its content; restore it`,
  badVersion: (found, known) => `has form version "${found}"; only ${known} can be read; make a new one`,
  otherPlan: (found, own) => `is a form of another plan, "${found}"; this one is "${own}"`,
  otherYear: (found, own) => `is a form for ${found}; this plan is for ${own}`,
  unknownDivision: (found, known) => `the plan has no division "${found}"; it has ${known.join(", ")}`,
  asOfAhead: (day) => `as-of day ${day} is still to come; write the day of the report under "Reported on"`,
  noId: "is filled in but has no id; restore it",
  unknownId: (id) => `the plan has no ${id}; ids must stay as they were`,
  otherText: (id) =>
    `is not what the plan says of ${id}: the id or text was changed, or the plan was changed since; restore the id, or make a new form`,
  notTheirs: (id, division, lead) => `${id} is not led by ${division}; ${lead} reports it`,
  twice: (id, first) => `${id} is filled in twice, also at ${first}; keep one`,
  noDay: (column, typed) => `${column} "${typed}" is not a day; write 2017-06-28 or 6-28`,
  serialDay: (day) => `; if ${day} is meant, format the cell as a date, or write ${day}`,
  relativeDay: (column, typed) =>
    `${column} "${typed}" depends on the day on which it was written; write the day, such as 2017-06-28`,
  tooEarly: (day) =>
    `day ${day} is too early to be meant, or still to come; write it with its year, such as 2017-06-28`,
  shareOrPercent: (share, percent) => `"${share}" may be ${share}% or ${percent}%; write one of these as text`,
  oneSpan: "a form is for one quarter or one month",
  oneOrAll: '"1" may be 1% or 100%; write one of these',
  doneButNotAll: (percent) =>
    `has a completion day, but progress ${percent}%; give progress only if it is not done, a day only if it is`,
  evidenceAlone: "has evidence only: add the day of completion, or a note if it is not done",
  valueMissing: "has a day or evidence, but no value",
  notRecorded: "nothing recorded",
};
