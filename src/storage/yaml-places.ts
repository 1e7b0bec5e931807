/** Where the values and keys of a document stand in its text, by their paths. */
import { type ParsedNode, isMap, isSeq } from "yaml";
import type { Path } from "../core/draft.ts";
import type { Span } from "./repeated-keys.ts";
import { entriesOf, nameOf, refusedKey, spanOf } from "./yaml-values.ts";

/** Where values and keys stand, by their paths. */
export interface SpanIndex {
  readonly values: ReadonlyMap<string, Span>;
  readonly keys: ReadonlyMap<string, Span>;
}

/** Where everything stands in a text. */
export function indexOf(contents: ParsedNode | null): SpanIndex {
  const index = { values: new Map<string, Span>(), keys: new Map<string, Span>() };
  if (contents !== null) addSpans(contents, [], index);
  return index;
}

function addSpans(node: ParsedNode, path: Path, index: { values: Map<string, Span>; keys: Map<string, Span> }): void {
  index.values.set(pointer(path), spanOf(node));
  if (isSeq(node)) node.items.forEach((item, at) => addSpans(item, [...path, at], index));
  if (!isMap(node)) return;
  for (const { key, value } of entriesOf(node)) {
    if (refusedKey(key) !== null) continue;
    const own = [...path, nameOf(key)];
    // Of a key that stands twice, the first is the one that counts.
    if (index.keys.has(pointer(own))) continue;
    index.keys.set(pointer(own), spanOf(key));
    if (value === null) index.values.set(pointer(own), spanOf(key));
    else addSpans(value, own, index);
  }
}

/** That of the value at the path; of the nearest thing around it where there is none. */
export function nearestSpan(index: SpanIndex, path: Path): Span {
  const span = index.values.get(pointer(path));
  if (span !== undefined || path.length === 0) return span ?? { offset: 0, length: 0 };
  return nearestSpan(index, path.slice(0, -1));
}

/** The path as a key of the index. */
export function pointer(path: Path): string {
  return JSON.stringify(path);
}
