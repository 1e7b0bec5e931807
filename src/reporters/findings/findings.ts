/** Problems for code hosting and CI systems: GitHub annotations, SARIF, JUnit. */
import type { Findings, FindingsContext } from "./finding-texts.ts";
import { renderGithub } from "./github.ts";
import { renderJunit } from "./junit.ts";
import { renderSarif } from "./sarif.ts";

export type FindingFormat = "github" | "sarif" | "junit";

const RENDERERS: Readonly<Record<FindingFormat, (view: Findings, context: FindingsContext) => string>> = {
  github: renderGithub,
  sarif: renderSarif,
  junit: renderJunit,
};

/** The problems in the format. */
export function renderFindings(view: Findings, format: FindingFormat, context: FindingsContext): string {
  return RENDERERS[format](view, context);
}
