/** Small files that would expand endlessly are refused before they are parsed. */
import { describe, expect, it } from "vitest";
import { PART, SMALL_PLAN, briefly, problemsOf, readFiles } from "./small-plan.ts";

const MIB = 1024 * 1024;

/** The small plan with an extra key in its task. */
function withExtra(yaml: string): readonly string[] {
  const part = PART.replace("districts: [all]", `districts: [all]\n    x-a: ${yaml}`);
  return problemsOf({ ...SMALL_PLAN, "1-1.yaml": part }).map(briefly);
}

/** `a:` nested to this depth. */
function nested(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `\n${" ".repeat(6 + level)}a:`).join("");
}

describe("limits", () => {
  it("allow a file of 1 MiB and no byte more", () => {
    const full = PART + "#".repeat(MIB - Buffer.byteLength(PART));
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": full })).toEqual([]);
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": `${full}#` });
    expect(problems).toMatchObject([
      { code: "E-LIMIT", at: { line: 1, column: 1 }, details: { limit: "size", most: MIB } },
    ]);
  });

  it("allow 32 nested brackets and no more, and report the next", () => {
    expect(withExtra("[".repeat(32) + "]".repeat(32))).toEqual([]);
    expect(withExtra("[".repeat(33) + "]".repeat(33))).toEqual(["1-1.yaml:7:42-7:43 E-LIMIT"]);
    expect(withExtra("{a: ".repeat(33) + "}".repeat(33))).toEqual(["1-1.yaml:7:138-7:139 E-LIMIT"]);
    expect(withExtra("[], ".repeat(40))).not.toContain("E-LIMIT");
  });

  it("count levels of indentation like brackets", () => {
    expect(withExtra(nested(20))).toEqual([]);
    expect(withExtra(nested(40)).map((text) => text.split(" ")[1])).toEqual(["E-LIMIT"]);
  });

  it("refuse nesting that is too deep for the parser", () => {
    expect(withExtra(nested(1000))).toHaveLength(1);
    expect(withExtra("- ".repeat(3000))).toHaveLength(1);
  });

  it("allow many milestones", () => {
    const many = Array.from(
      { length: 5000 },
      (_, n) => `      - {id: m-${n}, when: Q2, text: 出台第${n}号办法。}\n`,
    ).join("");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": PART + many })).toEqual([]);
  });

  it("hold for each file by itself: a plan may have any number of files", () => {
    const part = (n: number): string =>
      `${PART.replace("id: 10\n", `id: ${n}\n`).replace("10-1", `${n}-1`)}#${"#".repeat(MIB / 2)}`;
    const files = Object.fromEntries([1, 2, 3, 4].map((n) => [`${n}.yaml`, part(n)]));
    expect(readFiles({ ...files, "plan.yaml": SMALL_PLAN["plan.yaml"] }).plan?.tasks).toHaveLength(4);
  });
});

describe("a file of 1 MiB", () => {
  const fill = (text: string): string => text.repeat(Math.floor(MIB / text.length));
  const dozen = Array.from({ length: 12 }, (_, n) => `x-${n + 1}: &x${n + 1} [${`*x${n}, `.repeat(9)}]`).join("\n");

  it.each([
    ["brackets", fill("["), "E-LIMIT"],
    ["braces", fill("{"), "E-LIMIT"],
    ["braces with keys", fill("{a: "), "E-LIMIT"],
    ["commas in a list", `x-a: [${fill(",").slice(10)}]`, "E-LIMIT"],
    ["hyphens", fill("- "), "E-LIMIT"],
    ["empty items", fill("-\n"), "E-LIMIT"],
    ["colons", fill(": "), "E-LIMIT"],
    ["quotes", fill('"'), "E-LIMIT"],
    ["small keys", fill("a: 1\n"), "E-LIMIT"],
    ["document ends", fill("...\n"), "E-LIMIT"],
    ["commas", fill(","), "E-SYNTAX"],
    ["anchors", fill("&a "), "E-YAML-FEATURE"],
    ["aliases", fill("*a "), "E-YAML-FEATURE"],
    ["tags", fill("!a "), "E-YAML-FEATURE"],
    ["question marks", fill("? "), "E-YAML-FEATURE"],
    ["documents", fill("---\n"), "E-YAML-FEATURE"],
    ["aliases of aliases", `x-0: &x0 [a]\n${dozen}\n`, "E-YAML-FEATURE"],
    ["an alias of itself", "x-a: &a [*a]\n", "E-YAML-FEATURE"],
  ])("full of %s is refused", (_, text, code) => {
    const { problems, plan } = readFiles({ ...SMALL_PLAN, "1-1.yaml": text });
    expect(plan).toBeNull();
    expect(problems.map((problem) => problem.code)).toContain(code);
  });
});
