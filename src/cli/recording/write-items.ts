/** All writing commands end here: everything is decided and encoded before the first byte is written. */
import type { Decision, Refusal } from "../../core/journal/deeds.ts";
import { withRecords } from "../../core/journal/extend.ts";
import type { Journal } from "../../core/journal/fold.ts";
import { headsOf } from "../../core/journal/links.ts";
import { type JournalRecord, shortId } from "../../core/journal/record.ts";
import { isAfterPlan, isBeforePlan } from "../../core/plan.ts";
import { type WriteCommand, viewWrite } from "../../core/views/writes.ts";
import { timestampOf } from "../../core/zone.ts";
import type { UsageTexts } from "../../i18n/zh/usage.ts";
import { MAX_LINE_BYTES, encodeRecord } from "../../storage/journal-line.ts";
import { type Failure, usage } from "../failure.ts";
import { LISTING, hurry } from "../hurry.ts";
import type { Outcome } from "../io.ts";
import { outcomeOf } from "../outcome.ts";
import { append, journalFileOf } from "./append.ts";
import type { Session } from "./session.ts";
import { shownInside } from "../inside.ts";
import { journalNotices } from "../notices.ts";

/** One thing to write, decided when its turn comes, so that it knows of those before it. */
export interface Item {
  /** The id that is reported where nothing needs to be written. */
  readonly id: string;
  /** File and line, where it comes from a file. */
  readonly place: string | null;
  readonly decide: (journal: Journal) => Decision | Refusal;
}

/** Records of one command know of each other: each names the one before it as seen. */
interface Draft {
  readonly journal: Journal;
  readonly heads: readonly string[];
  readonly lines: readonly string[];
  readonly records: readonly JournalRecord[];
  /** By the ids of records: what said each first, whether it was written now or stood there already. */
  readonly said: ReadonlyMap<string, Item>;
  readonly unchanged: readonly string[];
  readonly refused: readonly Refused[];
}

interface Refused {
  readonly item: Item;
  readonly refusal: Refusal;
}

/** Items that are written before it pays to optimize that. */
const FEW = 20;

/**
 * Writes all items or none, and reports what changed. All that is told, `hint` too, is ready before the first byte is written:
 * what cannot be told is not written, and nothing that is found wrong later makes the command begin again.
 */
export async function writeItems(
  command: WriteCommand,
  items: readonly Item[],
  session: Session,
  hint = "",
): Promise<Outcome> {
  const { loaded, options, io } = session;
  if (items.length <= FEW) hurry(loaded.plan, io, LISTING);
  const draft = draftItems(items, session);
  if (draft.refused.length > 0) throw refusalFailure(draft);
  const isWritten = options.dryRun !== true && draft.lines.length > 0;
  const path = isWritten ? journalFileOf(session) : null;
  const outcome = await reportWrite(command, draft, path, session);
  const doubtful = await doubts(draft, session);
  const notices = path === null ? "" : await append(path, draft.lines, loaded, session.language);
  const written = path === null ? [] : draft.records.map(({ id }) => id);
  return { ...outcome, stderr: outcome.stderr + doubtful + hint + notices, written };
}

/** What was recorded and is probably not what was meant; what tells it is loaded where there may be any. */
async function doubts(draft: Draft, session: Session): Promise<string> {
  const { plan } = session.loaded;
  const mayBe = draft.records.some(
    ({ do: kind, on, percent, to = session.today }) =>
      kind === "reading" ||
      (kind === "progress" && on < session.today) ||
      percent === 100 ||
      to < session.today ||
      isBeforePlan(plan, on) ||
      (kind === "done" && isAfterPlan(plan, on)),
  );
  return mayBe ? (await import("./doubts.ts")).doubtsIn(draft, session) : "";
}

/** What is printed once all is written; `path` is the journal file that takes the records, null where none does. */
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

function draftItems(items: readonly Item[], { loaded, io }: Session): Draft {
  const t = timestampOf(io.now());
  const { journal } = loaded;
  const heads = headsOf(journal.links);
  const empty: Draft = { journal, heads, lines: [], records: [], said: new Map(), unchanged: [], refused: [] };
  return items.reduce((draft, item) => addItem(draft, item, t), empty);
}

function addItem(draft: Draft, item: Item, t: string): Draft {
  const decision = refuseTwice(item.decide(draft.journal), draft);
  if ("refused" in decision) return { ...draft, refused: [...draft.refused, { item, refusal: decision }] };
  if ("unchanged" in decision) {
    const said = new Map([...draft.said, [decision.unchanged.id, item]]);
    return { ...draft, said, unchanged: [...draft.unchanged, item.id] };
  }
  const { record, line } = encodeRecord(decision.write, t, draft.heads);
  if (Buffer.byteLength(line) >= MAX_LINE_BYTES) throw usage((texts) => texts.recordTooLong(MAX_LINE_BYTES));
  return {
    ...draft,
    journal: withRecords(draft.journal, [record]),
    heads: [record.id],
    lines: [...draft.lines, line],
    records: [...draft.records, record],
    said: new Map([...draft.said, [record.id, item]]),
  };
}

/** One command says a thing once: of two that say the same, or correct each other, one is a slip. */
function refuseTwice(decision: Decision | Refusal, { said }: Draft): Decision | Refusal {
  if ("refused" in decision) return decision;
  const other = "unchanged" in decision ? decision.unchanged : decision.corrects;
  const first = other === null ? undefined : said.get(other.id);
  return first === undefined ? decision : { refused: "said twice", than: first.place ?? "" };
}

function refusalFailure({ refused }: Draft): Failure {
  return usage((texts) => [...refused.map((one) => refusalLine(one, texts)), texts.notRecorded].join("\n"));
}

function refusalLine({ item, refusal }: Refused, texts: UsageTexts): string {
  const id = refusal.refused === "corrected" ? shortId(item.id) : item.id;
  const reason = texts.refused(id, refusal.refused, refusal.than ?? "");
  return item.place === null ? reason : `${item.place} ${reason}`;
}

/** Which of the items would be refused, and why. */
export function refusalsOf(items: readonly Item[], session: Session): Map<Item, Failure> {
  const { refused } = draftItems(items, session);
  return new Map(refused.map((one) => [one.item, usage((texts) => refusalLine(one, texts))]));
}
