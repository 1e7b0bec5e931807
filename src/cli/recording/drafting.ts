/** Drafts what a writing command would write: item by item, each aware of those before it. */
import type { Decision, Refusal } from "../../core/journal/write-decisions.ts";
import { withRecords } from "../../core/journal/extend.ts";
import type { Journal } from "../../core/journal/fold.ts";
import { headsOf } from "../../core/journal/links.ts";
import { type JournalRecord, shortId } from "../../core/journal/record.ts";
import type { UsageTexts } from "../../i18n/zh/usage.ts";
import { MAX_LINE_BYTES, encodeRecord } from "../../storage/journal-line.ts";
import { type Failure, usage } from "../failure.ts";

/** One thing to write. It is decided in its turn, so that it knows those before it. */
export interface Item {
  /** The id to report if nothing needs to be written. */
  readonly id: string;
  /** File and line, if it comes from a file; else null. */
  readonly place: string | null;
  readonly decide: (journal: Journal) => Decision | Refusal;
}

/**
 * The records of one command, each naming the previous one in `prev`. Mutable: copying the draft for each of many items
 * would take quadratic time.
 */
export interface Draft {
  journal: Journal;
  heads: readonly string[];
  readonly lines: string[];
  readonly records: JournalRecord[];
  /** Record id → the first item that said it, whether it was written now or existed already. */
  readonly said: Map<string, Item>;
  readonly unchanged: string[];
  readonly refused: Refused[];
}

interface Refused {
  readonly item: Item;
  readonly refusal: Refusal;
}

/** Decides all items in order; `t` is the timestamp of the records. */
export function draftItems(items: readonly Item[], journal: Journal, t: string): Draft {
  const draft: Draft = {
    journal,
    heads: headsOf(journal.links),
    lines: [],
    records: [],
    said: new Map(),
    unchanged: [],
    refused: [],
  };
  for (const item of items) addItem(draft, item, t);
  return draft;
}

/** Decides one item and adds the result to the draft. */
function addItem(draft: Draft, item: Item, t: string): void {
  const decision = refuseTwice(item.decide(draft.journal), draft);
  if ("refused" in decision) {
    draft.refused.push({ item, refusal: decision });
    return;
  }
  if ("unchanged" in decision) {
    draft.said.set(decision.unchanged.id, item);
    draft.unchanged.push(item.id);
    return;
  }
  const { record, line } = encodeRecord(decision.write, t, draft.heads);
  if (Buffer.byteLength(line) >= MAX_LINE_BYTES) throw usage((texts) => texts.recordTooLong(MAX_LINE_BYTES));
  draft.journal = withRecords(draft.journal, [record]);
  draft.heads = [record.id];
  draft.lines.push(line);
  draft.records.push(record);
  draft.said.set(record.id, item);
}

/** Refuses an item that repeats or corrects an earlier one of the same command: one of the two is a slip. */
function refuseTwice(decision: Decision | Refusal, { said }: Draft): Decision | Refusal {
  if ("refused" in decision) return decision;
  const other = "unchanged" in decision ? decision.unchanged : decision.corrects;
  const first = other === null ? undefined : said.get(other.id);
  return first === undefined ? decision : { refused: "said twice", than: first.place ?? "" };
}

/** The failure that lists everything refused. */
export function refusalFailure({ refused }: Draft): Failure {
  return usage((texts) => [...refused.map((one) => refusalLine(one, texts)), texts.notRecorded].join("\n"));
}

function refusalLine({ item, refusal }: Refused, texts: UsageTexts): string {
  const id = refusal.refused === "corrected" ? shortId(item.id) : item.id;
  const reason = texts.refused(id, refusal.refused, refusal.than ?? "");
  return item.place === null ? reason : `${item.place} ${reason}`;
}

/** The items that would be refused, with the reasons. */
export function refusalsOf(items: readonly Item[], journal: Journal, t: string): Map<Item, Failure> {
  const { refused } = draftItems(items, journal, t);
  return new Map(refused.map((one) => [one.item, usage((texts) => refusalLine(one, texts))]));
}
