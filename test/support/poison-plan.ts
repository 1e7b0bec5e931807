/** A plan in which every text is an injection payload, to test all documents made from it. */
import type { Plan } from "../../src/core/plan.ts";
import type { Inquiry } from "../../src/core/views/envelope.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { type FormView, viewForm } from "../../src/core/views/form.ts";
import { type ReportView, viewReport } from "../../src/core/views/report.ts";
import { FORMULAS, POISON } from "../reporters/payloads.ts";
import { indicator, inquiry, milestone, plan, record, task } from "./builders.ts";

const PAYLOADS: readonly string[] = [...FORMULAS, ...POISON];

const ids = PAYLOADS.map((_, index) => String(index + 1));

function poisonPlan(): Plan {
  const tasks = PAYLOADS.map((payload, index) => {
    const id = ids[index] ?? "";
    const own = ["1", "2", "3", "4"].map((number) => milestone({ id: `${id}-${number}`, text: payload }));
    const indicators = [indicator("x", { name: payload, unit: payload })];
    return task(id, own, { title: payload, objective: payload, divisions: ["a"], indicators });
  });
  const [first = ""] = PAYLOADS;
  const made = plan(tasks);
  return {
    ...made,
    title: first,
    divisions: made.divisions.map((division, index) => ({ ...division, name: PAYLOADS[index] ?? "" })),
    themes: made.themes.map((theme, index) => ({ ...theme, title: PAYLOADS[index] ?? "" })),
    policy: {
      ...made.policy,
      report: {
        office: PAYLOADS.join(" "),
        issue: PAYLOADS.join(" "),
        signatory: PAYLOADS.join(" "),
        addressees: PAYLOADS.join(" "),
        titles: { overview: PAYLOADS.join(" ") },
        fonts: { title: PAYLOADS.join(" "), body: PAYLOADS.join(" ") },
      },
    },
  };
}

/** The form of the plan's first division, for the second quarter. */
export function poisonForm(): FormView {
  const asked = inquiry(poisonPlan(), "2017-07-15", { journal: foldJournal([]) });
  const [division = { id: "", name: "" }] = asked.plan.divisions;
  return viewForm(asked, division, { quarter: 2 });
}

/** The plan with done, blocked, cancelled and extended milestones and readings. Every text in the records is a payload. */
export function poisonInquiry(): Inquiry {
  const records = PAYLOADS.flatMap((payload, index) => {
    const id = ids[index] ?? "";
    const said = { reason: payload, approver: payload, problem: payload, next: payload, note: payload };
    return [
      record("done", `${id}-1`, "2017-05-02", { evidence: [{ kind: "doc", value: payload }] }),
      record("block", `${id}-2`, "2017-05-02", said),
      record("cancel", `${id}-3`, "2017-05-02", said),
      record("extend", `${id}-4`, "2017-05-02", { ...said, to: "2017-08-31" }),
      record("reading", `${id}/x`, "2017-05-02", { value: 3 }),
    ];
  });
  return inquiry(poisonPlan(), "2017-07-15", { journal: foldJournal(records) });
}

/** The bulletin of that plan for the second quarter. */
export function poisonView(): ReportView {
  const asked = poisonInquiry();
  return viewReport({ ...asked, filters: { ...asked.filters, quarters: [2] } });
}
