/** What an office decides about its bulletin: `policy: report:` in plan.yaml. Every key may be left out. */

export const REPORT_SECTIONS = [
  "overview",
  "finished",
  "behind",
  "unreported",
  "divisions",
  "themes",
  "indicators",
  "changes",
  "unproven",
  "next",
  "annex",
] as const;

/** A part of the bulletin; `REPORT_SECTIONS` has the usual order. */
export type ReportSection = (typeof REPORT_SECTIONS)[number];

export const REPORT_FONTS = ["title", "body", "heading", "subheading", "number"] as const;

/** What a font is used for: 标题、正文、一级标题、二级标题、页码. */
export type ReportFont = (typeof REPORT_FONTS)[number];

export interface ReportTemplate {
  /** The office that issues it: printed below the title and at the end. */
  readonly office?: string;
  /**
   * The issue's number, such as `第{quarter}期`; `{quarter}` and `{year}` are replaced. With `{quarter}`, only bulletins
   * on a single quarter have a number.
   */
  readonly issue?: string;
  /** Who signs it; the office if left out. */
  readonly signatory?: string;
  /** The addressees (主送). */
  readonly addressees?: string;
  readonly fonts?: Readonly<Partial<Record<ReportFont, string>>>;
  /** Which parts it has, in which order; all in the usual order if left out. */
  readonly sections?: readonly ReportSection[];
  readonly titles?: Readonly<Partial<Record<ReportSection, string>>>;
}

/** A part with the office's own title; null for the usual title. */
export interface SectionView {
  readonly id: ReportSection;
  readonly title: string | null;
}

/** The template as a bulletin uses it. */
export interface TemplateView {
  readonly office: string | null;
  readonly issue: string | null;
  readonly signatory: string | null;
  readonly addressees: string | null;
  readonly sections: readonly SectionView[];
  readonly fonts: Readonly<Record<ReportFont, string | null>>;
}

/** Fills in the template. `quarters` are those reported on, none for the whole year. */
export function fillTemplate(template: ReportTemplate, year: number, quarters: readonly number[]): TemplateView {
  const { office = null, issue, addressees = null, sections = REPORT_SECTIONS, titles = {}, fonts = {} } = template;
  return {
    office,
    issue: issue === undefined ? null : fillIssue(issue, year, quarters),
    signatory: template.signatory ?? office,
    addressees,
    sections: sections.map((id) => ({ id, title: titles[id] ?? null })),
    fonts: {
      title: fonts.title ?? null,
      body: fonts.body ?? null,
      heading: fonts.heading ?? null,
      subheading: fonts.subheading ?? null,
      number: fonts.number ?? null,
    },
  };
}

/**
 * Null if the number counts quarters and the bulletin is not on a single one: a half-year or a year has no such number.
 */
function fillIssue(issue: string, year: number, quarters: readonly number[]): string | null {
  const [quarter, ...others] = quarters;
  const isOne = quarter !== undefined && others.length === 0;
  if (!isOne && issue.includes("{quarter}")) return null;
  return issue.replaceAll("{year}", String(year)).replaceAll("{quarter}", String(quarter));
}

/** What a bulletin's period may be called: a single quarter, a single month, or any other period. */
export type PeriodKind = "quarter" | "month" | "period";
