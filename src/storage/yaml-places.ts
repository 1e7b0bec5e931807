/** Indexes where the values and keys of a document are in its text, by path. */
import { type ParsedNode, isMap, isSeq } from "yaml";
import type { Path } from "../core/draft.ts";
import type { Span } from "./repeated-keys.ts";
import { entriesOf, nameOf, refusedKey, spanOf } from "./yaml-values.ts";

/** The positions of values and keys; see `pathKey` for the map keys. */
export interface SpanIndex {
  readonly values: ReadonlyMap<string, Span>;
  readonly keys: ReadonlyMap<string, Span>;
}

/** The positions of all values and keys in a document. */
export function indexOf(contents: ParsedNode | null): SpanIndex {
  const index = { values: new Map<string, Span>(), keys: new Map<string, Span>() };
  if (contents !== null) addSpans(contents, [], index);
  return index;
}

function addSpans(node: ParsedNode, path: Path, index: { values: Map<string, Span>; keys: Map<string, Span> }): void {
  index.values.set(pathKey(path), spanOf(node));
  if (isSeq(node)) node.items.forEach((item, at) => addSpans(item, [...path, at], index));
  if (!isMap(node)) return;
  for (const { key, value } of entriesOf(node)) {
    if (refusedKey(key) !== null) continue;
    const own = [...path, nameOf(key)];
    // If a key occurs twice, the first one counts.
    if (index.keys.has(pathKey(own))) continue;
    index.keys.set(pathKey(own), spanOf(key));
    if (value === null) index.values.set(pathKey(own), spanOf(key));
    else addSpans(value, own, index);
  }
}

/** The position of the value at the path, or of the nearest thing around it. */
export function nearestSpan(index: SpanIndex, path: Path): Span {
  const span = index.values.get(pathKey(path));
  if (span !== undefined || path.length === 0) return span ?? { offset: 0, length: 0 };
  return nearestSpan(index, path.slice(0, -1));
}

/** The path as a map key of the index. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}
