import type { Plan } from "../../core/plan.ts";
import { type NamedIndicator, matchIndicator } from "../../core/resolve.ts";
import { usage } from "../failure.ts";

/** The indicator with the typed id. Fails if there is none, or with the candidates if several fit. */
export function chooseIndicator(typed: string, plan: Plan): NamedIndicator {
  const match = matchIndicator(plan, typed);
  switch (match.kind) {
    case "indicator":
      return match.found;
    case "several":
      throw usage((texts) =>
        [
          texts.severalIndicators(typed),
          ...match.candidates.map(({ ref, indicator }) => `  ${ref}  ${indicator.name}`),
        ].join("\n"),
      );
    case "unknown":
      throw usage((texts) =>
        [texts.unknownIndicator(typed), ...(match.guess === null ? [] : [texts.guess(match.guess)])].join("\n"),
      );
  }
}
