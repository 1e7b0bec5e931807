/** The measures of GB/T 9704-2012, read from the finished document in its own units (1 mm = 1440 / 25.4 twips). */
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogueOf } from "../../support/catalogues.ts";
import { renderReport } from "../../../src/reporters/report/formats.ts";
import { exampleView } from "../../support/example-report.ts";

let parts: Record<string, string> = {};

async function partsOf(view: ReturnType<typeof exampleView>): Promise<Record<string, string>> {
  const request = { catalogue: catalogueOf("zh"), isForecast: false };
  const content = await renderReport(view, "docx", request);
  const files = unzipSync(typeof content === "string" ? new Uint8Array() : content);
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

beforeAll(async () => {
  parts = await partsOf(exampleView());
});

const part = (name: string): string => parts[`word/${name}.xml`] ?? "";

/** An attribute of the first element of that name, as a number. */
function measure(xml: string, element: string, attribute: string): number {
  const [tag = ""] = new RegExp(`<w:${element} [^>]*>`).exec(xml) ?? [];
  return Number(new RegExp(`w:${attribute}="(-?\\d+)"`).exec(tag)?.[1]);
}

const millimetres = (twips: number): number => (twips * 25.4) / 1440;

describe("the Word document", () => {
  it("is A4 with margins of 37 mm above and 28 mm on the left", () => {
    const word = part("document");
    expect(millimetres(measure(word, "pgSz", "w"))).toBeCloseTo(210, 1);
    expect(millimetres(measure(word, "pgSz", "h"))).toBeCloseTo(297, 1);
    expect(millimetres(measure(word, "pgMar", "top"))).toBeCloseTo(37, 1);
    expect(millimetres(measure(word, "pgMar", "left"))).toBeCloseTo(28, 1);
  });

  it("has a text area of 156 by 225 mm", () => {
    const word = part("document");
    const margin = (side: string): number => millimetres(measure(word, "pgMar", side));
    expect(210 - margin("left") - margin("right")).toBeCloseTo(156, 1);
    expect(297 - margin("top") - margin("bottom")).toBeCloseTo(225, 1);
  });

  it("has 22 lines of 28 characters of 16 points", () => {
    const pitch = measure(part("document"), "docGrid", "linePitch");
    expect(Math.floor((225 * 1440) / 25.4 / pitch)).toBe(22);
    const [, line] = /<w:pPrDefault>.*?<w:spacing [^>]*w:line="(\d+)"/s.exec(part("styles")) ?? [];
    expect(Number(line)).toBe(pitch);
    const size = measure(part("styles"), "sz", "val") / 2;
    expect(size).toBe(16);
    const [, closer] = /<w:rPrDefault>.*?<w:spacing w:val="(-?\d+)"/s.exec(part("styles")) ?? [];
    const width = size + Number(closer) / 20;
    expect(Math.floor(((156 / 25.4) * 72) / width)).toBe(28);
  });

  it("has a title of 22 points, headings in 黑体 and 楷体, text in 仿宋", () => {
    const style = (id: string): string =>
      new RegExp(`w:styleId="${id}".*?</w:style>`, "s").exec(part("styles"))?.[0] ?? "";
    expect(style("Title")).toContain('w:eastAsia="方正小标宋简体"');
    expect(measure(style("Title"), "sz", "val")).toBe(44);
    expect(style("Heading1")).toContain('w:eastAsia="黑体"');
    expect(style("Heading2")).toContain('w:eastAsia="楷体_GB2312"');
    expect(part("styles")).toMatch(/<w:rPrDefault>.*?w:eastAsia="仿宋_GB2312".*?<\/w:rPrDefault>/s);
    expect(part("fontTable")).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong');
  });

  it("takes any font that the plan names, without alternatives if none are known", async () => {
    const view = exampleView();
    const { template } = view;
    const own = await partsOf({
      ...view,
      template: { ...template, fonts: { ...template.fonts, title: "constructor" } },
    });
    expect(own["word/fontTable.xml"]).toContain('<w:font w:name="constructor"');
    expect(own["word/fontTable.xml"]).not.toContain("native code");
  });

  it("numbers its pages in 14 points outside, 7 mm below the text", () => {
    const footers = Object.keys(parts).filter((name) => /footer\d+\.xml$/.test(name));
    const sides = footers.map((name) => /<w:jc w:val="(\w+)"/.exec(parts[name] ?? "")?.[1]);
    expect(new Set(sides)).toEqual(new Set(["left", "right"]));
    for (const name of footers) {
      expect(measure(parts[name] ?? "", "sz", "val")).toBe(28);
      expect(parts[name]).toContain("PAGE");
    }
    expect(part("settings")).toContain("<w:evenAndOddHeaders");
    // The number is 14 points (about 5 mm) high, and ends this far above the paper's edge.
    expect(millimetres(measure(part("document"), "pgMar", "footer"))).toBeCloseTo(35 - 7 - 5, 0);
  });

  it("has headings 一、 and （一） in their fonts at 16 points, list items 1., and paragraphs indented by two characters", () => {
    const word = part("document");
    const paragraphs = [...word.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = ""]) => inner);
    const textOf = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join("");
    const styled = (id: string): string[] =>
      paragraphs.filter((xml) => xml.includes(`<w:pStyle w:val="${id}"/>`)).map(textOf);
    const first = styled("Heading1");
    expect(first.slice(0, 2)).toEqual(["一、总体情况", "二、完成情况"]);
    expect(first.filter((text) => !/^(?:[一二三四五六七八九十]+、|附件：)/.test(text))).toEqual([]);
    expect(styled("Heading2").filter((text) => !/^（[一二三四五六七八九十]+）/.test(text))).toEqual([]);
    const style = (id: string): string =>
      new RegExp(`w:styleId="${id}".*?</w:style>`, "s").exec(part("styles"))?.[0] ?? "";
    for (const id of ["Heading1", "Heading2"]) {
      expect(measure(style(id), "sz", "val")).toBe(32);
      expect(measure(style(id), "ind", "firstLineChars")).toBe(200);
    }
    const body = paragraphs.find((xml) => textOf(xml).startsWith("现将")) ?? "";
    expect(measure(body, "ind", "firstLineChars")).toBe(200);
  });

  it("turns the paper for the annex and keeps the text area", () => {
    const sections = part("document").match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    expect(sections).toHaveLength(2);
    const annex = sections[1] ?? "";
    expect(annex).toContain('w:orient="landscape"');
    const margin = (side: string): number => millimetres(measure(annex, "pgMar", side));
    expect(millimetres(measure(annex, "pgSz", "w")) - margin("left") - margin("right")).toBeCloseTo(225, 0);
    expect(millimetres(measure(annex, "pgSz", "h")) - margin("top") - margin("bottom")).toBeCloseTo(156, 0);
  });

  it("numbers pages between dashes, one character from the edge", () => {
    for (const name of Object.keys(parts).filter((key) => /footer\d+\.xml$/.test(key))) {
      const footer = parts[name] ?? "";
      expect(footer).toMatch(/>— <\/w:t>.*PAGE.*> —<\/w:t>/s);
      // An em of 14 points.
      expect(/<w:ind w:(?:left|right)="(\d+)"/.exec(footer)?.[1]).toBe("280");
    }
  });

  it("writes days with a plain hyphen, so that searching finds them, in columns wide enough", () => {
    const word = part("document");
    expect(word).not.toMatch(/noBreakHyphen|\u2011|\u2060/);
    const cells = [...word.matchAll(/<w:tc>.*?<w:tcW [^>]*w:w="(\d+)".*?<\/w:tc>/gs)];
    const days = cells.filter(([cell]) => /<w:t[^>]*>\d\d-\d\d<\/w:t>/.test(cell));
    expect(days.length).toBeGreaterThan(100);
    // Four digits and a hyphen take two and a half ems in any font, of at most 10.5 points each, plus the cell's
    // margins.
    for (const [, width] of days) expect(Number(width)).toBeGreaterThanOrEqual(2.5 * 210 + 140);
  });

  it("formats cells only by four styles, in 10.5 and 9 points, with headings and totals in 黑体", () => {
    const style = (id: string): string =>
      new RegExp(`w:styleId="${id}".*?</w:style>`, "s").exec(part("styles"))?.[0] ?? "";
    for (const [id, size, font] of [
      ["TableCell", 21, "仿宋_GB2312"],
      ["TableHeading", 21, "黑体"],
      ["RegisterCell", 18, "仿宋_GB2312"],
      ["RegisterHeading", 18, "黑体"],
    ] as const) {
      expect(measure(style(id), "sz", "val")).toBe(size);
      expect(style(id)).toContain(`w:eastAsia="${font}"`);
    }
    const cells = [...part("document").matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell);
    const styles = cells
      .flatMap((cell) => [...cell.matchAll(/<w:p>.*?<\/w:p>/gs)])
      .map(([paragraph]) => {
        expect(paragraph).not.toContain("<w:rPr>");
        return /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1];
      });
    expect(new Set(styles)).toEqual(new Set(["TableCell", "TableHeading", "RegisterCell", "RegisterHeading"]));
  });

  it("takes other fonts from the plan", async () => {
    const view = exampleView();
    const fonts = { ...view.template.fonts, body: "宋体" };
    const request = { catalogue: catalogueOf("zh"), isForecast: false };
    const content = await renderReport({ ...view, template: { ...view.template, fonts } }, "docx", request);
    const styles = strFromU8(
      unzipSync(typeof content === "string" ? new Uint8Array() : content)["word/styles.xml"] ?? new Uint8Array(),
    );
    expect(styles).toMatch(/<w:rPrDefault>.*?w:eastAsia="宋体"/s);
  });
});
