import { type Day, addDays, earlierOf } from "../../core/calendar.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import type { Deed } from "../../core/journal/deeds.ts";
import { isOpen } from "../../core/lights.ts";
import type { Milestone } from "../../core/plan.ts";
import { matchMilestone } from "../../core/resolve.ts";
import { standingOf } from "../../core/standing.ts";
import { foldTyped } from "../../core/text.ts";
import { parseTypedDay } from "../../core/typed.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { type MilestoneView, viewMilestone } from "../../core/views/milestone.ts";
import type { UsageTexts } from "../../i18n/zh/usage.ts";
import { type Failure, usage } from "../failure.ts";
import type { Row } from "./rows.ts";

/** What was typed besides the id, for the example to repeat. */
type Said = Partial<Row>;

/** The milestone of a typed id. An id that means several fails with those it may mean, and nothing is recorded. */
export function chooseMilestone(typed: string, inquiry: Inquiry, kind: Deed, said: Said = {}): Milestone {
  const match = matchMilestone(inquiry.plan, typed);
  switch (match.kind) {
    case "milestone":
      return match.milestone;
    case "repeating":
      throw severalMeant(inquiry, match.occurrences, { ...said, kind }, (texts) =>
        texts.repeating(typed, match.occurrences.length),
      );
    case "task":
      throw severalMeant(inquiry, match.task.milestones, { ...said, kind }, (texts) =>
        texts.isTask(match.task.id, match.task.milestones.length),
      );
    case "unknown": {
      const { guess } = match;
      throw usage((texts) =>
        [
          texts.unknownMilestone(typed),
          ...(isDay(typed, inquiry.asOf) ? [texts.asDay("--on", typed)] : []),
          ...(guess === null ? [] : [texts.guess(guess)]),
        ].join("\n"),
      );
    }
  }
}

/** Whether it is written as a day and as no id: `3月14日`, `今天`; not `3-14`. */
function isDay(typed: string, today: Day): boolean {
  return parseTypedDay(typed, today) !== undefined && !/^\d+[-.]\d+$/.test(foldTyped(typed));
}

/** Which one is meant? Those of which the command may speak, with their due days, and an example to copy. */
function severalMeant(
  inquiry: Inquiry,
  milestones: readonly Milestone[],
  said: Said & { readonly kind: Deed },
  question: (texts: UsageTexts) => string,
): Failure {
  const { plan, asOf } = inquiry;
  const { kind } = said;
  const views = milestones.map((milestone) => viewMilestone(inquiry, standingOf(milestone, inquiry)));
  const meant = views.filter(MEANT[kind] ?? isOpen);
  const shown = meant.length > 0 ? meant : views;
  const [first] = shown;
  return usage(async (texts, language) => {
    const { choiceLines, doneLines } = await import("../../reporters/terminal/choices.ts");
    const { plainLook } = await import("../../reporters/look.ts");
    const { quoted } = await import("../../reporters/terminal/command-for.ts");
    const look = plainLook(await catalogueOf(language));
    const done =
      MEANT[kind] !== undefined ? [] : views.filter((view) => view.state === "done" && !shown.includes(view));
    const example =
      first === undefined ? [] : [["ipplan", kind, first.id, ...restOf(said, first, asOf).map(quoted)].join(" ")];
    return [
      question(texts),
      ...choiceLines(shown, plan.year, look),
      ...doneLines(done, plan.year, look),
      ...example.map(texts.example),
    ].join("\n");
  });
}

/** What a command speaks of, where that is not what is still open. */
const MEANT: Readonly<Partial<Record<Deed, (milestone: MilestoneView) => boolean>>> = {
  accept: ({ state, accepted }) => state === "done" && !accepted,
  unblock: ({ blocked }) => blocked,
};

/** What was typed behind the id, and an example of what the command cannot do without, as its help has it. */
function restOf(said: Said & { readonly kind: Deed }, { due }: MilestoneView, asOf: Day): string[] {
  const { kind, percent, note, evidence = [] } = said;
  const isApproved = kind === "extend" || kind === "cancel";
  const [reason, approver] = isApproved ? ["场地装修未完工", "局长办公会"] : [];
  const isWordless = (note ?? said.problem ?? said.next) === undefined;
  const flags = {
    "--on": said.on ?? (kind === "done" ? earlierOf(due, asOf) : undefined),
    "--to": said.to ?? (kind === "extend" ? addDays(due, 30) : undefined),
    "--reason": said.reason ?? (kind === "block" ? "合作机构尚未落实" : reason),
    "--approver": said.approver ?? approver,
    "--from": said.from,
    "--note": kind === "note" ? undefined : note,
    "--problem": said.problem,
    "--next": said.next,
  };
  return [
    ...(kind === "progress" ? [percent ?? "80"] : []),
    ...(kind === "note" && isWordless ? ["送市经信委会签"] : []),
    ...(kind === "note" && note !== undefined ? [note] : []),
    ...Object.entries(flags).flatMap(([flag, value]) => (value === undefined ? [] : [flag, value])),
    ...evidence.flatMap((one) => ["--evidence", one]),
  ];
}
