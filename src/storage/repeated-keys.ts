/** Keys that occur twice in a map: one too many, or the keys of an item whose beginning was lost. */
import type { Finding, Place } from "../core/problem.ts";
import type { OffsetFinding } from "./yaml-tokens.ts";

/** A range of a text. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A key as written, and where the map had the same key before. */
export interface WrittenKey {
  readonly name: string;
  readonly span: Span;
  readonly first: Span | undefined;
}

type Repeated = WrittenKey & { readonly first: Span };

/** Findings for the map's repeated keys, in order. If an item lost its beginning, all its keys are one finding. */
export function repeatedKeys(
  written: readonly WrittenKey[],
  isItem: boolean,
  placeOf: (span: Span) => Place,
): OffsetFinding[] {
  const beginning = written[0]?.name ?? "";
  return runsOf(written).flatMap((run) => {
    const [one] = run;
    const isLost = isItem && (run.length > 1 || one?.name === "id");
    const told = isLost ? run.slice(0, 1) : run;
    return told.map(({ name, span, first }) => {
      const isBeginning = name === beginning || name === "id";
      const lost = { lost: isBeginning ? "- " : `- ${beginning}: …`, count: run.length };
      const details = { key: name, first: placeOf(first), ...(isLost ? lost : {}) };
      const finding: Finding = { code: "E-DUPLICATE-KEY", details };
      return { ...span, finding };
    });
  });
}

/** Groups the keys: a run begins with a key that occurred before, and ends before one of its own keys comes again. */
function runsOf(written: readonly WrittenKey[]): Repeated[][] {
  const runs: Repeated[][] = [];
  let names = new Set<string>();
  for (const { name, span, first } of written) {
    if (names.has(name)) {
      runs.push([]);
      names = new Set();
    }
    names.add(name);
    if (first !== undefined) runs.at(-1)?.push({ name, span, first });
  }
  return runs;
}
