/** Converts a parsed document's nodes to plain values, and finds mistakes in them. */
import { type ParsedNode, isMap, isScalar, isSeq } from "yaml";
import { ALL_KEYS } from "../core/draft.ts";
import type { Place } from "../core/problem.ts";
import { type JoinedLine, joinedLine } from "./joined-lines.ts";
import { type Span, type WrittenKey, repeatedKeys } from "./repeated-keys.ts";
import { strangeEscapes } from "./strange-characters.ts";
import { HOLE } from "./yaml-features.ts";
import type { OffsetFinding } from "./yaml-tokens.ts";

/** Any node, with the value and type that only scalars have. */
export type AnyNode = ParsedNode & { readonly value?: unknown; readonly type?: unknown };

/** A text being read, and the mistakes found so far; their offsets count in the parsed text. */
export interface ParseContext {
  readonly text: string;
  readonly findings: OffsetFinding[];
  readonly placeOf: (span: Span) => Place;
}

/** The plain value of a node; mistakes in it are added to the findings. */
export function valueOf(node: ParsedNode, context: ParseContext, isItem = false): unknown {
  if (isSeq(node)) return node.items.map((item) => valueOf(item, context, true));
  if (isMap(node)) return mapOf(node, context, isItem);
  return isScalar(node) ? scalarOf(node, context) : null;
}

/** Only plain digits, no more than a double keeps exactly, are a number; others become NaN: `001`, `1e5`. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const MOST_DIGITS = 15;

function scalarOf(node: AnyNode, context: ParseContext): unknown {
  if (typeof node.value === "number") {
    const { offset, length } = spanOf(node);
    const written = context.text.slice(offset, offset + length);
    const isNumber = PLAIN_NUMBER.test(written) && written.replace(/\D/g, "").length <= MOST_DIGITS;
    return isNumber ? node.value : NaN;
  }
  if (typeof node.value === "string") checkText(node, context);
  const joined = joinedIn(node, context);
  if (joined === null) return node.value;
  const { offset, length, key } = joined;
  const { type } = node;
  // A key inside quotes shows that these should have ended before it.
  const isOpen = key !== null && type !== "PLAIN";
  const place = isOpen ? { offset: spanOf(node).offset, length: 1 } : { offset, length };
  context.findings.push({ ...place, finding: { code: "E-SYNTAX", details: { fault: isOpen ? "quote" : "joined" } } });
  return HOLE;
}

/** A line that became part of the text by mistake; mostly null. */
function joinedIn(node: AnyNode, { text }: ParseContext): JoinedLine | null {
  const { value, type } = node;
  if (typeof value !== "string" || (type !== "PLAIN" && !isQuoted(type))) return null;
  const { offset, length } = spanOf(node);
  // A cheap check first: folded lines make the text longer in the file than its value, and few texts are.
  if (length === value.length + (type === "PLAIN" ? 0 : 2)) return null;
  const joined = joinedLine(text.slice(offset, offset + length));
  return joined === null ? null : { ...joined, offset: offset + joined.offset };
}

function isQuoted(type: unknown): boolean {
  return type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
}

/** Finds hidden characters written as escapes, and tabs inside a text. */
function checkText(node: AnyNode, { text, findings }: ParseContext): void {
  const mayEscape = node.type === "QUOTE_DOUBLE";
  const hasTab = String(node.value).includes("\t");
  if (!mayEscape && !hasTab) return;
  const { offset, length } = spanOf(node);
  const written = text.slice(offset, offset + length);
  if (mayEscape) {
    findings.push(...strangeEscapes(written).map((one) => ({ ...one, offset: offset + one.offset })));
  }
  const tab = hasTab ? written.indexOf("\t") : -1;
  if (tab < 0) return;
  findings.push({
    offset: offset + tab,
    length: 1,
    finding: { code: "E-CHAR", details: { codePoint: "U+0009" } },
  });
}

/** A mapping in block or flow style. */
export type MapNode = Extract<ParsedNode, { items: { key: unknown; value: unknown }[] }>;

function mapOf(node: MapNode, context: ParseContext, isItem: boolean): unknown {
  // A plain object: one without prototype takes twice the memory.
  const map: Record<string, unknown> = {};
  const lost: string[] = [];
  const firsts = new Map<string, Span>();
  const written: WrittenKey[] = [];
  for (const { key, value } of entriesOf(node)) {
    const feature = refusedKey(key);
    if (feature !== null) {
      context.findings.push({ ...spanOf(key), finding: { code: "E-YAML-FEATURE", details: { feature } } });
      continue;
    }
    scalarOf(key, context);
    const name = nameOf(key);
    if (value === null && node.flow === true && written.some(isKnown) && isRest(key, context)) continue;
    const [first, span] = [firsts.get(name), spanOf(key)];
    written.push({ name, span, first });
    if (first !== undefined) continue;
    firsts.set(name, span);
    const swallowed = value === null ? null : (joinedIn(value, context)?.key ?? null);
    if (swallowed !== null) lost.push(swallowed);
    setIn(map, name, value === null ? null : valueOf(value, context));
  }
  // A swallowed key is reported where it stands, so it must not count as missing. If it occurs below, too, that one counts.
  for (const name of lost) if (!Object.hasOwn(map, name)) setIn(map, name, HOLE);
  if (firsts.size < written.length) {
    const isBlockItem = isItem && node.flow !== true;
    context.findings.push(...repeatedKeys(written, isBlockItem, context.placeOf));
  }
  return map;
}

/** Sets a value of the map itself, also under `__proto__`, which is a key like any other. */
function setIn(map: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") map[name] = value;
  else Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
}

function isKnown({ name }: WrittenKey): boolean {
  return ALL_KEYS.has(name);
}

/** Whether this is no key but the rest of a text cut off by a comma within braces: `{text: 培育1,000家}`. Reports it. */
function isRest(key: AnyNode, { text, findings }: ParseContext): boolean {
  const { offset, length } = spanOf(key);
  if (ALL_KEYS.has(nameOf(key)) || !/^\s*[,}]/.test(text.slice(offset + length, offset + length + 100))) return false;
  findings.push({ offset, length, finding: { code: "E-SYNTAX", details: { fault: "comma" } } });
  return true;
}

/** The entries of a map, in the order written. */
export function entriesOf({ items }: MapNode): readonly { readonly key: AnyNode; readonly value: ParsedNode | null }[] {
  return items;
}

/** Why this may not be a key: it is not a scalar, or it is a merge (`<<`); null if it may. */
export function refusedKey(key: AnyNode): "key" | "merge" | null {
  if (!isScalar(key)) return "key";
  return key.value === "<<" && isPlain(key) ? "merge" : null;
}

/** The key as text. */
export function nameOf(key: AnyNode): string {
  return String(key.value);
}

function isPlain(node: { readonly type?: unknown }): boolean {
  return node.type === "PLAIN";
}

/** The range of the node in the text. */
export function spanOf(node: ParsedNode): Span {
  const [start, end] = node.range;
  return { offset: start, length: Math.max(end - start, 0) };
}
