import type { Making } from "../zh/making.ts";

export const making: Making = {
  schemasWritten: (files: readonly string[]) =>
    `wrote ${files.join(", ")}; run this again when divisions, districts or sections change.\nIf the first line of a file is # yaml-language-server: $schema=schemas/tasks.schema.json (plan.schema.json for the plan's head), editors complete and explain it.`,
  made: (isDryRun: boolean, folder: string) =>
    `${isDryRun ? "dry run; would make" : "made"} in ${folder === "." ? "this folder" : folder}:`,
  kept: (files: readonly string[]) => `already there, left as it is: ${files.join(", ")}`,
  attributesMissing: (line: string) => `add this line to .gitattributes: ${line}`,
  next: (folder: string) =>
    `next: ${folder === "." ? "" : `in ${folder}, `}edit plan/plan.yaml and the task files as they explain; ipplan check finds mistakes`,
  nextYear: (own: string, plan: string, year: number) =>
    `while you use both plans, name the one for ${year} with --plan ${plan} or IPPLAN_PLAN=${plan}; compare them with ipplan diff ${own} ${plan}`,
  yearInTexts: (count: number, year: number) =>
    `${count} ${count === 1 ? "text still says" : "texts still say"} ${year} and ${count === 1 ? "was" : "were"} not touched; look them over:`,
  carried: (count: number, asOf: string, year: number) =>
    `${count} ${count === 1 ? "milestone" : "milestones"} open at the end of ${asOf} carried over, with ids that end in -y and the year, for the first quarter, or up to a due day in ${year}; look them over`,
  carriedIds: (ids, areMore) => `ids in the old plan: ${ids.join(", ")}${areMore ? ", …" : ""}`,
  notCarried: (ids) =>
    `not carried over, since their milestones are in square brackets; add them by hand: ${ids.join(", ")}`,
  droppedAgain: (count: number, year: number) =>
    `left out: ${count} that had been carried over into ${year}; --carry-over takes along those still open`,
  keptAgain: (ids) => `carried over earlier; remove by hand: ${ids.join(", ")}`,
  carriedComment: (year: number) => `carried over from ${year}`,
  carriedRemarks: (year, { id, due, extendedTo }) =>
    `carried over from ${year}: was ${id}, due ${due}${extendedTo === null ? "" : `, extended to ${extendedTo}`}`,
  template: {
    title: (year: number) => `Work plan ${year}`,
    division: "Office",
    theme: "Theme",
    section: "Section",
    task: "Heading of the task, verbatim",
    objective: "Its objective, verbatim",
    measure: "A measure, verbatim, one per line",
    assessment: "How it is assessed",
    milestone: (task: number) => `What is to be completed in task ${task}, verbatim.`,
    divisions: "the responsible divisions: ids never change, every table keeps this order",
    districts: "the cooperating districts",
    sections: "the sections: ids never change, tasks are listed in this order",
    tasks: "one file per section; its name has no meaning. Editors explain each key; ipplan check finds mistakes",
    indicators: "targets: remove the # if there are any",
    indicator: "Name of the indicator",
    unit: "cases",
    when: (year: number) =>
      `windows: Q1, Q1..Q2, [Q2, Q4], every quarter, every month, ${year}-08, ${year}-11-30, year`,
    workflow: "checks plan and journal on each push, and lists in a pull request what changed in the plan",
    install: "ipplan.tgz is beside the plan: run `npm pack` in ipplan's own folder, and give the result this name",
  },
};
