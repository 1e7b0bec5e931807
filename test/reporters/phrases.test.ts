/** Small texts that several screens share. */
import { describe, expect, it } from "vitest";
import { plainLook } from "../../src/reporters/look.ts";
import { someIds, timeliness } from "../../src/reporters/terminal/phrases.ts";
import { catalogueOf } from "../support/catalogues.ts";

const [zh, en] = [plainLook(catalogueOf("zh")), plainLook(catalogueOf("en"))];

describe("the first few ids", () => {
  it("are all of them where there are no more", () => {
    expect(someIds(["10-1", "10-2"], 2, zh)).toBe("10-1、10-2");
    expect(someIds([], 2, zh)).toBe("");
  });

  it("say that there are more", () => {
    expect(someIds(["10-1", "10-2", "10-3"], 2, zh)).toBe("10-1、10-2等");
    expect(someIds(["10-1", "10-2", "10-3"], 2, en)).toBe("10-1, 10-2, …");
  });
});

describe("how timely a completion is", () => {
  it("is told by days before and behind the due day", () => {
    expect([12, 0, -3].map((days) => timeliness(days, zh))).toEqual(["提前 12 天", "按时", "逾期 3 天"]);
  });
});
