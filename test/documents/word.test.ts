/** The Word document of examples/ in LibreOffice's layout. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { documentOf, exampleView } from "../support/example-report.ts";
import { convert, pageSizes, pagesOf, squeeze, toPictures } from "./machine.ts";

let pdf = "";
let pages: readonly string[] = [];

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "ipplan-word-"));
  pdf = convert(join(import.meta.dirname, "../../examples/2017-Q2.docx"), "pdf", folder);
  pages = pagesOf(pdf);
  toPictures(pdf, "word");
});

describe("the Word document", () => {
  it("is A4 portrait, and landscape from the annex on", () => {
    const sizes = pageSizes(pdf).map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`);
    const annex = pages.findIndex((text) => text.includes("附件：任务进展一览表"));
    expect(annex).toBeGreaterThan(3);
    expect(new Set(sizes.slice(0, annex))).toEqual(new Set(["210 × 297"]));
    expect(new Set(sizes.slice(annex))).toEqual(new Set(["297 × 210"]));
  });

  it("numbers every page", () => {
    for (const [index, text] of pages.entries()) expect(text).toContain(`—${index + 1}—`);
  });

  it("repeats the header of the long table on each of its pages", () => {
    const annex = pages.findIndex((text) => text.includes("附件：任务进展一览表"));
    for (const text of pages.slice(annex)) expect(text.slice(0, 80)).toContain("编号任务节点内容");
  });

  it("has every heading and paragraph of the bulletin", () => {
    const whole = pages.map((text) => text.replace(/—\d+—/, "")).join("");
    const { sections } = documentOf(exampleView());
    for (const { heading, blocks } of sections) {
      expect(whole).toContain(squeeze(heading));
      for (const block of blocks) {
        if (block.kind === "paragraph") expect(whole).toContain(squeeze(block.text));
      }
    }
  });

  it("has the signature on one page", () => {
    expect(pages.filter((text) => text.includes("某市知识产权局办公室2017年6月30日"))).toHaveLength(1);
  });

  it("has no heading at the bottom of a page", () => {
    const { sections } = documentOf(exampleView());
    for (const { heading } of sections) {
      const page = pages.find((text) => text.includes(squeeze(heading))) ?? "";
      expect(page.replace(/—\d+—/, "").endsWith(squeeze(heading)), heading).toBe(false);
    }
  });
});
