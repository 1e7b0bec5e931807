/**
 * A bulletin as JUnit XML: a suite for each leading division, a case for each milestone. Overdue milestones fail, done
 * ones pass, and those still open or cancelled are skipped.
 */
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { ReportView } from "../../core/views/report.ts";
import type { TaskView } from "../../core/views/task.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { attributes, escapeMarkup } from "../markup.ts";
import { moreLines, nameOf, overdueText, stateText } from "./milestone-texts.ts";
import { type ReportContext, makeReportContext } from "./report-context.ts";

interface Case {
  readonly task: TaskView;
  readonly milestone: MilestoneView;
}

export function renderJunitReport(view: ReportView, catalogue: Catalogue): string {
  const context = makeReportContext(view, catalogue);
  const cases = view.tasks.flatMap((task) => task.milestones.map((milestone) => ({ task, milestone })));
  const suites = leadsOf(view).map((lead) =>
    suite(
      lead,
      cases.filter(({ task }) => task.lead === lead),
      context,
    ),
  );
  const all = attributes({ name: view.plan?.title ?? "", tests: cases.length, failures: overdueOf(cases) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${all}>\n${suites.join("")}</testsuites>\n`;
}

/** The leading divisions: in plan order if the bulletin has all divisions, otherwise in the order of their tasks. */
function leadsOf({ groups, tasks }: ReportView): string[] {
  const leading = new Set(tasks.filter(({ milestones }) => milestones.length > 0).map(({ lead }) => lead));
  return [...new Set([...groups.map(({ name }) => name), ...leading])].filter((name) => leading.has(name));
}

function suite(name: string, cases: readonly Case[], context: ReportContext): string {
  const counts = {
    tests: cases.length,
    failures: overdueOf(cases),
    skipped: cases.filter(({ milestone }) => isSkipped(milestone)).length,
  };
  const lines = cases.map((one) => testcase(name, one, context));
  return [`  <testsuite${attributes({ name, ...counts })}>`, ...lines, "  </testsuite>", ""].join("\n");
}

function testcase(classname: string, { milestone, task }: Case, context: ReportContext): string {
  const head = `    <testcase${attributes({ name: nameOf(milestone), classname })}`;
  if (milestone.state === "done") return `${head}/>`;
  if (isSkipped(milestone)) {
    return `${head}><skipped>${escapeMarkup(stateText(milestone, context))}</skipped></testcase>`;
  }
  const message = overdueText(milestone, task, context);
  const text = escapeMarkup([message, ...moreLines(milestone, task, context)].join("\n"));
  return `${head}><failure${attributes({ type: "overdue", message })}>${text}</failure></testcase>`;
}

function isSkipped({ state }: MilestoneView): boolean {
  return state !== "done" && state !== "overdue";
}

function overdueOf(cases: readonly Case[]): number {
  return cases.filter(({ milestone }) => milestone.state === "overdue").length;
}
