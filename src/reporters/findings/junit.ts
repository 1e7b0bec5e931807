/** JUnit XML, as Jenkins and GitLab read it: a suite for each file, a case for each problem. */
import { type Problem, formatPlace, isError } from "../../core/problem.ts";
import { type Findings, type FindingsContext, adviceOf, inert } from "./finding-texts.ts";
import { attributes, escapeMarkup } from "../markup.ts";

/**
 * Errors become failures. Warnings become skipped cases, which are seen but break no build. Without problems there is
 * one passing case.
 */
export function renderJunit(view: Findings, context: FindingsContext): string {
  const files = [...new Set(view.problems.map(({ at }) => at?.file ?? ""))];
  const suites = files.map((file) => {
    const own = view.problems.filter(({ at }) => (at?.file ?? "") === file);
    return suite(file === "" ? "ipplan" : context.prefix + file, own, context);
  });
  const sound =
    '  <testsuite name="ipplan" tests="1" failures="0" skipped="0">\n    <testcase name="check"/>\n  </testsuite>';
  const body = suites.length === 0 ? [sound] : suites;
  const all = attributes({ name: "ipplan", tests: Math.max(view.problems.length, 1), failures: view.errors });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${all}>\n${body.join("\n")}\n</testsuites>\n`;
}

function suite(name: string, problems: readonly Problem[], context: FindingsContext): string {
  const failures = problems.filter(isError).length;
  const counts = { tests: problems.length, failures, skipped: problems.length - failures };
  const cases = problems.map((problem) => testcase(name, problem, context));
  return [`  <testsuite${attributes({ name, ...counts })}>`, ...cases, "  </testsuite>"].join("\n");
}

function testcase(classname: string, problem: Problem, { catalogue }: FindingsContext): string {
  const { message, advice } = adviceOf(problem, catalogue);
  const name = `${problem.code} ${problem.at === null ? "" : `${problem.at.line}:${problem.at.column}`}`.trim();
  const place = formatPlace(problem.at);
  const lines = [...(place === "" ? [] : [inert(place)]), message, ...advice];
  const text = escapeMarkup(lines.join("\n"));
  const told = isError(problem)
    ? `<failure${attributes({ type: problem.code, message })}>${text}</failure>`
    : `<skipped>${text}</skipped>`;
  return `    <testcase${attributes({ name, classname })}>${told}</testcase>`;
}
