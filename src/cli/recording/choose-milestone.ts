import { type Day, addDays, earlierOf } from "../../core/calendar.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import type { WriteKind } from "../../core/journal/write-kinds.ts";
import { isOpen } from "../../core/lights.ts";
import type { Milestone } from "../../core/plan.ts";
import { matchMilestone } from "../../core/resolve.ts";
import { standingOf } from "../../core/standing.ts";
import { foldTyped } from "../../core/text.ts";
import { mayBeTwoDays, parseTypedDay } from "../../core/typed-days.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { type MilestoneView, viewMilestone } from "../../core/views/milestone.ts";
import type { UsageTexts } from "../../i18n/zh/usage.ts";
import { type Failure, usage } from "../failure.ts";
import type { Row } from "./rows.ts";

/** What was typed besides the id, to be repeated in the example. */
type Said = Partial<Row>;

/**
 * The milestone with the typed id. Fails if there is none; or with the candidates and an example, if the id is that of
 * a task or a repeating entry.
 */
export function chooseMilestone(typed: string, inquiry: Inquiry, kind: WriteKind, said: Said = {}): Milestone {
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

/** Whether the text is written like a day and not like an id: `3月14日`, `今天`; not `3-14`. */
function isDay(typed: string, today: Day): boolean {
  const isOne = parseTypedDay(typed, today) !== undefined || mayBeTwoDays(typed);
  return isOne && !/^\d+[-.]\d+$/.test(foldTyped(typed));
}

/**
 * The failure that asks which milestone is meant: the candidates that suit the command, with their due days, and an
 * example to copy.
 */
function severalMeant(
  inquiry: Inquiry,
  milestones: readonly Milestone[],
  said: Said & { readonly kind: WriteKind },
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
    const { shellWord } = await import("../../core/shell-word.ts");
    const look = plainLook(await catalogueOf(language));
    const done =
      MEANT[kind] !== undefined ? [] : views.filter((view) => view.state === "done" && !shown.includes(view));
    const example =
      first === undefined ? [] : [["ipplan", kind, first.id, ...restOf(said, first, asOf).map(shellWord)].join(" ")];
    return [
      question(texts),
      ...choiceLines(shown, plan.year, look),
      ...doneLines(done, plan.year, look),
      ...example.map(texts.example),
    ].join("\n");
  });
}

/** The milestones that suit a command, if these are not the open ones. */
const MEANT: Readonly<Partial<Record<WriteKind, (milestone: MilestoneView) => boolean>>> = {
  accept: ({ state, accepted }) => state === "done" && !accepted,
  unblock: ({ blocked }) => blocked,
};

/** The words after the id in the example: those typed, and for what the command requires the values of its help. */
function restOf(said: Said & { readonly kind: WriteKind }, { due }: MilestoneView, asOf: Day): string[] {
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
