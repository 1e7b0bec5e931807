/** A plan and a journal in which every text is a payload, in every format of the bulletin. */
import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { validateXML } from "xmllint-wasm";
import { catalogueOf } from "../../support/catalogues.ts";
import { type ReportFormat, renderReport } from "../../../src/reporters/report/formats.ts";
import { SCRIPT, SCRIPT_HASH } from "../../../src/reporters/report/html-script.ts";
import { exampleView } from "../../support/example-report.ts";
import { poisonView } from "../../support/poison-plan.ts";
import { cellsOf } from "../payloads.ts";

const view = poisonView();
const request = { catalogue: catalogueOf("zh"), isForecast: false };

async function text(format: ReportFormat): Promise<string> {
  const content = await renderReport(view, format, request);
  return typeof content === "string" ? content : Buffer.from(content).toString("latin1");
}

async function parts(from = view): Promise<Record<string, Uint8Array>> {
  const content = await renderReport(from, "docx", request);
  return unzipSync(typeof content === "string" ? new Uint8Array() : content);
}

/** C0 except line ends, C1, bidirectional marks, tags, lone surrogates. */
const HIDDEN =
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|\p{Cs}/u;

afterEach(() => {
  vi.useRealTimers();
});

describe("the page", () => {
  it("has one script, whose hash is in its policy, and fetches nothing", async () => {
    const page = await text("html");
    expect(SCRIPT_HASH).toBe(`sha256-${createHash("sha256").update(SCRIPT).digest("base64")}`);
    expect(page).toContain(`<script>${SCRIPT}</script>`);
    expect(page).toContain(`script-src '${SCRIPT_HASH}'`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<(?:img|link|iframe|object|embed|base|form|video|audio)\b/i);
    const rest = page.replace(SCRIPT, "").replace(/<style>.*?<\/style>/s, "");
    expect(rest).not.toMatch(/<[^>]*\s(?:on\w+|src|style|action)=/i);
    expect([...rest.matchAll(/href="([^"]*)"/g)].every(([, target = ""]) => target.startsWith("#"))).toBe(true);
  });

  it("has only its own elements, and no hidden character", async () => {
    const page = await text("html");
    const known =
      "html head meta title style body header h1 p span nav ul li a main section h2 h3 ol div label input select option output " +
      "table caption colgroup col thead tr th tbody td br figure figcaption svg rect script";
    const names = new Set([...page.replace(SCRIPT, "").matchAll(/<([a-z][\w-]*)/gi)].map(([, name = ""]) => name));
    expect([...names].filter((name) => !known.split(" ").includes(name))).toEqual([]);
    expect(page).not.toMatch(HIDDEN);
  });
});

describe("Markdown", () => {
  it("has table rows with as many cells as headings, and no hidden character", async () => {
    const lines = (await text("md")).split("\n");
    let width = 0;
    for (const [index, line] of lines.entries()) {
      if (!line.startsWith("| ")) continue;
      if (!(lines[index - 1] ?? "").startsWith("| ")) width = cellsOf(line).length;
      expect(cellsOf(line), line).toHaveLength(width);
    }
    expect(lines.join("\n")).not.toMatch(HIDDEN);
  });

  it("lets no text become a heading, a list, a tag or a link", async () => {
    const written = await text("md");
    expect(
      written
        .split("\n")
        .filter((line) => /^(?:[-+*>]|#{1,6} (?!2017|[一二三四五六七八九十]|附件|（|\\|=|&))/.test(line)),
    ).toEqual([]);
    expect(written.replaceAll("<br>", "")).not.toMatch(/<|(?<!\\)\]\(/);
  });
});

describe("CSV", () => {
  it("has a row for each milestone, and no cell that a spreadsheet would run", async () => {
    const rows: string[][] = parse((await text("csv")).replace(/^\ufeff/, ""), { relaxQuotes: false });
    expect(rows).toHaveLength(1 + view.tasks.flatMap(({ milestones }) => milestones).length);
    expect(rows.flat().filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell) && !cell.startsWith("'"))).toEqual([]);
  });
});

describe("the Word document", () => {
  it("has well-formed parts, without links and hidden characters", async () => {
    const files = Object.entries(await parts()).filter(([name]) => /\.(?:xml|rels)$/.test(name));
    expect(files.length).toBeGreaterThan(8);
    const xml = files.map(([fileName, bytes]) => ({ fileName, contents: strFromU8(bytes) }));
    const { errors } = await validateXML({ xml, normalization: "format", maxMemoryPages: 16_384 });
    expect(errors.map(({ message }) => message)).toEqual([]);
    for (const { fileName, contents } of xml) {
      expect(contents.replaceAll("\t", ""), fileName).not.toMatch(HIDDEN);
      expect(contents, fileName).not.toMatch(/w:hyperlink|TargetMode="External"|<w:instrText[^>]*>(?!PAGE)/);
    }
  });

  it("has the same bytes whenever and wherever it is made", async () => {
    const example = exampleView();
    const made = async (time: string): Promise<string> => {
      vi.useFakeTimers({ now: Date.parse(time), toFake: ["Date"] });
      const content = await renderReport(example, "docx", request);
      return createHash("sha256").update(content).digest("hex");
    };
    expect(await made("2030-01-01T00:00:00Z")).toBe(await made("2017-07-03T12:34:56Z"));
  });

  it("is dated with its as-of day", async () => {
    const core = strFromU8((await parts(exampleView()))["docProps/core.xml"] ?? new Uint8Array());
    expect([...core.matchAll(/\d{4}-\d\d-\d\dT[^<]*/g)].map(([time]) => time)).toEqual([
      "2017-06-30T00:00:00Z",
      "2017-06-30T00:00:00Z",
    ]);
  });
});
