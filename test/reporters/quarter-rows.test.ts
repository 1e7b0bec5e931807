/**
 * The line of the as-of day in the screen of the year: everything left of it has fallen due, everything right of it has
 * not.
 */
import { describe, expect, it } from "vitest";
import { viewGantt } from "../../src/core/views/gantt.ts";
import { asOfLine } from "../../src/reporters/terminal/quarter-rows.ts";
import { day, inquiry, milestone, plan, task } from "../support/builders.ts";

/** A task with two due days in the second quarter, and one with a single due day. */
const PLAN = plan([
  task("1", [
    milestone({ id: "1-1", window: "2017-04-01..2017-05-15" }),
    milestone({ id: "1-2", window: "2017-04-01..2017-06-30" }),
  ]),
  task("2", [milestone({ id: "2-1", window: "2017-04-01..2017-06-30" })]),
]);

describe("today's line", () => {
  it.each([
    ["2016-12-31", 1, 0],
    ["2017-05-14", 2, 0],
    ["2017-05-15", 2, 1],
    ["2017-06-30", 2, 2],
    ["2017-07-01", 3, 0],
    ["2018-01-01", 4, 0],
  ])("on %s is in quarter %i, after at most %i marks", (asOf, quarter, left) => {
    const { rows } = viewGantt(inquiry(PLAN, asOf));
    expect(asOfLine(rows, day(asOf), 2017)).toEqual({ quarter, asOf, left });
  });
});
