/** Writing commands: typed rows → items → journal. */
import { catalogueOf } from "../../i18n/catalogue.ts";
import type { WriteKind } from "../../core/journal/write-kinds.ts";
import { type JournalRecord, inIdOrder, shortId } from "../../core/journal/record.ts";
import { decideRevocation, lastRecordOf } from "../../core/journal/revocation.ts";
import { isOverdue } from "../../core/lights.ts";
import { matchMilestone, matchRecord, splitIds } from "../../core/resolve.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { standingOf } from "../../core/standing.ts";
import { instantOf, localTime } from "../../core/zone.ts";
import { usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { optionalLine } from "../typed-text.ts";
import { chooseMilestone } from "../recording/choose-milestone.ts";
import { itemsOf } from "../recording/items.ts";
import type { Row } from "../recording/rows.ts";
import { type Session, openSession } from "../recording/session.ts";
import { typedRows } from "../recording/typed-rows.ts";
import { writeItems } from "../recording/write-items.ts";
import type { WriteOptions } from "../options.ts";

/** `done`, `progress`, `reading`, `note`, `block`, `unblock`, `extend` and `cancel`. */
export async function record(kind: WriteKind, ids: readonly string[], options: WriteOptions, io: Io): Promise<Outcome> {
  const session = await openSession(options, io);
  const { rows, unread } = await typedRows(kind, ids, session);
  const items = itemsOf(rows, session);
  return writeItems(kind, items, session, unread + (kind === "done" ? await todayHint(rows, session) : ""));
}

/** `undo`: records by id, or the writer's own last one. */
export async function undo(ids: readonly string[], options: WriteOptions, io: Io): Promise<Outcome> {
  const session = await openSession(options, io);
  const { inquiry, today, by } = session;
  const typed = splitIds(ids);
  const records = typed.length === 0 ? [lastOwn(inquiry, by)] : typed.map((id) => chosenRecord(id, inquiry));
  const request = { on: today, by, note: optionalLine("--note", options.note) };
  const items = [...new Set(records)].map((target) => ({
    id: target.id,
    place: null,
    decide: (journal: Inquiry["journal"]) => decideRevocation(target, journal, request),
  }));
  const [last] = typed.length > 0 ? [] : records;
  return writeItems("undo", items, session, last === undefined ? "" : await lastNamed(last, session));
}

/** A hint if completions were dated today although their due day is past: probably `--on` was forgotten. */
async function todayHint(rows: readonly Row[], { inquiry, today, language, options }: Session): Promise<string> {
  const forgotten = rows.filter((row) => row.kind === "done" && row.on === undefined && isOpenPastDue(row, inquiry));
  if (forgotten.length === 0 || options.dryRun === true) return "";
  const { screens } = await catalogueOf(language);
  const again = `ipplan done ${forgotten.map(({ ref }) => ref).join(" ")} --on ${screens.dayWord}`;
  return `${screens.tookToday(today, again)}\n`;
}

function isOpenPastDue({ ref }: Row, inquiry: Inquiry): boolean {
  const milestone = chooseMilestone(ref, inquiry, "done");
  return isOverdue(standingOf(milestone, inquiry));
}

/** Names the record that `undo` chose by itself. */
async function lastNamed(last: JournalRecord, { inquiry, language, options }: Session): Promise<string> {
  if (options.quiet === true) return "";
  const { screens, words } = await catalogueOf(language);
  const { day, time } = localTime(instantOf(last.t), inquiry.plan.timezone);
  const named = [shortId(last.id), words.recordKind(last.do), last.ref, day, time].join(" ");
  return `${screens.undoesLast(last.by, named)}\n`;
}

function chosenRecord(typed: string, inquiry: Inquiry): JournalRecord {
  const match = matchRecord(inquiry.journal, typed);
  if (match.kind === "record") return match.record;
  const milestone = matchMilestone(inquiry.plan, typed);
  if (milestone.kind === "milestone") {
    const own = inIdOrder(inquiry.journal.liveByRef.get(milestone.milestone.id) ?? []);
    throw usage((texts) =>
      texts.milestoneGiven(
        typed,
        own.map(({ id }) => shortId(id)),
      ),
    );
  }
  if (match.kind === "ambiguous") {
    throw usage((texts) =>
      texts.severalRecords(
        typed,
        match.records.map(({ id }) => id),
      ),
    );
  }
  throw usage((texts) => (match.kind === "too short" ? texts.shortRecord(typed) : texts.unknownRecord(typed)));
}

function lastOwn({ journal }: Inquiry, by: string): JournalRecord {
  const last = lastRecordOf(journal, by);
  if (last === undefined) throw usage((texts) => texts.nothingToUndo(by));
  return last;
}
