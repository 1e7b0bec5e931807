/** All writing commands end here: everything is decided and encoded before the first byte is written. */
import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { type Journal, foldJournal } from "../../core/journal/fold.ts";
import type { Refusal } from "../../core/journal/deeds.ts";
import { type JournalRecord, headsOf } from "../../core/journal/record.ts";
import type { Decision } from "../../core/journal/write.ts";
import type { Day } from "../../core/calendar.ts";
import { NO_FILTERS } from "../../core/selection.ts";
import { parseTypedDay } from "../../core/typed.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { type WriteCommand, viewWrite } from "../../core/views/writes.ts";
import { localTime, timestampOf } from "../../core/zone.ts";
import { usage as usageEn } from "../../i18n/en/usage.ts";
import { usage as usageZh } from "../../i18n/zh/usage.ts";
import { appendLines } from "../../storage/journal-files.ts";
import { isPortableName } from "../../storage/file-names.ts";
import { MAX_LINE_BYTES, encodeRecord } from "../../storage/journal-line.ts";
import { type Failure, usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { chosenLanguage } from "../language.ts";
import { type Loaded, fileFailure, load, shownInside } from "../load.ts";
import { report } from "../report.ts";
import { oneLine } from "../texts.ts";
import type { WriteOptions } from "./types.ts";

/** One thing to write, decided when its turn comes, so that it knows of those before it. */
export interface Item {
  /** The id that is reported where nothing needs to be written. */
  readonly id: string;
  /** File and line, where it comes from a file. */
  readonly place: string | null;
  readonly decide: (journal: Journal) => Decision | Refusal;
}

/** What a writing command starts from: plan, journal, today, and who writes. */
export interface Session {
  readonly loaded: Loaded;
  readonly inquiry: Inquiry;
  readonly today: Day;
  readonly by: string;
  readonly options: WriteOptions;
  readonly io: Io;
}

export async function openSession(options: WriteOptions, io: Io): Promise<Session> {
  const loaded = await load(options, io);
  const { plan, journal, reading } = loaded;
  const today = localTime(io.now(), plan.timezone).day;
  const inquiry = { plan, journal, asOf: today, filters: NO_FILTERS, journalDamaged: reading.damaged.length };
  return { loaded, inquiry, today, by: oneLine("--by", options.by ?? io.userName()), options, io };
}

/** Records of one command know of each other: each names the one before it as seen. */
interface Draft {
  readonly journal: Journal;
  readonly heads: readonly string[];
  readonly lines: readonly string[];
  readonly records: readonly JournalRecord[];
  readonly unchanged: readonly string[];
  readonly refused: readonly { readonly item: Item; readonly refusal: Refusal }[];
}

/** Writes all items or none, and reports what changed. */
export async function writeItems(command: WriteCommand, items: readonly Item[], session: Session): Promise<Outcome> {
  const { loaded, inquiry, options, io } = session;
  const draft = draftItems(items, session);
  if (draft.refused.length > 0) throw refusalFailure(draft);
  const dryRun = options.dryRun === true;
  const appended = dryRun || draft.lines.length === 0 ? NOTHING_APPENDED : append(draft.lines, session);
  const { file, notices } = appended;
  const { records, unchanged } = draft;
  if (options.quiet === true) return { stdout: records.map(({ id }) => `${id}\n`).join(""), stderr: notices, code: 0 };
  const view = viewWrite(command, inquiry, { dryRun, records, unchanged, after: draft.journal, file });
  const outcome = await report(view, options, io, {
    language: loaded.plan.language,
    isForecast: false,
    isToday: true,
    damaged: loaded.reading.damaged.length,
    keep: [loaded.places.plan, loaded.journalPath],
  });
  return { ...outcome, stderr: outcome.stderr + notices };
}

/** The typed day, which must not lie ahead, or null where none was typed. */
export function pastDay(flag: string, typed: string | undefined, today: Day): Day | null {
  if (typed === undefined) return null;
  const day = parseTypedDay(typed, today);
  if (day === undefined) throw usage((texts) => texts.badDay(flag, typed));
  if (day > today) throw usage((texts) => texts.future(flag, day, today));
  return day;
}

function draftItems(items: readonly Item[], { loaded, io }: Session): Draft {
  const t = timestampOf(io.now());
  const { journal } = loaded;
  const heads = headsOf(journal.records);
  const empty: Draft = { journal, heads, lines: [], records: [], unchanged: [], refused: [] };
  return items.reduce((draft, item) => addItem(draft, item, t), empty);
}

function addItem(draft: Draft, item: Item, t: string): Draft {
  const decision = item.decide(draft.journal);
  if ("refused" in decision) return { ...draft, refused: [...draft.refused, { item, refusal: decision }] };
  if ("unchanged" in decision) return { ...draft, unchanged: [...draft.unchanged, item.id] };
  const { record, line } = encodeRecord(decision.write, t, draft.heads);
  if (Buffer.byteLength(line) >= MAX_LINE_BYTES) throw usage((texts) => texts.recordTooLong(MAX_LINE_BYTES));
  return {
    ...draft,
    journal: foldJournal([...draft.journal.records, record]),
    heads: [record.id],
    lines: [...draft.lines, line],
    records: [...draft.records, record],
  };
}

function refusalFailure({ refused }: Draft): Failure {
  return usage((texts) => {
    const lines = refused.map(({ item, refusal }) => {
      const reason = texts.refused(item.id, refusal.refused, refusal.than ?? "");
      return item.place === null ? reason : `${item.place} ${reason}`;
    });
    return [...lines, texts.notRecorded].join("\n");
  });
}

/** The journal file that took the lines, relative to the plan's parent, and what the writer should know, a line each. */
interface Appended {
  readonly file: string | null;
  readonly notices: string;
}

const NOTHING_APPENDED: Appended = { file: null, notices: "" };

/** Into the journal file; in a folder, into the writer's own. */
function append(lines: readonly string[], { loaded, by, options, io }: Session): Appended {
  const { journalPath, places } = loaded;
  const isFolder = statSync(journalPath, { throwIfNoEntry: false })?.isDirectory() === true;
  const path = isFolder ? join(journalPath, `${fileNameOf(by)}.jsonl`) : journalPath;
  const file = shownInside(places, path);
  const language = chosenLanguage(options.lang, io.env) ?? loaded.plan.language;
  const texts = language === "zh" ? usageZh : usageEn;
  try {
    const notices = appendLines(path, lines).map((notice) => `${texts.appendNotice(notice, file)}\n`);
    return { file, notices: notices.join("") };
  } catch (error) {
    throw fileFailure(error);
  }
}

/** A name that every file system takes. */
function fileNameOf(by: string): string {
  const name = basename(by.normalize("NFC").replace(/[\\/:*?"<>|.\s]+/g, "_"));
  return isPortableName(name) ? name : `_${name}`;
}
