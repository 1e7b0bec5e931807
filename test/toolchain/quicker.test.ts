/** What the build makes quicker in packages says the same as they do. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import type * as Yaml from "yaml";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";
import { mutation } from "../storage/mutations.ts";
import { PART } from "../storage/small-plan.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { quicker } = (await import(join(root, "scripts/quicker.mjs"))) as {
  quicker: (name: string, code: string) => string;
};
const folder = mkdtempSync(join(tmpdir(), "ipplan-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const asItIs = await yamlIn("as it is", (_, code) => code);
const quick = await yamlIn("quick", quicker);

/** The package's form for browsers, which is bundled, each of its files changed. */
async function yamlIn(name: string, change: (name: string, code: string) => string): Promise<typeof Yaml> {
  const place = join(folder, name);
  cpSync(join(root, "node_modules/yaml/browser"), place, { recursive: true });
  for (const file of readdirSync(place, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".js"))) {
    const path = join(place, file);
    writeFileSync(path, change(`yaml/browser/${file.replaceAll("\\", "/")}`, readFileSync(path, "utf8")));
  }
  return (await import(pathToFileURL(join(place, "dist/index.js")).href)) as typeof Yaml;
}

/** Tokens, what is put together of them, and what comes of it, mistakes and all. */
function readBy({ Lexer, Parser, parseDocument }: typeof Yaml, text: string): unknown {
  const document = parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: false, logLevel: "silent" });
  return {
    lexemes: [...new Lexer().lex(text)],
    tokens: [...new Parser().parse(text)],
    contents: plainly(document.contents),
    errors: document.errors.map(({ code, pos, message }) => [code, pos, message]),
    warnings: document.warnings.map(({ code, pos, message }) => [code, pos, message]),
  };
}

/** All that a node tells, of whatever class it is; the schema is the same for all collections. */
function plainly(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plainly);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key === "schema" ? [] : [[key, plainly(value)]])),
  );
}

it("the plan of 2017 is read alike", () => {
  const plan = join(root, "plan");
  for (const file of readdirSync(plan).filter((name) => name.endsWith(".yaml"))) {
    const text = readFileSync(join(plan, file), "utf8");
    expect(readBy(quick, text)).toEqual(readBy(asItIs, text));
  }
});

it("a damaged plan is read alike", () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
      const text = mutations.reduce<Buffer>((bytes, one) => one(bytes), Buffer.from(PART)).toString();
      expect(readBy(quick, text)).toEqual(readBy(asItIs, text));
    }),
    { seed: 2017, numRuns: 1500 },
  );
});

const PIECES = [
  "- ",
  "? ",
  ": ",
  ":",
  "a",
  "中文",
  "1",
  "\n",
  "  ",
  "[",
  "]",
  "{",
  "}",
  ",",
  " #c",
  "&a ",
  "*a",
  "!t ",
];
const MARKS = [
  "|",
  ">-",
  "'",
  '"',
  "\\",
  "---",
  "...",
  "%YAML 1.2",
  "\t",
  "\r\n",
  "\ufeff",
  "<<",
  "null",
  "-1.5",
  ".inf",
];

it("what is hardly YAML is read alike", () => {
  const text = fc.array(fc.constantFrom(...PIECES, ...MARKS), { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (one) => {
      expect(readBy(quick, one)).toEqual(readBy(asItIs, one));
    }),
    { seed: 2017, numRuns: 5000 },
  );
});

it("documents and tables are written alike by the built program and by the packages as they are", async () => {
  const home = makeHome(48);
  const names = ["report.docx", "report.xlsx", "report.html", "report.md"];
  const parameters = ["report", "--quarter", "2", "--as-of", "2017-07-03"];
  const asked = (place: string): string[] => [...parameters, ...names.flatMap((name) => ["-o", join(place, name)])];
  const places = ["built", "packages"].map((name) => join(home, name));
  for (const place of places) mkdirSync(place);
  const [built = "", packages = ""] = places;
  execFileSync(process.execPath, [join(root, "bin/ipplan.js"), ...asked(built)], {
    cwd: home,
    env: { ...process.env, IPPLAN_CACHE: join(home, "cache"), IPPLAN_LANG: "zh" },
  });
  const { code } = await runIn(home, asked(packages), { env: { IPPLAN_LANG: "zh" } });
  expect(code).toBe(0);
  const bytesOf = (place: string): Buffer[] => names.map((name) => readFileSync(join(place, name)));
  expect(bytesOf(built).map((bytes, index) => bytes.equals(bytesOf(packages)[index] ?? Buffer.alloc(0)))).toEqual(
    names.map(() => true),
  );
  removeHome(home);
});
