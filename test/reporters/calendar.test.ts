/** The calendar file: an independent parser reads from it what the view has, and no text of a plan adds a line. */
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { type CalendarView, viewCalendar } from "../../src/core/views/calendar.ts";
import type { Language } from "../../src/i18n/catalogue.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { foldLines, icsText } from "../../src/reporters/ics-lines.ts";
import { renderCalendar } from "../../src/reporters/ics.ts";
import { day as dayOf, inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { ask2017 } from "../support/plan-2017.ts";
import { poisonInquiry } from "../support/poison-plan.ts";
import { POISON, unspelled } from "./payloads.ts";

function write(view: CalendarView, language: Language = "zh", isForecast = false): string {
  const catalogue = catalogueOf(language);
  const uidOf = (id: string): string => Buffer.from(id).toString("hex");
  const revisionOf = (id: string): number => id.length;
  return renderCalendar(view, { catalogue, isForecast, today: dayOf("2017-05-01"), revisionOf, uidOf });
}

function read(text: string): ICAL.Component {
  return ICAL.Component.fromString(text);
}

interface Event {
  readonly uid: string;
  readonly day: string;
  readonly isDate: boolean;
  readonly summary: string;
  readonly description: string;
  readonly status: string | null;
  readonly stamp: string;
  readonly sequence: unknown;
  readonly names: readonly string[];
}

function eventsOf(text: string): Event[] {
  return read(text)
    .getAllSubcomponents("vevent")
    .map((event) => {
      const start = event.getFirstPropertyValue("dtstart") as ICAL.Time;
      return {
        uid: String(event.getFirstPropertyValue("uid")),
        day: start.toString(),
        isDate: start.isDate,
        summary: String(event.getFirstPropertyValue("summary")),
        description: String(event.getFirstPropertyValue("description")),
        status: event.getFirstPropertyValue("status") as string | null,
        stamp: String(event.getFirstPropertyValue("dtstamp")),
        sequence: event.getFirstPropertyValue("sequence"),
        names: event.getAllProperties().map(({ name }) => name),
      };
    });
}

const EXAMPLE = viewCalendar(ask2017("2017-07-03"));
const OWN = ["uid", "dtstamp", "sequence", "dtstart", "summary", "description", "categories", "transp"];

describe("the calendar of the example", () => {
  const events = eventsOf(write(EXAMPLE));

  it("has an all-day event without time zone on each due day, in order", () => {
    expect(events).toHaveLength(80);
    expect(events.map(({ uid, day }) => `${Buffer.from(uid, "hex").toString()} ${day}`)).toEqual(
      EXAMPLE.milestones.map(({ id, due }) => `${id} ${due}`),
    );
    expect(events.every(({ isDate }) => isDate)).toBe(true);
    expect(events.map(({ day }) => day)).toEqual(events.map(({ day }) => day).toSorted());
    expect(write(EXAMPLE)).not.toMatch(/TZID|VTIMEZONE|VALARM/);
  });

  it("is stamped with the as-of day, not with the clock", () => {
    expect(new Set(events.map(({ stamp }) => stamp))).toEqual(new Set(["2017-07-03T00:00:00Z"]));
  });

  it("is newer the more records it rests on, and is never stamped with a future day", () => {
    expect(events.map(({ sequence }) => sequence)).toEqual(EXAMPLE.milestones.map(({ id }) => id.length));
    const ahead = eventsOf(write(viewCalendar(ask2017("2017-12-31")), "zh", true));
    expect(new Set(ahead.map(({ stamp }) => stamp))).toEqual(new Set(["2017-05-01T00:00:00Z"]));
  });

  it("describes a milestone in full", () => {
    const event = events.find(({ uid }) => uid === Buffer.from("10-2@Q2").toString("hex"));
    expect(event?.summary).toBe("[已完成] 10-2@Q2 完成好2017年度专利代理人资格考试工作。");
    expect(event?.description.split("\n")).toEqual([
      "完成好2017年度专利代理人资格考试工作。",
      "任务：10 大力提升专利代理质量",
      "处室：专利代办处（牵头）",
      "时段：二季度，时限 06-30",
      "截至 2017-07-03：绿 06-28 完成，提前 2 天（待销号）",
      "佐证：局发〔2017〕33号",
    ]);
    expect(event?.names).toEqual(OWN);
  });

  it("has an extended milestone on its new day, and gives the original one in words", () => {
    const event = events.find(({ uid }) => uid === Buffer.from("17-2").toString("hex"));
    expect(event?.day).toBe("2017-09-30");
    expect(event?.description).toContain("原时限 06-30，延至 09-30");
  });

  it("cuts a long text in the summary and keeps it whole in the description", () => {
    const event = events.find(({ uid }) => uid === Buffer.from("3-1").toString("hex"));
    expect(event?.summary).toBe("[已完成] 3-1 制定实施《重庆市加快知识产权强市建设2017年度工作计划》…");
    expect(event?.description).toContain("召开“全市知识产权（专利）工作推进会”。");
  });

  it("has the plan's title", () => {
    expect(read(write(EXAMPLE)).getFirstPropertyValue("x-wr-calname")).toBe("2017年知识产权工作计划");
  });
});

describe("other plans and days", () => {
  it("have cancelled events for cancelled milestones, and put a text of two lines on one", () => {
    const own = [milestone({ id: "10-1" }), milestone({ id: "10-2", text: "first\nsecond, third; \\ fourth" })];
    const records = [record("cancel", "10-1", "2017-05-02", { reason: "given up", approver: "office" })];
    const asked = inquiry(plan([task("10", own, { divisions: ["a", "b", "c"] })]), "2017-05-15", {
      journal: foldJournal(records),
    });
    const [first, second] = eventsOf(write(viewCalendar(asked), "en", true));
    expect([first?.status, first?.summary]).toEqual(["CANCELLED", "[cancelled] 10-1 text of 10-1"]);
    expect([second?.status, second?.summary]).toEqual([null, "10-2 first second, third; \\ fourth"]);
    expect(second?.description.split("\n").slice(0, 5)).toEqual([
      "first",
      "second, third; \\ fourth",
      "Task: 10 title of 10",
      "Divisions: division a (lead), division b, division c (assisting)",
      "Window: Q2, due 06-30",
    ]);
    expect(second?.description).toContain("Expected on 2017-05-15: ");
  });

  it.each([
    ["x".repeat(56), "x".repeat(56)],
    ["x".repeat(57), `${"x".repeat(55)}…`],
    ["字".repeat(28), "字".repeat(28)],
    ["字".repeat(29), `${"字".repeat(27)}…`],
  ])("cut a text at 56 columns: %s", (text, kept) => {
    const asked = inquiry(plan([task("10", [milestone({ text })])]), "2017-05-15");
    expect(eventsOf(write(viewCalendar(asked))).map(({ summary }) => summary)).toEqual([`10-1 ${kept}`]);
  });

  it("give a calendar without events if there is nothing", () => {
    expect(eventsOf(write(viewCalendar(ask2017("2017-07-03", { text: "没有这样的文字" }))))).toEqual([]);
  });

  it("can have the very last day", () => {
    const asked = inquiry(plan([task("10", [milestone({ window: "2199-12-31..2199-12-31" })])]), "2199-12-31");
    expect(eventsOf(write(viewCalendar(asked))).map(({ day }) => day)).toEqual(["2199-12-31"]);
  });
});

describe("a calendar of payloads", () => {
  const view = viewCalendar(poisonInquiry());
  const text = write(view);

  it("has a line for each of its own properties and no other", () => {
    const lines = text.replaceAll("\r\n ", "").split("\r\n");
    expect(lines.pop()).toBe("");
    for (const line of lines) {
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u);
    }
    const names = new Set(lines.map((line) => /^[A-Z-]+/.exec(line)?.[0] ?? line));
    const known = "BEGIN VERSION PRODID CALSCALE METHOD NAME X-WR-CALNAME END STATUS";
    expect([...names].toSorted()).toEqual([...known.split(" "), ...OWN.map((name) => name.toUpperCase())].toSorted());
    expect(lines.filter((line) => line.startsWith("BEGIN:"))).toHaveLength(view.milestones.length + 1);
  });

  it("reads back as what was meant", () => {
    const events = eventsOf(text);
    expect(events).toHaveLength(view.milestones.length);
    for (const [index, { text: own }] of view.milestones.entries()) {
      const first = events[index]?.description.split("\n任务：")[0] ?? "";
      if (!/^\p{Cs}/u.test(own)) expect(unspelled(first)).toBe(own);
    }
  });

  it("has no line over 75 octets, and never folds within a character", () => {
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\ufffd");
    }
    expect(Buffer.from(text).toString()).toBe(text);
  });
});

describe("lines", () => {
  it("are folded after exactly 75 octets", () => {
    expect(foldLines(["a".repeat(75)])).toBe(`${"a".repeat(75)}\r\n`);
    expect(foldLines(["a".repeat(76)])).toBe(`${"a".repeat(75)}\r\n a\r\n`);
    // 25 characters of three octets; then the space and 24 more.
    expect(foldLines(["知".repeat(50)])).toBe(`${"知".repeat(25)}\r\n ${"知".repeat(24)}\r\n 知\r\n`);
    expect(foldLines([`${"a".repeat(73)}\u{1f600}`])).toBe(`${"a".repeat(73)}\r\n \u{1f600}\r\n`);
    expect(foldLines([`${"a".repeat(73)}é`])).toBe(`${"a".repeat(73)}é\r\n`);
  });

  it.each(["a\r\nBEGIN:VALARM", "a\rX-EVIL:1", "a\nX-EVIL:1", ...POISON])("cannot be broken by a text: %j", (text) => {
    expect(icsText(text)).not.toMatch(/[\r\n\u2028\u2029]/);
  });

  it("have no comma, semicolon or backslash of a text unescaped", () => {
    expect(icsText("a,b;c\\d")).toBe("a\\,b\\;c\\\\d");
  });
});
