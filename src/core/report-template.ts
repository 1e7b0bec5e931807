/** What an office decides about its bulletin: `policy: report:` in plan.yaml. Everything may be left out. */

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

/** A part of the bulletin, in the order in which offices write it. */
export type ReportSection = (typeof REPORT_SECTIONS)[number];

export const REPORT_FONTS = ["title", "body", "heading", "subheading", "number"] as const;

/** What a font is used for: 标题、正文、一级标题、二级标题、页码. */
export type ReportFont = (typeof REPORT_FONTS)[number];

export interface ReportTemplate {
  /** The office that issues it, as it stands below the title and at the end. */
  readonly office?: string;
  /** The issue's number, `第{quarter}期`: `{quarter}` and `{year}` are replaced; with `{quarter}` it is a quarter's alone. */
  readonly issue?: string;
  /** Who signs it; else the office. */
  readonly signatory?: string;
  /** To whom it goes (主送). */
  readonly addressees?: string;
  readonly fonts?: Readonly<Partial<Record<ReportFont, string>>>;
  /** Which parts, in which order; else all in the usual order. */
  readonly sections?: readonly ReportSection[];
  readonly titles?: Readonly<Partial<Record<ReportSection, string>>>;
}

/** A part with the office's own title, or null for the usual one. */
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

/** The template filled in; `quarters` are those reported on, none for the whole year. */
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

/** What counts quarters is the number of none but a single one: a half-year and the year have none. */
function fillIssue(issue: string, year: number, quarters: readonly number[]): string | null {
  const [quarter, ...others] = quarters;
  const isOne = quarter !== undefined && others.length === 0;
  if (!isOne && issue.includes("{quarter}")) return null;
  return issue.replaceAll("{year}", String(year)).replaceAll("{quarter}", String(quarter));
}

/** A single quarter, a single month, or any other period: by what its bulletin may call it. */
export type PeriodKind = "quarter" | "month" | "period";
