/** The last step of all writing commands: everything is decided and encoded before the first byte is written. */
import { isAfterPlan, isBeforePlan } from "../../core/plan.ts";
import { type WriteCommand, viewWrite } from "../../core/views/writes.ts";
import { timestampOf } from "../../core/zone.ts";
import { LISTING, skipOptimizing } from "../short-runs.ts";
import type { Outcome } from "../io.ts";
import { outcomeOf } from "../outcome.ts";
import { append, journalFileOf } from "./append.ts";
import { type Draft, type Item, draftItems, refusalFailure } from "./drafting.ts";
import type { Session } from "./session.ts";
import { shownInside } from "../inside.ts";
import { journalNotices } from "../notices.ts";

/** Most items for which the command does without optimization (`skipOptimizing`). */
const FEW = 20;

/**
 * Writes all items or none, and reports what changed. All messages (`hint` too) are ready before the first byte is
 * written: an error while making them prevents the write, and cache damage found then restarts a command that has not
 * written yet.
 */
export async function writeItems(
  command: WriteCommand,
  items: readonly Item[],
  session: Session,
  hint = "",
): Promise<Outcome> {
  const { loaded, options, io } = session;
  if (items.length <= FEW) skipOptimizing(loaded.plan, io, LISTING);
  const draft = draftItems(items, loaded.journal, timestampOf(io.now()));
  if (draft.refused.length > 0) throw refusalFailure(draft);
  const isWritten = options.dryRun !== true && draft.lines.length > 0;
  const path = isWritten ? journalFileOf(session) : null;
  const outcome = await reportWrite(command, draft, path, session);
  const doubtful = await doubts(draft, session);
  const notices = path === null ? "" : await append(path, draft.lines, loaded, session.language);
  const written = path === null ? [] : draft.records.map(({ id }) => id);
  return { ...outcome, stderr: outcome.stderr + doubtful + hint + notices, written };
}

/** Doubts about the records (doubts.ts, loaded only if there may be any). */
async function doubts(draft: Draft, session: Session): Promise<string> {
  const { plan } = session.loaded;
  const mayBe = draft.records.some(
    ({ do: kind, on, percent, to = session.today }) =>
      kind === "reading" ||
      ((kind === "progress" || kind === "extend") && on < session.today) ||
      percent === 100 ||
      to < session.today ||
      isBeforePlan(plan, on) ||
      (kind === "done" && isAfterPlan(plan, on)),
  );
  return mayBe ? (await import("./doubts.ts")).doubtsIn(draft, session) : "";
}

/**
 * The outcome to print once all is written. `path` is the journal file that takes the records; null if nothing is
 * written.
 */
async function reportWrite(
  command: WriteCommand,
  draft: Draft,
  path: string | null,
  { loaded, inquiry, language, options, io }: Session,
): Promise<Outcome> {
  const { records, unchanged } = draft;
  if (options.quiet === true) return { stdout: records.map(({ id }) => `${id}\n`).join(""), stderr: "", code: 0 };
  const file = path === null ? null : shownInside(loaded.places.base, path);
  const written = { dryRun: options.dryRun === true, records, unchanged, after: draft.journal, file };
  return outcomeOf(viewWrite(command, inquiry, written), options, io, {
    language,
    isForecast: false,
    isToday: true,
    notices: journalNotices(loaded),
    keep: [loaded.places.plan, loaded.journalPath],
  });
}
