import { describe, expect, it } from "vitest";
import { parseWhen } from "../../src/core/when.ts";
import { problemTexts } from "../../src/i18n/problems.ts";
import { period } from "../support/builders.ts";

/** Keys and periods of the windows, and whether the entry repeats. */
function read(value: string | string[], year = 2017): unknown {
  const schedule = parseWhen(value, year);
  if ("fault" in schedule) return schedule;
  return [
    schedule.repeating,
    ...schedule.windows.map(({ key, period: days }) => `${key} = ${days.start}..${days.end}`),
  ];
}

describe("a when that names one span", () => {
  it.each([
    ["Q1", "2017-01-01..2017-03-31"],
    ["Q2", "2017-04-01..2017-06-30"],
    ["Q3", "2017-07-01..2017-09-30"],
    ["Q4", "2017-10-01..2017-12-31"],
    ["Q1..Q2", "2017-01-01..2017-06-30"],
    ["Q2..Q4", "2017-04-01..2017-12-31"],
    ["2017-08", "2017-08-01..2017-08-31"],
    ["2017-07..2017-09", "2017-07-01..2017-09-30"],
    ["2017-11-30", "2017-11-30..2017-11-30"],
    ["2017-07-03..2017-07-14", "2017-07-03..2017-07-14"],
    ["year", "2017-01-01..2017-12-31"],
  ])("%s is one piece of work, %s", (value, days) => {
    expect(parseWhen(value, 2017)).toEqual({ repeating: false, windows: [{ key: value, period: period(days) }] });
  });

  it("may be past the plan's year", () => {
    expect(read("2017-12..2018-01")).toEqual([false, "2017-12..2018-01 = 2017-12-01..2018-01-31"]);
  });

  it("ends February by the length of its year", () => {
    expect(read("2016-02", 2016)).toEqual([false, "2016-02 = 2016-02-01..2016-02-29"]);
    expect(read("2100-02", 2100)).toEqual([false, "2100-02 = 2100-02-01..2100-02-28"]);
  });

  it("takes a quarter from the plan's year", () => {
    expect(read("Q1", 2024)).toEqual([false, "Q1 = 2024-01-01..2024-03-31"]);
  });
});

describe("a when that repeats", () => {
  it("has one occurrence for each quarter of a list, and none between them", () => {
    expect(read(["Q2", "Q4"])).toEqual([true, "Q2 = 2017-04-01..2017-06-30", "Q4 = 2017-10-01..2017-12-31"]);
  });

  it("keeps a list's order, and may have spans in it", () => {
    expect(read(["Q4", "2017-01..2017-02"])).toEqual([
      true,
      "Q4 = 2017-10-01..2017-12-31",
      "2017-01..2017-02 = 2017-01-01..2017-02-28",
    ]);
  });

  it("has two trips in August and November", () => {
    expect(read(["2017-08", "2017-11"])).toEqual([
      true,
      "2017-08 = 2017-08-01..2017-08-31",
      "2017-11 = 2017-11-01..2017-11-30",
    ]);
  });

  it("is an occurrence even as the only item of its list", () => {
    expect(read(["Q3"])).toEqual([true, "Q3 = 2017-07-01..2017-09-30"]);
  });

  it("has four occurrences every quarter", () => {
    expect(read("every quarter")).toEqual([
      true,
      "Q1 = 2017-01-01..2017-03-31",
      "Q2 = 2017-04-01..2017-06-30",
      "Q3 = 2017-07-01..2017-09-30",
      "Q4 = 2017-10-01..2017-12-31",
    ]);
  });

  it("has twelve occurrences every month, keyed by year and month", () => {
    const schedule = parseWhen("every month", 2016);
    const windows = "fault" in schedule ? [] : schedule.windows;
    expect(windows).toHaveLength(12);
    expect(windows[0]).toEqual({ key: "2016-01", period: period("2016-01-01..2016-01-31") });
    expect(windows[1]).toEqual({ key: "2016-02", period: period("2016-02-01..2016-02-29") });
    expect(windows[11]).toEqual({ key: "2016-12", period: period("2016-12-01..2016-12-31") });
  });
});

describe("a when that cannot be read", () => {
  it.each([
    ["Q5", "grammar", "Q5"],
    ["Q0", "grammar", "Q0"],
    ["q2", "grammar", "q2"],
    ["Q2 ", "grammar", "Q2 "],
    ["12017-04-01", "grammar", "12017-04-01"],
    ["2017-04-011", "grammar", "2017-04-011"],
    ["second quarter", "grammar", "second quarter"],
    ["2017-13", "grammar", "2017-13"],
    ["2017-8", "grammar", "2017-8"],
    ["2017", "grammar", "2017"],
    ["", "grammar", ""],
    ["Q1..", "grammar", ""],
    ["..Q2", "grammar", ""],
    ["Q1..Q2..Q3", "grammar", "Q1..Q2..Q3"],
    ["Q1-Q2", "grammar", "Q1-Q2"],
    ["every week", "grammar", "every week"],
    ["2017-02-29", "no-such-day", "2017-02-29"],
    ["1969-12-31", "no-such-day", "1969-12-31"],
    ["2017-09-01..2017-09-31", "no-such-day", "2017-09-31"],
    ["Q2..Q1", "backwards", "Q2..Q1"],
    ["2017-09..2017-07", "backwards", "2017-09..2017-07"],
    ["2017-11-30..2017-11-29", "backwards", "2017-11-30..2017-11-29"],
  ])("%j is at fault: %s, in %j", (value, fault, text) => {
    expect(read(value)).toEqual({ fault, text });
  });

  it("names the item of a list that is at fault", () => {
    expect(read(["Q2", "Q6"])).toEqual({ fault: "grammar", text: "Q6" });
  });

  it("refuses an item that occurs twice in a list", () => {
    expect(read(["Q2", "Q4", "Q2"])).toEqual({ fault: "twice", text: "Q2" });
  });

  it.each(["year", "every quarter"])("refuses %s within a list", (item) => {
    expect(read(["Q2", item])).toEqual({ fault: "grammar", text: item });
  });
});

describe.each(["zh", "en"] as const)("the forms that messages propose, %s", (language) => {
  const details = { value: "二季度", fault: "grammar" } as const;
  const { hint } = problemTexts({ code: "E-WHEN", details, at: null, excerpt: null }, language);
  const forms = hint.match(/\[.+?\]|every \w+|[Q\d][\w.-]*|year/g) ?? [];

  it("are nine", () => {
    expect(forms).toHaveLength(9);
  });

  it.each(forms)("%s can be read", (form) => {
    const value = form.startsWith("[") ? form.slice(1, -1).split(", ") : form;
    expect(parseWhen(value, 2017)).not.toHaveProperty("fault");
  });
});
