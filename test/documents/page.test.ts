/** The HTML bulletin of examples/ in a real browser: three widths, both colour schemes, print, and the use of its table. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PICTURES, openBrowser, pageSizes, pagesOf } from "./machine.ts";

const PAGE = join(import.meta.dirname, "../../examples/2017-Q2.html");
const URL_OF_PAGE = pathToFileURL(PAGE).href;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => browser.close());

interface Opened {
  readonly page: Page;
  /** The URLs that were requested. */
  readonly requests: string[];
  /** Console messages and page errors. */
  readonly complaints: string[];
}

async function open(width: number, scheme: "light" | "dark" = "light", javaScriptEnabled = true): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(URL_OF_PAGE);
  return { page, requests, complaints };
}

const WIDTHS = [
  [390, "light"],
  [820, "dark"],
  [1280, "light"],
] as const;

describe.each(WIDTHS)("the page, %i pixels wide, %s", (width, scheme) => {
  it("requests nothing but itself, and its content security policy blocks none of its own parts", async () => {
    const { page, requests, complaints } = await open(width, scheme);
    expect(requests).toEqual([URL_OF_PAGE]);
    expect(complaints).toEqual([]);
    const picture = join(PICTURES, `page-${width}-${scheme}.png`);
    await page.screenshot({ path: picture, fullPage: true });
    expect(statSync(picture).size).toBeGreaterThan(20_000);
    await page.context().close();
  });

  it("needs no horizontal scrolling", async () => {
    const { page } = await open(width, scheme);
    const size = await page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
    const [inner, outer] = size as [number, number];
    expect(inner).toBeLessThanOrEqual(outer);
    await page.context().close();
  });

  it("passes the accessibility checks of axe", async () => {
    const { page } = await open(width, scheme);
    // In an isolated world the page's content security policy does not apply to the test's script.
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send("Page.getFrameTree");
    const world = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "axe" });
    const run = async (expression: string): Promise<unknown> => {
      const { result } = await session.send("Runtime.evaluate", {
        expression,
        contextId: world.executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value;
    };
    await run(axe.source);
    const found = await run("axe.run(document).then(({ violations, passes }) => [violations, passes.length])");
    const [violations, passes] = found as [{ id: string; nodes: { html: string }[] }[], number];
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    expect(passes).toBeGreaterThan(15);
    await page.context().close();
  });
});

describe("the long table", () => {
  it("shows only the rows that match the search, and their number", async () => {
    const { page } = await open(1280);
    const rows = page.locator("table.register tbody tr");
    expect(await page.locator("output").textContent()).toBe("显示 80 行，共 80 行");
    await page.getByRole("searchbox").fill("质押融资");
    const shown = await rows.filter({ visible: true }).allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((text) => text.includes("质押融资"))).toBe(true);
    expect(await page.locator("output").textContent()).toBe(`显示 ${shown.length} 行，共 80 行`);
    await page.getByRole("searchbox").fill("");
    await page.getByRole("combobox").selectOption("信息中心");
    expect(await rows.filter({ visible: true }).count()).toBe(3);
    await page.context().close();
  });

  it("can be sorted by id, ascending and descending, from the keyboard", async () => {
    const { page } = await open(1280);
    const first = page.locator("table.register tbody tr").first().locator("td").first();
    const head = page.locator("table.register th").first();
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    expect(await first.textContent()).toBe("1-1");
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    expect(await first.textContent()).toBe("26-3");
    await page.context().close();
  });

  it("is complete without JavaScript, and then has no controls", async () => {
    const { page } = await open(1280, "light", false);
    expect(await page.locator("table.register tbody tr").count()).toBe(80);
    expect(await page.locator("input, select, button").filter({ visible: true }).count()).toBe(0);
    await page.context().close();
  });
});

describe("the page in print", () => {
  it("is A4 portrait, with the long table in landscape and its header on each of its pages", async () => {
    const { page } = await open(1280);
    const path = join(PICTURES, "page-print.pdf");
    await page.pdf({ path, preferCSSPageSize: true });
    const sizes = pageSizes(path).map(({ width, height }) => [Math.round(width), Math.round(height)]);
    const annex = sizes.filter(([width]) => width === 297);
    expect(new Set(sizes.map(String))).toEqual(new Set(["210,297", "297,210"]));
    const pages = pagesOf(path).slice(-annex.length);
    for (const text of pages) expect(text.slice(0, 60)).toContain("编号任务节点内容");
    expect(pagesOf(path).join("")).not.toContain("筛选");
    await page.context().close();
  });

  it("leaves no table header alone at the bottom of a page", async () => {
    const { page } = await open(1280);
    const path = join(PICTURES, "page-heads.pdf");
    for (let lower = 390; lower < 470; lower += 20) {
      await page.evaluate(`document.querySelector("h2").style.marginTop = "${lower}px"`);
      await page.pdf({ path, preferCSSPageSize: true });
      const feet = pagesOf(path).map((text) => text.slice(-40));
      expect(feet.filter((text) => /(?:下步措施|到期完成率|结论|批准)$/.test(text))).toEqual([]);
    }
    await page.context().close();
  });
});
