/** A plan and a journal with every payload, in every screen and format: everything is visible and inert. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { RecordFacts } from "../../src/core/journal/record.ts";
import { viewStatus } from "../../src/core/views/status.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import { encodeRecord } from "../../src/storage/journal-line.ts";
import { day, inquiry, milestone, plan, task } from "../support/builders.ts";
import { columnsOf, plain } from "./display-width.ts";
import { FORMULAS, POISON, cellsOf, parseCsv } from "./payloads.ts";
import { commandOf } from "./workflow-command.ts";
import { makeOwnHome, removeHome, runIn } from "./run-main.ts";

const ALL = [...POISON, ...FORMULAS];
/** The payloads that a plan file may contain; others are refused. */
const IN_PLANS = ALL.filter((text) => text.trim() !== "" && !/[^\P{C}\n]|[\u2028\u2029\ufeff]/u.test(text));

/** JSON is YAML too; it quotes the payloads. */
const HEAD = JSON.stringify({
  title: "=cmd|' /C calc'!A0 </script> ##[error]x $& $' $1",
  year: 2017,
  timezone: "Asia/Shanghai",
  divisions: [
    { id: "a", name: "@name #12 | [x](javascript:1)" },
    { id: "b", name: '=1+1,"b"' },
  ],
  districts: ["<b>江北区</b>", "＝1"],
  themes: [{ id: "t1", title: "]]> ::error::x" }],
  sections: [{ id: "s1", theme: "t1", title: "=1 `a` $&" }],
});

const TASKS = IN_PLANS.map((text, index) => ({
  id: `k${index}`,
  title: text,
  objective: text,
  measures: [text, `${text} $&`],
  divisions: index % 2 === 0 ? ["a", "b"] : ["b"],
  districts: ["<b>江北区</b>", "related"],
  assessment: text,
  remarks: text,
  indicators: [{ id: "i", name: text, min: 1, unit: text, basis: "stock" }],
  milestones: [{ id: `k${index}-1`, when: "Q1", text }],
}));

/** A journal written by a hostile program, with correct hashes. */
const JOURNAL = ALL.flatMap((text, index) => {
  const ref = `k${index % TASKS.length}-1`;
  const on = day("2017-04-05");
  const note: RecordFacts = { by: text, do: "note", ref, on, note: text, of: [] };
  const done: RecordFacts = {
    by: text,
    do: "done",
    ref,
    on,
    from: text,
    evidence: [{ kind: "doc", value: text }],
    note: text,
    of: [],
  };
  const block: RecordFacts = { by: text, do: "block", ref, on, reason: text, of: [] };
  const facts = [note, index % 3 === 0 ? done : block];
  return facts.map((own, at) => encodeRecord(own, `2017-04-0${5 + at}T01:00:00.000Z`, []).line);
});

let home = "";

beforeAll(() => {
  const tasks = JSON.stringify({ section: "s1", tasks: TASKS });
  home = makeOwnHome({ "plan/plan.yaml": HEAD, "plan/1.yaml": tasks, "journal.jsonl": `${JOURNAL.join("\n")}\n` });
});

afterAll(() => removeHome(home));

const COMMANDS = [
  "status",
  "status --quarter 1",
  "status --division b",
  "overdue",
  "list",
  "list --state overdue",
  "log",
  "due --days 300",
  "gantt",
  "indicators",
  "status --group-by section",
  "status --group-by district",
  "check",
];
const SHOWN = TASKS.filter((_, index) => index % 6 === 0).map(({ id }) => `show ${id}`);

async function output(command: string, columns?: number): Promise<string> {
  const world = columns === undefined ? {} : { columns };
  const { stdout, stderr, code } = await runIn(
    home,
    [...command.split(" "), "--as-of", "2017-05-15"].slice(0, command === "check" ? 1 : undefined),
    world,
  );
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

/** Control characters, bidirectional marks, Unicode line separators, lone surrogates. */
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;

describe("on a screen", () => {
  it.each([...COMMANDS, ...SHOWN])("is inert: %s", async (command) => {
    for (const columns of [80, undefined]) {
      const text = plain(await output(command, columns));
      for (const line of text.split("\n")) expect(line, JSON.stringify(line)).not.toMatch(ACTS);
    }
  });

  it.each(SHOWN)("has no line too wide, and the unchanged title: %s", async (command) => {
    const text = plain(await output(command, 80));
    for (const line of text.split("\n")) expect(columnsOf(line), line).toBeLessThanOrEqual(78);
  });

  it("does not change a title with a dollar sign", async () => {
    const [first = ""] = plain(await output("status")).split("\n");
    expect(first).toContain("##[error]x $& $' $1  ");
  });

  it.each([78, Infinity])("spells out control characters in a title (width %s)", async (width) => {
    const title = "a\u001b]52;c;aGk=\u0007b\u202ec";
    const asked = plan([task("1", [milestone({ id: "1-1" })], { title })], { title });
    const view = viewStatus(inquiry(asked, "2017-05-15", { journal: foldJournal([]) }));
    const text = await renderScreen(view, { ...plainLook(catalogueOf("zh")), width });
    for (const line of text.split("\n")) expect(line).not.toMatch(ACTS);
    expect(text).toContain("<U+202E>c");
  });

  it("makes visible what is hidden in the journal", async () => {
    const text = plain(await output("log"));
    for (const shown of ["<U+001B>", "<U+202E>", "<U+0000>", "<U+2028>", "<U+FEFF>"]) expect(text).toContain(shown);
  });
});

describe("in sentences for divisions", () => {
  it("begins every line with our own words and is inert", async () => {
    const text = await output("overdue --format text");
    const lines = text.split("\n").filter((line) => line !== "");
    expect(lines.length).toBeGreaterThan(TASKS.length / 2);
    for (const line of lines) {
      expect(line).toMatch(/^(?:致 |\d+\. )/);
      expect(line, JSON.stringify(line)).not.toMatch(ACTS);
    }
  });

  it("has no command for a GitHub runner", async () => {
    const argv = ["overdue", "--format", "text", "--as-of", "2017-05-15"];
    const { stdout } = await runIn(home, argv, { env: { GITHUB_ACTIONS: "true" } });
    expect(stdout).toContain("## [error]");
    expect(stdout).not.toContain("##[");
    expect(stdout.split("\n").filter((line) => commandOf(line) !== null)).toEqual([]);
  });
});

describe("in CSV", () => {
  it.each(["list", "overdue", "log", "status", SHOWN[0] ?? ""])(
    "has rows with as many cells as headings, and no formula: %s",
    async (command) => {
      const [headings = [], ...rows] = parseCsv((await output(`${command} --format csv`)).slice(1));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(headings.length);
      const texts = rows.flat().filter((cell) => !/^-?\d+(?:\.\d+)?$/.test(cell));
      for (const cell of texts) expect(cell).not.toMatch(/^(?!')[\s"']*[=+\-@＝＋－＠]/);
    },
  );
});

describe("in Markdown", () => {
  it.each(["list", "overdue", "log", "status", ...SHOWN])(
    "has rows with as many cells as headings: %s",
    async (command) => {
      const lines = (await output(`${command} --format md`)).split("\n");
      let count = 0;
      lines.forEach((line, index) => {
        if (lines[index + 1]?.startsWith("| ---") === true) count = cellsOf(line).length;
        if (line === "" || line.startsWith("#")) return;
        expect(cellsOf(line), line).toHaveLength(count);
      });
      expect(count).toBeGreaterThan(1);
    },
  );
});

describe("in JSON", () => {
  it("loses nothing of the journal", async () => {
    const { records } = JSON.parse(await output("log --format json")) as { records: { note?: string; by: string }[] };
    expect(new Set(records.flatMap(({ note }) => note ?? []))).toEqual(new Set(ALL));
    expect(new Set(records.map(({ by }) => by))).toEqual(new Set(ALL));
  });

  it("loses nothing of the plan", async () => {
    const { tasks } = JSON.parse(await output("list --format json")) as {
      tasks: { title: string; objective: string }[];
    };
    expect(tasks.map(({ title }) => title)).toEqual(IN_PLANS);
    expect(tasks.map(({ objective }) => objective)).toEqual(IN_PLANS);
  });
});

describe("in a drawing and a calendar", () => {
  it("has every text, inert", async () => {
    const svg = await output("gantt --format svg");
    const ics = (await output("calendar")).replaceAll("\r\n", "\n");
    for (const text of [svg, ics]) for (const line of text.split("\n")) expect(line).not.toMatch(ACTS);
    const { errors } = await validateXML({
      xml: [{ fileName: "year.svg", contents: svg }],
      normalization: "format",
      maxMemoryPages: 4096,
    });
    expect(errors).toEqual([]);
    expect(svg.match(/<g class="g-milestone"/g)).toHaveLength(TASKS.length);
    expect(svg).not.toMatch(/<(?:script|b|br|foreignObject|image|a)\b/i);
    const lines = ics.replaceAll("\n ", "").split("\n");
    expect(lines.filter((line) => line.startsWith("BEGIN:"))).toHaveLength(TASKS.length + 1);
    expect(lines.filter((line) => /^(?!BEGIN|END)[A-Z-]+[:;]/.test(line)).length).toBeGreaterThan(8 * TASKS.length);
    expect(lines.every((line) => line === "" || /^[A-Z-]+[:;]/.test(line))).toBe(true);
  });
});

describe("in a workbook", () => {
  it.each(["list", "log", "status", "indicators", "show k3"])(
    "has well-formed and inert parts: %s",
    async (command) => {
      expect(await output(`${command} --output ${command.replace(" ", "-")}.xlsx`)).toBe("");
      const bytes = readFileSync(join(home, `${command.replace(" ", "-")}.xlsx`));
      const files = Object.entries(unzipSync(bytes)).map(([fileName, part]) => ({
        fileName,
        contents: strFromU8(part),
      }));
      const { errors } = await validateXML({ xml: files, normalization: "format", maxMemoryPages: 16_384 });
      expect(errors.map(({ message }) => message)).toEqual([]);
      for (const { fileName, contents } of files) {
        expect(contents, fileName).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u,
        );
        expect(contents, fileName).not.toMatch(/<f[ >]|<hyperlink|TargetMode="External"|_x00[01][0-9A-F]_/);
      }
    },
  );
});

describe("in every format", () => {
  it.each(["csv", "md", "json"])("lets no control character of the data reach a terminal: %s", async (format) => {
    const text = (await output(`log --format ${format}`)).replaceAll("\r\n", "\n");
    expect(
      text.match(
        format === "json" ? /[\u0000-\u0009\u000b-\u001f]/ : /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/,
      ),
    ).toBeNull();
  });
});
