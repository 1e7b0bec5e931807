/** Packages that the build patches for speed (scripts/patch-packages.mjs) give the same results as the originals. */
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
const { patchPackage } = (await import(join(root, "scripts/patch-packages.mjs"))) as {
  patchPackage: (name: string, code: string) => string;
};
const folder = mkdtempSync(join(tmpdir(), "ipplan-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const asItIs = await yamlIn("as it is", (_, code) => code);
const quick = await yamlIn("quick", patchPackage);

/** A copy of yaml's browser build, which is the one that is bundled, with each file changed. */
async function yamlIn(name: string, change: (name: string, code: string) => string): Promise<typeof Yaml> {
  const place = join(folder, name);
  cpSync(join(root, "node_modules/yaml/browser"), place, { recursive: true });
  for (const file of readdirSync(place, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".js"))) {
    const path = join(place, file);
    writeFileSync(path, change(`yaml/browser/${file.replaceAll("\\", "/")}`, readFileSync(path, "utf8")));
  }
  return (await import(pathToFileURL(join(place, "dist/index.js")).href)) as typeof Yaml;
}

/** Everything that yaml makes of the text: lexemes, tokens, nodes, errors and warnings. */
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

/** The node's properties as plain objects, without its class and its schema, which is the same for all collections. */
function plainly(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plainly);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key === "schema" ? [] : [[key, plainly(value)]])),
  );
}

it("the 2017 plan is read in the same way", () => {
  const plan = join(root, "plan");
  for (const file of readdirSync(plan).filter((name) => name.endsWith(".yaml"))) {
    const text = readFileSync(join(plan, file), "utf8");
    expect(readBy(quick, text)).toEqual(readBy(asItIs, text));
  }
});

it("damaged plans are read in the same way", () => {
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
  ...["null", "~", "true", "FALSE", "text", "no"],
  ...["-1.5", "+2", "1e3", "0o7", "0xF", ".inf", ".NaN"],
];

it("random pieces of YAML syntax are read in the same way", () => {
  const text = fc.array(fc.constantFrom(...PIECES, ...MARKS), { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (one) => {
      expect(readBy(quick, one)).toEqual(readBy(asItIs, one));
    }),
    { seed: 2017, numRuns: 5000 },
  );
});

it("documents and tables are the same from the built program and from the original packages", async () => {
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
