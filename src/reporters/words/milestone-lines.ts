/** Lines about a milestone: its light with days, evidence, extension, last word. */
import type { MilestoneView } from "../../core/views/milestone.ts";
import { type Look, shortDay } from "../look.ts";
import { evidenceText, situationText, lightText, timeliness, extensionMarks } from "./phrases.ts";
import { daysBetween } from "../../core/calendar.ts";

/** `✓ 绿 06-21 完成，提前 9 天（待销号）` · `▸ 蓝 进行中，还有 89 天` · `✗ 红 逾期 3 天`. */
export function stateLine(milestone: MilestoneView, planYear: number, look: Look): string {
  const { screens, words } = look.catalogue;
  const light = `${look.symbols[milestone.light]} ${words.light(milestone.light)}`;
  switch (milestone.state) {
    case "done":
      return `${light} ${doneWords(milestone, planYear, look)}`;
    case "overdue": {
      const blocked = milestone.blocked ? words.clauseSeparator + words.reason("blocked") : "";
      return `${light} ${screens.overdueBy(milestone.daysOverdue ?? 0)}${blocked}`;
    }
    case "cancelled":
      return `${light} ${cancelledWords(milestone, planYear, look)}`;
    case "upcoming":
      if (milestone.lightReason !== "not-begun") return openLine(milestone, look);
      return `${lightText(milestone, look)}${words.clauseSeparator}${screens.startsOn(shortDay(milestone.start, planYear))}`;
    case "active":
      return openLine(milestone, look);
  }
}

/** Further lines: extension and evidence, and for open milestones the last word. */
export function detailLines(milestone: MilestoneView, planYear: number, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { evidence, extension, lastWord, problem, nextStep, state } = milestone;
  const lines: string[] = [];
  if (extension !== null) {
    const text = screens.extended(shortDay(milestone.originalDue, planYear), shortDay(extension.to, planYear));
    const approver = extension.approver === null ? null : screens.approvedBy(extension.approver);
    const marks = extensionMarks(milestone, planYear, look, approver);
    lines.push(text + marks + (extension.reason === null ? "" : `${words.sentenceSeparator}${extension.reason}`));
  }
  if (evidence.length > 0) lines.push(screens.evidence(evidenceText(evidence, look)));
  if (state !== "done" && state !== "cancelled" && (lastWord !== null || problem !== null || nextStep !== null)) {
    lines.push(situationText(milestone, planYear, look));
  }
  return lines;
}

function doneWords(milestone: MilestoneView, planYear: number, look: Look): string {
  const { screens, words } = look.catalogue;
  const { completedOn, assessmentDue, accepted } = milestone;
  if (completedOn === null) return words.state("done");
  const day = screens.completed(shortDay(completedOn, planYear));
  const early = timeliness(daysBetween(completedOn, assessmentDue), look);
  const mark = words.inBrackets(accepted ? screens.accepted : screens.unaccepted);
  return `${day}${words.clauseSeparator}${early}${mark}`;
}

/** `07-03 取消（局长办公会批准；试点推迟到明年）`. */
export function cancelledWords(milestone: Pick<MilestoneView, "cancellation">, planYear: number, look: Look): string {
  const { screens, words } = look.catalogue;
  const { cancellation } = milestone;
  if (cancellation === null) return words.state("cancelled");
  const approver = cancellation.approver === null ? [] : [screens.approvedBy(cancellation.approver)];
  const reason = cancellation.reason === null ? [] : [cancellation.reason];
  const brackets = [...approver, ...reason].join(words.sentenceSeparator);
  const day = screens.cancelled(shortDay(cancellation.on, planYear));
  return brackets === "" ? day : day + words.inBrackets(brackets);
}

/** An open milestone: its state, or why it needs attention, and the days left. */
function openLine(milestone: MilestoneView, look: Look): string {
  const { screens, words } = look.catalogue;
  const isPlain = milestone.lightReason === "on-track";
  const word = isPlain ? words.state(milestone.state) : words.reason(milestone.lightReason);
  const light = `${look.symbols[milestone.light]} ${words.light(milestone.light)}`;
  return `${light} ${word}${words.clauseSeparator}${screens.daysLeft(milestone.daysLeft ?? 0)}`;
}
