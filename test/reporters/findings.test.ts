/** `check` for other systems: valid under their schemas, and no text of a plan acts on a reader. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { sealed } from "../contracts/eventful-office.ts";
import { inertInRunner } from "../../src/reporters/runner.ts";
import { FORMULAS, POISON } from "./payloads.ts";
import { commandOf } from "./workflow-command.ts";
import { type Result, makeHome, makeOwnHome, removeHome, runIn } from "./run-main.ts";

const SCHEMAS = join(import.meta.dirname, "../fixtures/schemas");
const XSD = readFileSync(join(SCHEMAS, "junit.xsd"), "utf8");

/** Names of divisions that the plan does not have: each is an error and appears in its message. */
const NAMES = [...new Set([...POISON, ...FORMULAS, "a\n::error::x", "%0A::error::x", "{0} [x](1)", "\uffff"])].filter(
  (name) => name.trim() !== "",
);

const HEAD = {
  title: "x",
  year: 2017,
  timezone: "Asia/Shanghai",
  divisions: [{ id: "a", name: "甲处" }],
  themes: [{ id: "t1", title: "一" }],
  sections: [{ id: "s1", theme: "t1", title: "一" }],
};
const TASKS = NAMES.map((name, index) => ({ id: `k${index}`, title: "x", divisions: [name] }));
const HOSTILE_FILE = 'plan/a,b;c=d:%0A"<&]]> é中.yaml';

let homes: { sound: string; poisoned: string };

beforeAll(() => {
  homes = {
    sound: makeHome(48),
    poisoned: makeOwnHome({
      "plan/plan.yaml": JSON.stringify(HEAD),
      "plan/1.yaml": JSON.stringify({ section: "s1", tasks: TASKS }, null, 1),
      [HOSTILE_FILE]: "section: s1\ntasks:\n  - id: 1\n    title: x\n    divisions: [乙处]\n",
      // A record of a later version, which gives a warning.
      "journal.jsonl": `${sealed({ v: 1, t: "2017-07-02T01:00:00.000Z", by: "x", do: "mood\n::error::y", ref: "1", on: "2017-07-02", of: [], prev: [] })}\n`,
    }),
  };
});

afterAll(() => Object.values(homes).forEach(removeHome));

async function check(home: keyof typeof homes, format: string, env: Record<string, string> = {}): Promise<Result> {
  return runIn(homes[home], ["check", "--format", format, "--lang", "zh"], { env });
}

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** The expected problems: the JSON output, which has its own tests. */
async function told(): Promise<Told[]> {
  return (JSON.parse((await check("poisoned", "json")).stdout) as { problems: Told[] }).problems;
}

describe("the poisoned plan", () => {
  it("has an error for each payload, one in a file with a hostile name, and a warning", async () => {
    const problems = await told();
    expect(problems.filter(({ code }) => code === "E-DIVISION").length).toBeGreaterThan(NAMES.length * 0.6);
    expect(problems.some(({ file }) => file === HOSTILE_FILE)).toBe(true);
    expect(problems.some(({ severity }) => severity === "warning")).toBe(true);
  });
});

describe("github", () => {
  it("is empty if nothing is wrong", async () => {
    expect(await check("sound", "github")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("has one command per line, only our own, at the places given by check", async () => {
    const { code, stdout } = await check("poisoned", "github");
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split("\n");
    const problems = await told();
    expect(lines).toHaveLength(Math.min(problems.length, 50) + 1);
    const commands = lines.map(commandOf);
    const [errors, warnings] = ["error", "warning"].map((one) => problems.filter(({ severity }) => severity === one));
    for (const [index, problem] of [...(errors ?? []), ...(warnings ?? [])].slice(0, 50).entries()) {
      const command = commands[index];
      expect(command?.name).toBe(problem.severity);
      expect(command?.properties.get("title")).toBe(problem.code);
      expect(command?.properties.get("file") ?? null).toBe(problem.file);
      expect(command?.properties.get("line")).toBe(problem.line === null ? undefined : String(problem.line));
      const allowed = new Set(["file", "line", "endLine", "col", "endColumn", "title"]);
      expect([...(command?.properties.keys() ?? [])].filter((key) => !allowed.has(key))).toEqual([]);
    }
    expect(commands.at(-1)?.name).toBe("notice");
    expect(stdout).not.toContain("##[");
  });

  it("names files from the top of the repository, also if the plan is in a subfolder", async () => {
    const home = makeOwnHome({ "2018/plan/plan.yaml": "title: x\n" });
    const argv = ["check", "--plan", "2018/plan", "--format", "github"];
    const fromTop = await runIn(home, argv);
    const elsewhere = await runIn(home, argv, { env: { GITHUB_WORKSPACE: join(home, "2018") } });
    const outside = await runIn(home, argv, { env: { GITHUB_WORKSPACE: "/nowhere" } });
    removeHome(home);
    expect(commandOf(fromTop.stdout)?.properties.get("file")).toBe("2018/plan/plan.yaml");
    expect(commandOf(elsewhere.stdout)?.properties.get("file")).toBe("plan/plan.yaml");
    expect(commandOf(outside.stdout)?.properties.get("file")).toBe("plan/plan.yaml");
  });
});

describe("sarif", () => {
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(join(SCHEMAS, "sarif-2.1.0.json"), "utf8")) as Record<string, unknown>;
  const formats = { uri: isUri, "uri-reference": isUriReference, "date-time": true } as const;
  // One of its patterns is not valid in Unicode mode.
  const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);

  it("has a schema that refuses what is not SARIF", () => {
    expect(validate({ version: "2.1.0", runs: [{}] })).toBe(false);
    expect(validate({ version: "2.1.0", runs: [], more: 1 })).toBe(false);
  });

  it.each(["sound", "poisoned"] as const)("is valid: the %s plan", async (home) => {
    const log = JSON.parse((await check(home, "sarif")).stdout) as { runs: { results: unknown[] }[] };
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs).toHaveLength(1);
    expect(log.runs[0]?.results).toHaveLength(home === "sound" ? 0 : (await told()).length);
  });

  it("has each problem at its place, its file as a relative URI", async () => {
    interface SarifResult {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }
    const { runs } = JSON.parse((await check("poisoned", "sarif")).stdout) as { runs: { results: SarifResult[] }[] };
    const found = (runs[0]?.results ?? []).map(({ ruleId, level, locations: [location] }) => {
      const { artifactLocation, region } = location?.physicalLocation ?? {};
      const file = artifactLocation === undefined ? null : decodeURIComponent(artifactLocation.uri);
      return [ruleId, level, file, region?.startLine ?? null, region?.startColumn ?? null];
    });
    expect(found).toEqual((await told()).map((one) => [one.code, one.severity, one.file, one.line, one.column]));
    const texts = (runs[0]?.results ?? []).map(({ message }) => message.text);
    // A link or placeholder would need an unescaped bracket or a single brace.
    for (const text of texts) expect(text.replace(/\\[[\]\\]|\{\{|\}\}/g, "")).not.toMatch(/[[\]{}]/);
  });
});

describe("junit", () => {
  it.each(["sound", "poisoned"] as const)("is valid and has as many cases as announced: the %s plan", async (home) => {
    const { stdout } = await check(home, "junit");
    const result = await validateXML({ xml: stdout, schema: XSD, normalization: "c14n" });
    expect(result.errors).toEqual([]);
    const problems = home === "sound" ? [] : await told();
    const canonical = result.normalized;
    expect(canonical.match(/<testcase /g)).toHaveLength(Math.max(problems.length, 1));
    const errors = problems.filter(({ severity }) => severity === "error").length;
    expect(canonical.match(/<failure /g) ?? []).toHaveLength(errors);
    expect(canonical.match(/<skipped>/g) ?? []).toHaveLength(problems.length - errors);
    expect(canonical).toContain(
      `<testsuites failures="${errors}" name="ipplan" tests="${Math.max(problems.length, 1)}">`,
    );
  });

  it("names each case by code and place, and begins its text with the place", async () => {
    const { stdout } = await check("poisoned", "junit");
    const cases = [...stdout.matchAll(/<testcase name="([^"]*)"[^>]*>\s*<(?:failure|skipped)[^>]*>([^\n<]*)/g)];
    const problems = (await told()).filter(({ line }) => line !== null);
    const placeOf = ({ line, column }: (typeof problems)[number]): string => `${line}:${column}`;
    const names = cases.map(([, name = ""]) => name);
    const places = cases.map(([, , place = ""]) => /\d+:\d+$/.exec(place)?.[0] ?? "");
    expect(names.toSorted()).toEqual(problems.map((one) => `${one.code} ${placeOf(one)}`).toSorted());
    expect(places.toSorted()).toEqual(problems.map(placeOf).toSorted());
  });

  it("is checked by a schema and a parser that can refuse", async () => {
    const wrong = await validateXML({ xml: "<testsuites><testcase/></testsuites>", schema: XSD });
    const broken = await validateXML({ xml: "<testsuites>\u0001&</testsuites>", schema: XSD });
    expect([wrong.valid, broken.valid]).toEqual([false, false]);
  });
});

describe("in every format", () => {
  it.each(["github", "sarif", "junit", "text"])("has no hidden character: %s", async (format) => {
    const { stdout } = await check("poisoned", format);
    expect(stdout).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u,
    );
  });

  it("is chosen by the file's ending", async () => {
    const argv = (name: string): string[] => ["check", "-o", name];
    for (const name of ["x.sarif", "x.xml"]) expect((await runIn(homes.sound, argv(name))).code).toBe(0);
    expect(readFileSync(join(homes.sound, "x.sarif"), "utf8")).toContain('"version": "2.1.0"');
    expect(readFileSync(join(homes.sound, "x.xml"), "utf8")).toContain("<testsuites");
  });

  it("is refused by commands that do not report problems", async () => {
    for (const format of ["github", "sarif", "junit", "text"]) {
      const { code, stderr } = await runIn(homes.sound, ["list", "--format", format, "--lang", "en"]);
      expect(code).toBe(2);
      expect(stderr).toContain("table, json, csv, md, xlsx, ndjson");
    }
  });

  it("accepts table for text", async () => {
    const [text, table] = [await check("poisoned", "text"), await check("poisoned", "table")];
    expect(text).toEqual(table);
    expect(text.stdout).toContain("E-DIVISION");
  });
});

describe("in the log of GitHub's runner", () => {
  it("texts of the plan are no commands", async () => {
    const { stdout } = await check("poisoned", "text", { GITHUB_ACTIONS: "true" });
    expect(stdout.split("\n").filter((line) => commandOf(line) !== null)).toEqual([]);
    expect(stdout).not.toContain("##[");
  });

  it("messages about typed text are no commands", async () => {
    const { stderr } = await runIn(homes.sound, ["show", "x\n::error::y ##[error]z"], {
      env: { GITHUB_ACTIONS: "true" },
    });
    expect(stderr).toContain("error");
    expect(stderr.split("\n").filter((line) => commandOf(line) !== null)).toEqual([]);
    expect(stderr).not.toContain("##[");
  });

  it("other lines are unchanged", () => {
    expect(inertInRunner("a ::b\n  ::c::d\n##[e]\n")).toBe("a ::b\n  : :c::d\n## [e]\n");
  });
});

function isUri(text: string): boolean {
  return URL.canParse(text);
}

function isUriReference(text: string): boolean {
  return /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/.test(text);
}
