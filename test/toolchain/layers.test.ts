/** The layer rules of .oxlintrc.json work: the real oxlint checks files that break them, laid out as in src. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

/** For a file in each layer: the beginning of the rule's message, allowed imports and refused imports. */
const ROOMS = {
  "src/core/x.ts": {
    message: "core imports nothing but core",
    allowed: ["./calendar.ts", "./journal/fold.ts"],
    refused: ["node:fs", "yaml", "commander", "../i18n/zh/words.ts", "../storage/plan-files.ts", "../../package.json"],
  },
  "src/core/views/x.ts": {
    message: "core imports nothing but core",
    allowed: ["./status.ts", "../calendar.ts", "../journal/fold.ts"],
    refused: ["node:path", "fast-string-width", "../../reporters/look.ts", "../../cli/io.ts", "../../../package.json"],
  },
  "src/i18n/x.ts": {
    message: "i18n imports i18n and core only",
    allowed: ["./catalogue.ts", "./zh/words.ts", "../core/problem.ts", "../core/journal/record.ts"],
    refused: ["node:fs", "chalk", "../reporters/look.ts", "../storage/plan-files.ts", "../cli/io.ts"],
  },
  "src/i18n/zh/x.ts": {
    message: "i18n imports i18n and core only",
    allowed: ["./words.ts", "../periods.ts", "../en/words.ts", "../../core/calendar.ts"],
    refused: ["node:fs", "chalk", "../../reporters/look.ts", "../../cli/options.ts"],
  },
  "src/reporters/x.ts": {
    message: "reporters import core, i18n, cli-table3 and fast-string-width only",
    allowed: ["./look.ts", "./terminal/status.ts", "../core/views/status.ts", "../i18n/catalogue.ts", "cli-table3"],
    refused: ["node:fs", "chalk", "yaml", "cli-table3/src/cell.js", "../storage/plan-files.ts", "../cli/look.ts"],
  },
  "src/reporters/report/docx-x.ts": {
    message: "the Word document imports core, i18n and docx only",
    allowed: ["./document.ts", "../zip.ts", "../../core/views/report.ts", "../../i18n/catalogue.ts", "docx"],
    refused: ["node:fs", "chalk", "cli-table3", "fflate", "../../storage/plan-files.ts", "../../cli/look.ts"],
  },
  "src/reporters/workbook/x.ts": {
    message: "workbooks import core, i18n and write-excel-file only",
    allowed: ["./cell-text.ts", "../zip.ts", "../../core/calendar.ts", "write-excel-file/universal"],
    refused: ["node:fs", "fflate", "docx", "write-excel-file/node", "../../storage/plan-files.ts"],
  },
  "src/reporters/zip.ts": {
    message: "what packs archives imports core and fflate only",
    allowed: ["./look.ts", "../core/calendar.ts", "fflate"],
    refused: ["node:fs", "docx", "../storage/plan-files.ts"],
  },
  "src/reporters/terminal/x.ts": {
    message: "reporters import core, i18n, cli-table3 and fast-string-width only",
    allowed: [
      "./status.ts",
      "../look.ts",
      "../../core/views/status.ts",
      "../../i18n/catalogue.ts",
      "fast-string-width",
    ],
    refused: ["node:os", "chalk", "../../storage/plan-files.ts", "../../cli/look.ts"],
  },
  "src/storage/x.ts": {
    message: "storage imports core, yaml",
    allowed: [
      "./journal-line.ts",
      "../core/journal/record.ts",
      "yaml",
      "node:fs",
      "node:crypto",
      "node:path",
      "node:buffer",
    ],
    refused: ["node:fs/promises", "node:child_process", "ajv/dist/core.js", "../i18n/catalogue.ts", "../cli/io.ts"],
  },
  "src/storage/workbook-file.ts": {
    message: "the reader of workbooks imports core, read-excel-file and fflate only",
    allowed: ["./grids.ts", "../core/calendar.ts", "read-excel-file/universal", "fflate"],
    refused: ["node:fs", "yaml", "read-excel-file/node", "../cli/io.ts"],
  },
  "src/start/x.ts": {
    message: "start imports itself, node: modules, the cache's folder and bytes, and types of cli",
    allowed: [
      "./loader.ts",
      "../cli/io.ts",
      "../cli/world.ts",
      "../storage/compiled/bytes.ts",
      "../storage/compiled/cache-folder.ts",
      "node:vm",
    ],
    refused: ["yaml", "../cli/main.ts", "../core/text.ts", "../storage/compiled/container.ts"],
  },
  "src/cli/x.ts": {
    message: "cli imports every room, commander, chalk and node: modules",
    allowed: [
      "./io.ts",
      "../core/plan.ts",
      "../i18n/zh/usage.ts",
      "../storage/plan-files.ts",
      "commander",
      "chalk",
      "node:fs",
    ],
    refused: ["yaml", "ajv", "cli-table3", "vitest", "../../package.json"],
  },
  "src/cli/commands/x.ts": {
    message: "cli imports every room, commander, chalk and node: modules",
    allowed: [
      "./answer.ts",
      "../io.ts",
      "../../core/plan.ts",
      "../../reporters/json.ts",
      "commander",
      "chalk",
      "node:path",
    ],
    refused: ["yaml", "../../../package.json"],
  },
} as const;

/** Other forms of import that the rule must recognise, and the file in which each is tried. */
const DISGUISES = [
  ["a type", "src/core/a.ts", `import type { Io } from "../cli/io.ts";`, "core imports nothing but core"],
  ["a re-export", "src/core/b.ts", `export { main } from "../cli/main.ts";`, "core imports nothing but core"],
  ["import()", "src/core/c.ts", `export const later = import("../cli/main.ts");`, "core imports nothing but core"],
  ["an import for its effect", "src/core/d.ts", `import "../storage/plan-files.ts";`, "core imports nothing but core"],
  ["a winding path", "src/reporters/e.ts", `import "../core/../storage/plan-files.ts";`, "Write the path plainly"],
  ["a path from here", "src/reporters/f.ts", `import "./../storage/plan-files.ts";`, "Write the path plainly"],
  ["ajv's value", "src/storage/g.ts", `import { Ajv } from "ajv";`, "storage imports the types of ajv only"],
  ["the process module", "src/cli/h.ts", `import { exit } from "node:process";`, "Use the global"],
] as const;

/** Code that uses the environment without `Io`, and the rule that refuses it. */
const SHORTCUTS = [
  ["the clock", "src/core/k.ts", `export const k = Date.now();`, "eslint(no-restricted-globals)"],
  ["the other clock", "src/cli/l.ts", `export const l = performance.now();`, "eslint(no-restricted-globals)"],
  [
    "a Date as a type",
    "src/reporters/m.ts",
    `export const m = (day: Date): Date => day;`,
    "typescript(no-restricted-types)",
  ],
  ["the process", "src/reporters/n.ts", `export const n = process.env;`, "eslint(no-restricted-globals)"],
  [
    "the process by globalThis",
    "src/core/o.ts",
    `export const o = globalThis.process;`,
    "eslint(no-restricted-globals)",
  ],
  [
    "more than the platform",
    "src/storage/journal-folder.ts",
    `export const p = process.env;`,
    "eslint(no-restricted-properties)",
  ],
  ["the environment in cli", "src/cli/s.ts", `export const s = process.env;`, "eslint(no-restricted-globals)"],
  ["an exit", "src/cli/q.ts", `process.exit(1);`, "eslint(no-restricted-properties)"],
  ["chance", "src/core/r.ts", `export const r = Math.random();`, "eslint(no-restricted-properties)"],
] as const;

interface Finding {
  readonly code: string;
  readonly help: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

const folder = mkdtempSync(join(tmpdir(), "ipplan-layers-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, lines: readonly string[]): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${lines.join("\n")}\n`);
}

/** The findings of oxlint in the folder, with the repository's configuration. */
function lint(): readonly Finding[] {
  copyFileSync(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "--format", "json", "src"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] };
  return diagnostics.map((finding) => ({ ...finding, filename: finding.filename.replaceAll("\\", "/") }));
}

describe("the layer rules", () => {
  for (const [file, { allowed, refused }] of Object.entries(ROOMS)) {
    write(
      file,
      [...refused, ...allowed].map((specifier, index) => `export * as x${index} from "${specifier}";`),
    );
  }
  for (const [, file, line] of DISGUISES) write(file, [line]);
  write("src/storage/y.ts", [`import type { ErrorObject } from "ajv";`]);
  for (const [, file, line] of SHORTCUTS) write(file, [line]);
  write("src/core/calendar.ts", ["export const today = (instant: number): string => new Date(instant).toISOString();"]);
  write("src/storage/journal-folder.ts", ["export const p = process.env;", "export const q = process.platform;"]);
  const findings = lint();
  /** `src/core/x.ts:3 message` for every refused import. */
  const found = findings
    .filter(({ code }) => code === "eslint(no-restricted-imports)")
    .map(({ filename, labels, help }) => `${filename}:${labels[0]?.span.line} ${help}`);

  describe.each(Object.entries(ROOMS))("in %s", (file, { message, allowed, refused }) => {
    it.each(refused.map((specifier, index) => [specifier, index + 1] as const))("refuses %s", (_specifier, line) => {
      expect(found.filter((text) => text.startsWith(`${file}:${line} `))).toEqual([expect.stringContaining(message)]);
    });

    it.each(allowed.map((specifier, index) => [specifier, refused.length + index + 1] as const))(
      "allows %s",
      (_specifier, line) => {
        expect(found.filter((text) => text.startsWith(`${file}:${line} `))).toEqual([]);
      },
    );
  });

  it.each(DISGUISES)("recognise %s", (_what, file, _line, message) => {
    expect(found.filter((text) => text.startsWith(`${file}:`))).toEqual([expect.stringContaining(message)]);
  });

  it("allow the types of ajv in storage", () => {
    expect(found.filter((text) => text.startsWith("src/storage/y.ts:"))).toEqual([]);
  });

  it.each(SHORTCUTS)("refuse %s", (_what, file, _line, rule) => {
    const here = findings.filter(({ filename, labels }) => filename === file && labels[0]?.span.line === 1);
    expect(here.map(({ code }) => code)).toContain(rule);
  });

  it("allow Date in core/calendar.ts and the platform in storage/journal-folder.ts", () => {
    const innocent = findings.filter(
      ({ filename, labels }) => filename === "src/core/calendar.ts" || labels[0]?.span.line === 2,
    );
    expect(
      innocent.filter(({ code }) => code.includes("no-restricted-globals") || code.includes("properties")),
    ).toEqual([]);
  });

  it("are tested for every layer of src", () => {
    const rooms = Object.keys(ROOMS).map((file) => file.split("/")[1] ?? "");
    expect([...new Set(rooms)].toSorted()).toEqual(readdirSync(join(ROOT, "src")).toSorted());
  });
});
