/** `accept`: milestones by id, from a file, or all selected by filters that await acceptance. */
import { catalogueOf } from "../../i18n/catalogue.ts";
import { type Part, matchPart } from "../../core/parts.ts";
import { splitIds } from "../../core/resolve.ts";
import { NO_FILTERS, select, selectedStandings } from "../../core/selection.ts";
import { milestonesOf } from "../../core/plan.ts";
import { type Standing, standingOf } from "../../core/standing.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { usage } from "../failure.ts";
import { asOfDay, refuseIdleRole, resolveFilters, splitTyped } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { usageTexts } from "../say.ts";
import { chooseMilestone } from "../recording/choose-milestone.ts";
import { itemsOf } from "../recording/items.ts";
import { type Row, commandRows } from "../recording/rows.ts";
import { type Session, openSession } from "../recording/session.ts";
import { typedRows } from "../recording/typed-rows.ts";
import { writeItems } from "../recording/write-items.ts";
import type { AcceptOptions } from "../options.ts";

/** Accepts all of them or none. Fails if both ids and filters are given, or neither. */
export async function accept(ids: readonly string[], options: AcceptOptions, io: Io): Promise<Outcome> {
  const isChosen = ids.length > 0 || options.file !== undefined;
  if (isChosen) refuseChoice(options);
  const session = await openSession(options, io);
  const { rows, unread } = isChosen
    ? await typedRows("accept", ids, session)
    : { rows: waitingRows(options, session), unread: "" };
  const items = itemsOf(rows, session);
  return writeItems("accept", items, session, unread + (await selfAcceptance(rows, session)));
}

/** The options that choose milestones: all of `FilterOptions`, and `--except`. */
const CHOOSING = [
  ...(["except", "quarter", "month", "division", "role", "district"] as const),
  ...(["theme", "section", "task", "state", "asOf"] as const),
] satisfies readonly (keyof AcceptOptions)[];

/**
 * Refuses filters beside ids. Ids already say which milestones are meant, and combining the two either way could accept
 * something unintended.
 */
function refuseChoice(options: AcceptOptions): void {
  const given = CHOOSING.filter((key) => options[key] !== undefined);
  const flags = given.map((key) => (key === "asOf" ? "--as-of" : `--${key}`));
  if (flags.length > 0) throw usage((texts) => texts.idsAndFilters(flags));
}

/** A row for each milestone that passes the filters and is done but not accepted on the as-of day. */
function waitingRows(options: AcceptOptions, { inquiry, today }: Session): Row[] {
  const { plan } = inquiry;
  const asOf = asOfDay(options, plan, today);
  refuseIdleRole(options);
  refuseParts(options, inquiry);
  const filters = resolveFilters(options, plan, asOf);
  if (JSON.stringify(filters) === JSON.stringify(NO_FILTERS)) throw usage((texts) => texts.noIds("accept"));
  if (options.except?.some((text) => text.trim() === "") === true) throw usage((texts) => texts.emptyText("--except"));
  const except = new Set(splitIds(options.except ?? []).map((id) => chooseMilestone(id, inquiry, "accept").id));
  const waiting = selectedStandings(select({ ...inquiry, asOf, filters })).filter(
    (standing) => isWaiting(standing) && !except.has(standing.milestone.id),
  );
  if (waiting.length === 0) throw usage((texts) => texts.nothingToAccept);
  refuseUnproven(waiting);
  return commandRows("accept", waiting.map(idOf), options);
}

/** Fails if some milestones have no evidence, naming them in the form to type after `--except`. */
function refuseUnproven(waiting: readonly Standing[]): void {
  const unproven = waiting.filter(({ evidence }) => evidence.length === 0);
  if (unproven.length === 0) return;
  const others = waiting.length - unproven.length;
  throw usage((texts) => texts.unprovenAmong(unproven.map(idOf), others));
}

function idOf({ milestone }: Standing): string {
  return milestone.id;
}

/** Refuses a milestone id in `--task`, which would accept everything that waits in its task. */
function refuseParts({ task }: AcceptOptions, inquiry: Inquiry): void {
  const parts = splitTyped("--task", task).flatMap((typed) => matchPart(inquiry.plan, typed) ?? []);
  if (parts.length === 0) return;
  const milestones = parts.flatMap((part) => waitingIds(part, inquiry));
  const tasks = parts.map((part) => part.task);
  const meant = milestones.length > 0 ? milestones : ["--task", tasks.join(",")];
  const ids = parts.map(({ id }) => id);
  throw usage((texts) => texts.partsAsTasks(ids, `ipplan accept ${meant.join(" ")}`));
}

/**
 * The ids of the milestone, or of the entry's occurrences: those awaiting acceptance, else all. None for an indicator.
 */
function waitingIds({ id }: Part, inquiry: Inquiry): string[] {
  const own = milestonesOf(inquiry.plan).filter((one) => one.id === id || one.entry === id);
  const waiting = own.filter((milestone) => isWaiting(standingOf(milestone, inquiry)));
  return (waiting.length > 0 ? waiting : own).map((one) => one.id);
}

function isWaiting({ state, accepted }: Standing): boolean {
  return state === "done" && !accepted;
}

/** A warning if the milestones were reported done by the same person who accepts them; empty otherwise. */
async function selfAcceptance(rows: readonly Row[], session: Session): Promise<string> {
  const { inquiry, by, language } = session;
  const own = rows.filter(({ kind, ref }) => {
    if (kind !== "accept") return false;
    const { id } = chooseMilestone(ref, inquiry, "accept");
    return (inquiry.journal.liveByRef.get(id) ?? []).some((live) => live.do === "done" && live.by === by);
  });
  if (own.length === 0) return "";
  const texts = await usageTexts(language);
  const ids = own.map(({ ref }) => ref).join((await catalogueOf(language)).words.listSeparator);
  return `${texts.selfAccepted(ids, by)}\n`;
}
