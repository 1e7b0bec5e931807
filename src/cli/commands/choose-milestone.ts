import { catalogueOf } from "../../i18n/catalogue.ts";
import type { Milestone } from "../../core/plan.ts";
import { matchMilestone } from "../../core/resolve.ts";
import { standingOf } from "../../core/standing.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { viewMilestone } from "../../core/views/milestone.ts";
import type { UsageTexts } from "../../i18n/zh/usage.ts";
import { type Failure, usage } from "../failure.ts";

/** The milestone of a typed id. An id that means several fails with those it may mean, and nothing is recorded. */
export function chooseMilestone(typed: string, inquiry: Inquiry, command: string): Milestone {
  const match = matchMilestone(inquiry.plan, typed);
  switch (match.kind) {
    case "milestone":
      return match.milestone;
    case "repeating":
      throw severalMeant(inquiry, match.occurrences, command, (texts) =>
        texts.repeating(typed, match.occurrences.length),
      );
    case "task":
      throw severalMeant(inquiry, match.task.milestones, command, (texts) => texts.isTask(match.task.id));
    case "unknown": {
      const { guess } = match;
      throw usage((texts) =>
        [texts.unknownMilestone(typed), ...(guess === null ? [] : [texts.guess(guess)])].join("\n"),
      );
    }
  }
}

/** Which one is meant? Open ones with their due days, and an example to copy. */
function severalMeant(
  inquiry: Inquiry,
  milestones: readonly Milestone[],
  command: string,
  question: (texts: UsageTexts) => string,
): Failure {
  const { plan, journal, asOf } = inquiry;
  const views = milestones.map((milestone) =>
    viewMilestone(inquiry, standingOf(milestone, journal, asOf, plan.policy)),
  );
  const open = views.filter(({ state }) => state !== "done" && state !== "cancelled");
  const shown = open.length > 0 ? open : views;
  const [first] = shown;
  const example =
    first === undefined ? [] : [`ipplan ${command} ${first.id} --on ${first.due < asOf ? first.due : asOf}`];
  return usage(async (texts, language) => {
    const { choiceLines } = await import("../../reporters/terminal/choices.ts");
    const { plainLook } = await import("../../reporters/look.ts");
    const choices = choiceLines(shown, plan.year, plainLook(await catalogueOf(language)));
    return [question(texts), ...choices, ...example.map(texts.example)].join("\n");
  });
}
