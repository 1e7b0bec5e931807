import { describe, expect, it } from "vitest";
import { REPORT_SECTIONS, fillTemplate } from "../../src/core/report-template.ts";

describe("the template of a bulletin", () => {
  it("has sensible defaults", () => {
    expect(fillTemplate({}, 2017, [2])).toEqual({
      office: null,
      issue: null,
      signatory: null,
      addressees: null,
      sections: REPORT_SECTIONS.map((id) => ({ id, title: null })),
      fonts: { title: null, body: null, heading: null, subheading: null, number: null },
    });
  });

  it("fills in the issue's number", () => {
    expect(fillTemplate({ issue: "〔{year}〕第{quarter}期" }, 2017, [2]).issue).toBe("〔2017〕第2期");
  });

  it("gives a report on the whole year, or on several quarters, no number that counts quarters", () => {
    expect(fillTemplate({ issue: "第{quarter}期" }, 2017, [1, 2]).issue).toBeNull();
    expect(fillTemplate({ issue: "第{quarter}期" }, 2017, []).issue).toBeNull();
    expect(fillTemplate({ issue: "{year}年度" }, 2017, []).issue).toBe("2017年度");
  });

  it("is signed by the office unless someone else signs", () => {
    expect(fillTemplate({ office: "A" }, 2017, []).signatory).toBe("A");
    expect(fillTemplate({ office: "A", signatory: "B", addressees: "C" }, 2017, [])).toMatchObject({
      office: "A",
      signatory: "B",
      addressees: "C",
    });
  });

  it("has the office's parts, titles and fonts", () => {
    const template = { sections: ["next", "behind"], titles: { next: "Next" }, fonts: { body: "Song" } } as const;
    expect(fillTemplate(template, 2017, [1])).toMatchObject({
      sections: [
        { id: "next", title: "Next" },
        { id: "behind", title: null },
      ],
      fonts: { body: "Song", title: null },
    });
    const fonts = { title: "1", body: "2", heading: "3", subheading: "4", number: "5" };
    expect(fillTemplate({ fonts }, 2017, [1]).fonts).toEqual(fonts);
  });
});
