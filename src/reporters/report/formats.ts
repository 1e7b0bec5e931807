/** Renders a bulletin in a format. What a format needs is loaded only for it. */
import type { ReportView } from "../../core/views/report.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import type { MilestonePlaces } from "./github.ts";

export const REPORT_FORMATS = ["md", "html", "docx", "xlsx", "csv", "json", "junit", "github"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Binary formats, which can only be written to files. */
export const BINARY_FORMATS: ReadonlySet<ReportFormat> = new Set(["docx", "xlsx"]);

/** What a bulletin needs besides view and format. */
export interface ReportRequest {
  readonly catalogue: Catalogue;
  /** Whether the as-of day is still to come. */
  readonly isForecast: boolean;
  /** Where the milestones are in the plan files, for formats that point there. */
  readonly where?: MilestonePlaces;
}

/** The bulletin in the format: text, or bytes (`BINARY_FORMATS`). */
export async function renderReport(
  view: ReportView,
  format: ReportFormat,
  { catalogue, isForecast, where = { places: new Map(), prefix: "" } }: ReportRequest,
): Promise<string | Uint8Array> {
  if (format === "json") return (await import("../json.ts")).renderJson(view);
  if (format === "junit") return (await import("./junit.ts")).renderJunitReport(view, catalogue);
  if (format === "github") return (await import("./github.ts")).renderGithubReport(view, catalogue, where);
  const { composeReport } = await import("./compose.ts");
  const document = composeReport(view, catalogue, isForecast);
  switch (format) {
    case "md":
      return (await import("./markdown.ts")).renderMarkdownReport(document);
    case "html":
      return (await import("./html.ts")).renderHtmlReport(document);
    case "docx":
      return (await import("./docx.ts")).renderDocxReport(document, view);
    case "xlsx":
      return (await import("./ledger.ts")).renderXlsxReport(view, document, catalogue);
    case "csv":
      return (await import("./csv.ts")).renderCsvReport(view, catalogue);
  }
}
