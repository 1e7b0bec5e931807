/** A page in which every text is an injection payload, in a real browser: nothing runs, is fetched or becomes an element. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderHtmlReport } from "../../src/reporters/report/html.ts";
import { documentOf } from "../support/example-report.ts";
import { poisonView } from "../support/poison-plan.ts";
import { PICTURES, openBrowser } from "./machine.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => browser.close());

it("shows payloads as text", async () => {
  const path = join(PICTURES, "poison.html");
  const document = documentOf(poisonView());
  writeFileSync(path, renderHtmlReport(document));
  const page = await browser.newPage();
  const happened: string[] = [];
  page.on("request", (request) => happened.push(request.url()));
  page.on("dialog", (dialog) => happened.push(dialog.message()));
  page.on("console", (message) => happened.push(message.text()));
  page.on("pageerror", (error) => happened.push(error.message));
  const url = pathToFileURL(path).href;
  await page.goto(url);
  expect(happened).toEqual([url]);
  expect(await page.locator("script").count()).toBe(1);
  expect(await page.locator("b, img, iframe, a:not(nav a), [onerror], [onclick]").count()).toBe(0);
  const register = document.sections.at(-1)?.blocks[0];
  const texts = register?.kind === "table" ? register.rows.map((cells) => cells[2]?.text ?? "") : [];
  const shown = await page.locator("table.register tbody tr td:nth-child(3)").allInnerTexts();
  expect(shown).toHaveLength(texts.length);
  // The payload itself can be read.
  expect(shown.some((text) => text.includes("<script>alert(1)</script>"))).toBe(true);
});
