/** What a writing command would write, item by item, each knowing of those before it. */
import type { Decision, Refusal } from "../../core/journal/deeds.ts";
import { withRecords } from "../../core/journal/extend.ts";
import type { Journal } from "../../core/journal/fold.ts";
import { headsOf } from "../../core/journal/links.ts";
import { type JournalRecord, shortId } from "../../core/journal/record.ts";
import type { UsageTexts } from "../../i18n/zh/usage.ts";
import { MAX_LINE_BYTES, encodeRecord } from "../../storage/journal-line.ts";
import { type Failure, usage } from "../failure.ts";

/** One thing to write, decided when its turn comes, so that it knows of those before it. */
export interface Item {
  /** The id that is reported where nothing needs to be written. */
  readonly id: string;
  /** File and line, where it comes from a file. */
  readonly place: string | null;
  readonly decide: (journal: Journal) => Decision | Refusal;
}

/**
 * Records of one command know of each other: each names the one before it as seen. It grows as it is made: of many items each
 * would else copy all that was drafted before it.
 */
export interface Draft {
  journal: Journal;
  heads: readonly string[];
  readonly lines: string[];
  readonly records: JournalRecord[];
  /** By the ids of records: what said each first, whether it was written now or stood there already. */
  readonly said: Map<string, Item>;
  readonly unchanged: string[];
  readonly refused: Refused[];
}

interface Refused {
  readonly item: Item;
  readonly refusal: Refusal;
}

/** What becomes of the items, one after the other; `t` is when that is. */
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

/** Adds to the draft what becomes of the item. */
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

/** One command says a thing once: of two that say the same, or correct each other, one is a slip. */
function refuseTwice(decision: Decision | Refusal, { said }: Draft): Decision | Refusal {
  if ("refused" in decision) return decision;
  const other = "unchanged" in decision ? decision.unchanged : decision.corrects;
  const first = other === null ? undefined : said.get(other.id);
  return first === undefined ? decision : { refused: "said twice", than: first.place ?? "" };
}

/** Why nothing is written: all that was refused. */
export function refusalFailure({ refused }: Draft): Failure {
  return usage((texts) => [...refused.map((one) => refusalLine(one, texts)), texts.notRecorded].join("\n"));
}

function refusalLine({ item, refusal }: Refused, texts: UsageTexts): string {
  const id = refusal.refused === "corrected" ? shortId(item.id) : item.id;
  const reason = texts.refused(id, refusal.refused, refusal.than ?? "");
  return item.place === null ? reason : `${item.place} ${reason}`;
}

/** Which of the items would be refused, and why. */
export function refusalsOf(items: readonly Item[], journal: Journal, t: string): Map<Item, Failure> {
  const { refused } = draftItems(items, journal, t);
  return new Map(refused.map((one) => [one.item, usage((texts) => refusalLine(one, texts))]));
}
