import Table from "cli-table3";
import displayWidth from "fast-string-width";
import { expect, it } from "vitest";

/** The width that cli-table3 gives a column with the text. */
function columnWidth(text: string): number {
  const table = new Table({ style: { "padding-left": 0, "padding-right": 0, head: [], border: [] } });
  table.push([text]);
  const [top = ""] = table.toString().split("\n");
  return top.length - 2;
}

// string-width 4, which cli-table3 requires, measures the last two differently: they show which measure is in use.
it.each([
  ["完成“”", 6],
  ["▯🏳️‍🌈👨‍👩‍👧", 5],
  ["🫡", 2],
  ["น้ำ", 2],
])("tables measure %s as the rest of the program does", (text, width) => {
  expect(displayWidth(text)).toBe(width);
  expect(columnWidth(text)).toBe(width);
});
