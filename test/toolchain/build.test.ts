import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const files = readdirSync(dist).filter((name) => name.endsWith(".cjs"));
const texts = files.map((name) => readFileSync(join(dist, name), "utf8"));

const licences = readFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), "utf8");

/** The built files that are loaded at start, before any command runs. */
function loadedAtStart(): string[] {
  const script = `require(process.argv[1]); console.log(Object.keys(require.cache).join("\\n"));`;
  const list = execFileSync(process.execPath, ["-e", script, join(dist, "main.cjs")], { encoding: "utf8" });
  return list
    .trim()
    .split("\n")
    .map((path) => basename(path));
}

/** The name that src/start/start.ts uses. */
const COMPILER = "storage-compiled-compile-plan.cjs";

describe("the built program", () => {
  it("loads the plan reader, screens and rarer commands only on demand", () => {
    const loaded = loadedAtStart();
    expect(loaded).toContain("main.cjs");
    expect(loaded.filter((name) => /^(?:cli-commands|storage|reporters)-/.test(name))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        "storage-plan-files.cjs",
        "screen.cjs",
        "write.cjs",
        "cli-commands-explain.cjs",
        COMPILER,
      ]),
    );
  });

  it.each([
    ["Failure", "super(`failure`)"],
    ["JournalAccessError", "systemCode;constructor"],
    ["CacheDamage", "the cache is damaged"],
  ])("contains the class %s only once, so that instanceof works", (_, mark) => {
    expect(texts.flatMap((text) => text.split(mark).slice(1))).toHaveLength(1);
  });

  it("contains neither the schema compiler nor the old string-width", () => {
    // Every bundled package has its licence listed.
    expect(licences).not.toMatch(/^(?:ajv|string-width|emoji-regex) /m);
  });

  it("comes with the licences of the bundled packages", () => {
    const named = [...licences.matchAll(/^(\S+) \d+\.\d+\.\d+ \(.+\)$/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(["chalk", "cli-table3", "commander", "fast-string-width", "yaml"]));
  });
});
