/** All screens of the real plan, with the example journal and without, at three widths and in both languages. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { readPlan } from "../../src/storage/plan-files.ts";
import { columnsOf, plain, slice } from "./display-width.ts";
import { makeHome, removeHome, runIn } from "./run-main.ts";

/** The plan is the same for all screens, so it is read once for each folder. */
vi.mock("../../src/storage/plan-files.ts", async (importOriginal) => {
  const real = await importOriginal<{ readPlan: typeof readPlan }>();
  const read = new Map<string, ReturnType<typeof readPlan>>();
  const readOnce: typeof readPlan = (folder, ...rest) => {
    const reading = read.get(folder) ?? real.readPlan(folder, ...rest);
    read.set(folder, reading);
    return reading;
  };
  return { ...real, readPlan: readOnce };
});

const DIVISIONS = ["专利管理处", "规划发展处", "法律事务处", "保护协调处", "专利代办处", "信息中心"];
const TASKS = Array.from({ length: 26 }, (_, index) => String(index + 1));

const COMMANDS: readonly string[] = [
  ...["", " --as-of 2017-01-01", " --as-of 2017-05-15", " --as-of 2017-12-31", " --as-of 2018-02-01"].map(
    (day) => `status${day}`,
  ),
  ...[1, 2, 3, 4, "2..3", "1..4"].map((quarter) => `status --quarter ${quarter}`),
  ...[1, 6, 12].map((month) => `status --month ${month}`),
  ...["any", "assist"].flatMap((role) => [`status --role ${role}`, `status --quarter 2 --role ${role}`]),
  ...["--theme t2", "--section s3-4", "--district 江北区", "--state overdue"].map((filter) => `status ${filter}`),
  ...DIVISIONS.flatMap((name) => [`status --division ${name}`, `status --division ${name} --quarter 2`]),
  ...["", " --as-of 2017-01-01", " --as-of 2017-12-31", ` --division ${DIVISIONS[0]}`, " --quarter 1"].map(
    (rest) => `overdue${rest}`,
  ),
  ...["", " --quarter 2", " --month 6", " --state overdue", " --state late", " 军民", " 没有这个词"].map(
    (rest) => `list${rest}`,
  ),
  ...["", " --since 2017-06-26", " --task 10", " --kind revoke", " --kind extend", " --by 综合科"].map(
    (rest) => `log${rest}`,
  ),
  ...TASKS.map((id) => `show ${id}`),
  ...["", " --as-of 2017-01-01", " --as-of 2018-02-01", ` --division ${DIVISIONS[0]}`].flatMap((rest) =>
    ["due", "gantt", "indicators"].map((name) => name + rest),
  ),
  ...["due --days 90", "due --quarter 3", "due --quarter 4 --group-by theme", "gantt --state overdue"],
  ...["theme", "section", "quarter", "district"].map((by) => `status --group-by ${by}`),
  ...["status --since 2017-04-01", "status --quarter 2 --group-by section --since 2017-06-15", "overdue --silent 30"],
  ...[
    `done 22-2 23-1 --on 2017-06-28 --note ${"平台已验收，".repeat(20)} --dry-run`,
    "done 10-1 --dry-run",
    "undo 4518f647 --dry-run",
  ],
  ...["--help", "status --help", "done --help", "check"],
];

const homes = { full: "", empty: "" };

/** Readings of every kind: far above target, below zero, over a range, a missed quarter, none up to the due day. */
const READINGS = [
  ["9/applications", "6000", "2017-03-31"],
  ["9/applications", "13000", "2017-06-30"],
  ["9/inventions-per-10k", "6.25", "2017-06-30"],
  ["13/cases", "85", "2017-05-31"],
  ["5/application-growth", "-3", "2017-06-30"],
  ["10/agencies", "25", "2017-06-30"],
  ["10/courses", "1", "2017-03-24"],
  ["10/courses", "2", "2017-06-24"],
  ["14/national-rank", "12", "2017-06-30"],
  ["18/parks", "4", "2017-03-01"],
  ["18/counties", "9", "2017-03-15"],
] as const;

beforeAll(async () => {
  homes.full = makeHome(48);
  homes.empty = makeHome(0);
  for (const [id, value, on] of READINGS) {
    const { code } = await runIn(homes.full, ["reading", id, value, "--on", on], { columns: 80 });
    expect(code).toBe(0);
  }
  // It adds a column to the widest table.
  const approval = ["--reason", "试点推迟到明年", "--approver", "局长办公会", "--on", "2017-06-30"];
  expect((await runIn(homes.full, ["cancel", "21-3", ...approval])).code).toBe(0);
});

afterAll(() => {
  removeHome(homes.full);
  removeHome(homes.empty);
});

const JOURNALS = ["full", "empty"] as const;
const SETTINGS = JOURNALS.flatMap((journal) =>
  (["zh", "en"] as const).flatMap((language) =>
    [42, 62, 80, 100, 160].map((columns) => ({ journal, language, columns })),
  ),
);

/** All commands with the full journal on a narrow terminal; in other settings each kind of screen once. */
const KINDS_OF_SCREEN = new Set([
  ...[
    "status",
    "status --quarter 2",
    "status --quarter 4",
    "status --month 6",
    "status --role any",
    `status --division ${DIVISIONS[0]}`,
  ],
  ...[
    "overdue",
    `overdue --division ${DIVISIONS[0]}`,
    "list",
    "list --quarter 2",
    "log",
    "due",
    "due --quarter 3",
    "gantt",
    "indicators",
    "show 9",
    "show 10",
    "show 25",
  ],
]);

/** The columns of a rule: start and end of each run of hyphens. */
function runsOf(rule: string): { start: number; end: number }[] {
  return [...rule.matchAll(/-+/g)].map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
}

/** Whether the line only has runs of hyphens, two columns apart. */
function isRule(line: string): boolean {
  return /^-+(?:  -+)*$/.test(line) && line.includes("--");
}

function expectHeadAboveRule(head: string, rule: string): void {
  for (const { start, end } of runsOf(rule)) {
    const heading = slice(head, start, end);
    expect(heading.trim(), `a heading above ${start}-${end} in\n${head}\n${rule}`).not.toBe("");
    expect(slice(head, end, end + 2).trim(), `nothing between headings in\n${head}\n${rule}`).toBe("");
    const isAligned = heading.trim() === heading.trimEnd() || heading.trim() === heading.trimStart();
    expect(isAligned, `the heading is at an edge of its column in\n${head}\n${rule}`).toBe(true);
  }
}

/** Whether a row is empty between columns, unless a text spans them from a column's edge. */
function expectRowBelowRule(line: string, rule: string): void {
  const runs = runsOf(rule);
  const crossed = runs.findIndex(
    ({ end }, index) => index < runs.length - 1 && slice(line, end, end + 2).trim() !== "",
  );
  if (crossed < 0) return;
  const from = runs.findIndex(
    (_, index) => slice(line, runs[index]?.start ?? 0, (runs[index]?.start ?? 0) + 1).trim() !== "",
  );
  expect(from, `a text across begins at a column's edge in\n${rule}\n${line}`).toBeGreaterThanOrEqual(0);
  expect(from, `a text across begins at a column's edge in\n${rule}\n${line}`).toBeLessThanOrEqual(crossed);
}

describe.each(SETTINGS)("journal $journal, language $language, $columns columns", ({ journal, language, columns }) => {
  const commands = COMMANDS.filter((command) => (columns === 80 && journal === "full") || KINDS_OF_SCREEN.has(command));

  it.each(commands)("%s", async (command) => {
    const { code, stdout, stderr } = await runIn(homes[journal], [...command.split(" "), "--lang", language], {
      columns,
    });
    expect([code, stderr]).toEqual([0, ""]);
    const lines = plain(stdout).split("\n");
    if (!command.includes("--help")) {
      for (const line of lines) expect(columnsOf(line), line).toBeLessThanOrEqual(columns - 2);
    }
    lines.forEach((line, index) => {
      if (!isRule(line) || isRule(lines[index - 1] ?? "")) return;
      const isHead = index > 0 && lines[index - 1] !== "" && !isInTable(lines, index);
      if (isHead) expectHeadAboveRule(lines[index - 1] ?? "", line);
      for (const below of tableBelow(lines, index)) expectRowBelowRule(below, line);
    });
  });
});

describe("the height of a screen", () => {
  const days = ["01-01", "03-31", "04-01", "05-15", "06-20", "06-30", "07-03", "09-30", "10-01", "12-31"];
  let example = "";

  beforeAll(() => {
    example = makeHome(48);
  });

  afterAll(() => removeHome(example));

  async function rows(command: string): Promise<number> {
    const argv = [...command.split(" "), "--lang", "zh"];
    return (await runIn(example, argv, { columns: 80 })).stdout.trimEnd().split("\n").length;
  }

  it.each(days)("is 30 rows with the prompt on %s", async (day) => {
    expect(await rows(`status --as-of 2017-${day}`)).toBeLessThanOrEqual(29);
  });

  it.each(["05-15", "06-20", "06-30", "07-03"])("is so for the quarter on %s", async (day) => {
    expect(await rows(`status --quarter 2 --as-of 2017-${day}`)).toBeLessThanOrEqual(29);
  });
});

/** Whether an earlier rule of the same table has the same runs, so that this one is above a total. */
function isInTable(lines: readonly string[], index: number): boolean {
  return lines.slice(0, index).includes(lines[index] ?? "");
}

/** The lines from a rule to the end of its table: an empty line with no indented or cell line after it. */
function tableBelow(lines: readonly string[], index: number): readonly string[] {
  const rest = lines.slice(index + 1);
  const end = rest.indexOf("");
  return end < 0 ? rest : rest.slice(0, end);
}
