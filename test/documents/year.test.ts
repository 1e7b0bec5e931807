/** The year chart (SVG) of examples/ in a real browser: real fonts keep all text in place, and it prints on one page. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewGantt } from "../../src/core/views/gantt.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { renderGanttSvg } from "../../src/reporters/gantt-svg/render.ts";
import { COLUMNS, TIME } from "../../src/reporters/gantt-svg/drawing.ts";
import { ask2017 } from "../support/plan-2017.ts";
import { poisonInquiry } from "../support/poison-plan.ts";
import { PICTURES, openBrowser, pageSizes, pagesOf, squeeze } from "./machine.ts";

const FILE = join(import.meta.dirname, "../../examples/2017.svg");
const ZH = readFileSync(FILE, "utf8");
const EN = renderGanttSvg(viewGantt(ask2017("2017-07-03")), catalogueOf("en"), false);
const POISON = renderGanttSvg(viewGantt(poisonInquiry()), catalogueOf("zh"), false);

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => browser.close());

/** Puts the chart into an HTML page, because the browser cannot take screenshots of a bare SVG. */
async function show(svg: string, width: number, scheme: "light" | "dark"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const drawing = svg.replace(/^<\?xml[^>]*>/, "");
  await page.setContent(`<!doctype html><title>x</title><body style="margin:0">${drawing}</body>`);
  return page;
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly inRow: boolean;
}

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
}

async function boxesOf(page: Page): Promise<Drawn> {
  return page.evaluate<Drawn>(`(() => {
    const svg = document.querySelector("svg");
    const boxes = [...svg.querySelectorAll("text")].map((one) => {
      const { x, y, width, height } = one.getBBox();
      return { text: one.textContent, left: x, right: x + width, top: y, bottom: y + height, inRow: one.getAttribute("font-size") === "12" };
    });
    return { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height, boxes };
  })()`);
}

describe.each([
  ["zh", ZH, 1280, "light"],
  ["zh", ZH, 768, "dark"],
  ["en", EN, 360, "light"],
  ["en", EN, 1280, "dark"],
  ["poison", POISON, 1280, "light"],
] as const)("the year chart, %s", (name, svg, width, scheme) => {
  it(`keeps every text inside the canvas and its column (${width}, ${scheme})`, async () => {
    const page = await show(svg, width, scheme);
    const { width: right, height: bottom, boxes } = await boxesOf(page);
    expect(boxes.length).toBeGreaterThan(100);
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(0);
      expect(box.right, box.text).toBeLessThanOrEqual(right);
      expect(box.bottom, box.text).toBeLessThanOrEqual(bottom);
    }
    const columns = Object.values(COLUMNS);
    const inRows = boxes.filter(({ inRow }) => inRow);
    for (const box of inRows) {
      const own = columns.find(({ left }) => Math.abs(left - box.left) < 2);
      if (own !== undefined) expect(box.right, box.text).toBeLessThanOrEqual(own.right + 4);
      else expect(box.left, box.text).toBeLessThan(TIME.left);
    }
    await page.locator("svg").screenshot({ path: join(PICTURES, `year-${name}-${width}-${scheme}.png`) });
    await page.context().close();
  });
});

it("has a dark background in the dark scheme", async () => {
  const paper = async (scheme: "light" | "dark"): Promise<unknown> => {
    const page = await show(ZH, 1280, scheme);
    const colour = await page.evaluate(`getComputedStyle(document.querySelector(".g-paper")).fill`);
    await page.context().close();
    return colour;
  };
  expect(await paper("light")).toBe("rgb(255, 255, 255)");
  expect(await paper("dark")).toBe("rgb(18, 22, 27)");
});

it("takes several pages if one would be too small to read", async () => {
  const path = join(PICTURES, "tall.svg");
  writeFileSync(path, POISON);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  const pdf = join(PICTURES, "tall.pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  expect(pageSizes(pdf).length).toBeGreaterThan(4);
  await page.close();
});

it("requests nothing, runs nothing, and prints on one A4 landscape page", async () => {
  const page = await browser.newPage();
  const happened: string[] = [];
  page.on("request", (request) => happened.push(request.url()));
  page.on("console", (message) => happened.push(message.text()));
  page.on("pageerror", (error) => happened.push(error.message));
  const url = pathToFileURL(FILE).href;
  await page.goto(url);
  expect(happened).toEqual([url]);
  const path = join(PICTURES, "year.pdf");
  await page.pdf({ path, preferCSSPageSize: true });
  expect(pageSizes(path).map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`)).toEqual([
    "297 × 210",
  ]);
  const [text = ""] = pagesOf(path);
  for (const said of [
    "2017年知识产权工作计划（示例，内容为虚构）：全年一览",
    "实施知识产权海外维权工程",
    "原时限，虚线连到延期后的时限",
  ]) {
    expect(text).toContain(squeeze(said));
  }
  await page.close();
});
