import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/core/problem.ts";
import type { CheckView } from "../../src/core/views/check.ts";
import { checkOutput } from "../../src/reporters/check-output.ts";
import { renderJson } from "../../src/reporters/json.ts";
import { FORMULAS, POISON } from "./payloads.ts";

describe("JSON", () => {
  it.each([...POISON, ...FORMULAS])("holds %j unchanged, with no control character in its bytes", (text) => {
    const written = renderJson({ text, list: [text], [text]: 1 });
    expect(JSON.parse(written)).toEqual({ text, list: [text], [text]: 1 });
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028\u2029]/);
  });

  it("is one document ended by a newline", () => {
    expect(renderJson({ a: [1, null, "甲"] })).toBe('{\n  "a": [\n    1,\n    null,\n    "甲"\n  ]\n}\n');
  });

  it("changes no prototype: __proto__ is a key like any other", () => {
    const value = JSON.parse('{"__proto__":{"polluted":true}}') as unknown;
    expect(renderJson(value)).toContain('"__proto__"');
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("the JSON of check", () => {
  const at = { file: "plan/1.yaml", line: 3, column: 9, endLine: 3, endColumn: 12 };
  const problems = [
    { code: "E-ID", details: { value: "1.1", guess: "1-1" }, at, excerpt: "  - id: 1.1" },
    { code: "E-NO-HEAD", details: {}, at: null, excerpt: null },
    { code: "W-JOURNAL-UNKNOWN", details: { id: "4518f647" }, at, excerpt: null },
  ] as unknown as readonly Problem[];
  const output = (language: "zh" | "en"): Record<string, unknown>[] => {
    const view = { kind: "ipplan/check", ok: false, problems } as unknown as CheckView;
    return (checkOutput(view, language) as { problems: Record<string, unknown>[] }).problems;
  };

  it("has messages instead of details, and places as flat fields", () => {
    const [first] = output("en");
    expect(Object.keys(first ?? {})).toEqual([
      ...["code", "severity", "message", "hint", "file", "line", "column", "endLine", "endColumn"],
      ...["expected", "suggestions", "allowed", "related"],
    ]);
    expect(first).toMatchObject({ code: "E-ID", severity: "error", ...at });
    expect(first?.["message"]).toContain("1.1");
  });

  it("says how to fix it: what is expected, what was meant, what is allowed, and the related place", () => {
    const line = { key: "section", found: "：", expected: "section: s1" };
    const known = ["flow", "stock"];
    const problemsWith = [
      { code: "E-FULLWIDTH", details: line, at, excerpt: "section：s1" },
      {
        code: "E-VALUE",
        details: { key: "basis", value: "stok", known, guess: "stock", alike: ["flow"] },
        at,
        excerpt: "",
      },
      { code: "E-DUPLICATE-ID", details: { id: "1", first: at }, at, excerpt: "" },
      { code: "E-ENCODING", details: { guess: "GB18030" }, at, excerpt: "" },
    ] as unknown as readonly Problem[];
    const view = { kind: "ipplan/check", ok: false, problems: problemsWith } as unknown as CheckView;
    const none = { expected: null, suggestions: [], allowed: [], related: null };
    for (const language of ["zh", "en"] as const) {
      const { problems: told } = checkOutput(view, language) as { problems: Record<string, unknown>[] };
      expect(
        told.map(({ expected, suggestions, allowed, related }) => ({ expected, suggestions, allowed, related })),
      ).toEqual([
        { ...none, expected: "section: s1" },
        { ...none, suggestions: ["stock", "flow"], allowed: known },
        { ...none, related: at },
        none,
      ]);
    }
  });

  it("has null for a missing place", () => {
    expect(output("en")[1]).toMatchObject({ file: null, line: null, column: null, endLine: null, endColumn: null });
  });

  it("distinguishes warnings from errors", () => {
    expect(output("en").map(({ severity }) => severity)).toEqual(["error", "error", "warning"]);
  });

  it("has the same facts in either language", () => {
    const [zh, en] = [output("zh"), output("en")];
    expect(zh.map(({ message }) => message)).not.toEqual(en.map(({ message }) => message));
    expect(zh.map(({ code, line }) => [code, line])).toEqual(en.map(({ code, line }) => [code, line]));
  });
});
