import { describe, expect, it } from "vitest";
import { bareEnvelope, divisionName, envelope } from "../../../src/core/views/envelope.ts";
import { day, inquiry, plan } from "../../support/builders.ts";

const NO_FILTERS_SHOWN = {
  quarters: null,
  months: null,
  divisions: [],
  role: "any",
  districts: [],
  themes: [],
  sections: [],
  tasks: [],
  states: [],
  text: null,
};

describe("the envelope of an output", () => {
  it("says command, version, plan, day, filters and damage", () => {
    expect(envelope("status", { ...inquiry(plan([]), "2017-05-15"), journalDamaged: 2 })).toEqual({
      kind: "ipplan/status",
      version: 1,
      plan: { title: "a plan", year: 2017, timezone: "Asia/Shanghai" },
      asOf: "2017-05-15",
      asKnown: null,
      filters: NO_FILTERS_SHOWN,
      journal: null,
      journalDamaged: 2,
    });
  });

  it("gives the day up to which records count as known, if asked for", () => {
    const asked = { ...inquiry(plan([]), "2017-05-15"), asKnown: day("2017-05-20") };
    expect(envelope("status", asked).asKnown).toBe("2017-05-20");
  });

  it("gives the digest of the records, if it was worked out", () => {
    const basis = { records: 48, digest: "0123456789abcdef" };
    expect(envelope("status", { ...inquiry(plan([]), "2017-05-15"), basis }).journal).toEqual(basis);
  });

  it("shows divisions by name, and other filters as they are", () => {
    const filters = { divisions: ["b", "a"], quarters: [2 as const], role: "lead" as const, text: "patent" };
    expect(envelope("list", inquiry(plan([]), "2017-05-15", filters)).filters).toEqual({
      ...NO_FILTERS_SHOWN,
      ...filters,
      divisions: ["division b", "division a"],
    });
  });

  it("is bare without plan and day", () => {
    expect(bareEnvelope("check", 1)).toEqual({
      kind: "ipplan/check",
      version: 1,
      plan: null,
      asOf: null,
      asKnown: null,
      filters: NO_FILTERS_SHOWN,
      journal: null,
      journalDamaged: 1,
    });
  });
});

describe("a division's name", () => {
  it("is the plan's, or its id if the plan has no such division", () => {
    expect(divisionName(plan([]), "b")).toBe("division b");
    expect(divisionName(plan([]), "z")).toBe("z");
  });
});
