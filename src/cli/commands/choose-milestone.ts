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

/** The milestone of a typed id. An id that means several fails with those it may mean, and nothing is recorded. */
export function chooseMilestone(typed: string, inquiry: Inquiry, kind: Deed): Milestone {
  const match = matchMilestone(inquiry.plan, typed);
  switch (match.kind) {
    case "milestone":
      return match.milestone;
    case "repeating":
      throw severalMeant(inquiry, match.occurrences, kind, (texts) => texts.repeating(typed, match.occurrences.length));
    case "task":
      throw severalMeant(inquiry, match.task.milestones, kind, (texts) =>
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
  kind: Deed,
  question: (texts: UsageTexts) => string,
): Failure {
  const { plan, journal, asOf } = inquiry;
  const views = milestones.map((milestone) =>
    viewMilestone(inquiry, standingOf(milestone, journal, asOf, plan.policy)),
  );
  const meant = views.filter(MEANT[kind] ?? isOpen);
  const shown = meant.length > 0 ? meant : views;
  const [first] = shown;
  const example = first === undefined ? [] : [`ipplan ${kind} ${first.id}${restOf(kind, first, asOf)}`];
  return usage(async (texts, language) => {
    const { choiceLines } = await import("../../reporters/terminal/choices.ts");
    const { plainLook } = await import("../../reporters/look.ts");
    const choices = choiceLines(shown, plan.year, plainLook(await catalogueOf(language)));
    return [question(texts), ...choices, ...example.map(texts.example)].join("\n");
  });
}

/** What a command speaks of, where that is not what is still open. */
const MEANT: Readonly<Partial<Record<Deed, (milestone: MilestoneView) => boolean>>> = {
  accept: ({ state, accepted }) => state === "done" && !accepted,
  unblock: ({ blocked }) => blocked,
};

/** What the command cannot do without, behind the id, as its help has it. */
function restOf(kind: Deed, { due }: MilestoneView, asOf: Day): string {
  const approved = "--reason 场地装修未完工 --approver 局长办公会";
  switch (kind) {
    case "done":
      return ` --on ${earlierOf(due, asOf)}`;
    case "progress":
      return " 80";
    case "note":
      return " 送市经信委会签";
    case "block":
      return " --reason 合作机构尚未落实";
    case "extend":
      return ` --to ${addDays(due, 30)} ${approved}`;
    case "cancel":
      return ` ${approved}`;
    default:
      return "";
  }
}
