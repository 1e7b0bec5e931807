/** Plan files as their schemas allow them, before names are resolved and rules are checked. */
import type { Basis, COLUMNS, Policy, SettledWarning, Theme } from "./plan.ts";
import { REPORT_FONTS, REPORT_SECTIONS } from "./report-template.ts";

export interface DraftHead {
  readonly title: string;
  readonly year: number;
  readonly timezone: string;
  readonly language?: "zh" | "en";
  readonly issued?: string;
  readonly journal?: string;
  readonly policy?: Partial<Policy>;
  readonly divisions: readonly { readonly id: string; readonly name: string }[];
  readonly districts?: readonly string[];
  readonly themes: readonly Theme[];
  readonly sections: readonly { readonly id: string; readonly theme: string; readonly title: string }[];
  readonly remarks?: string;
  readonly settled?: readonly SettledWarning[];
}

export interface DraftTask {
  readonly id: string | number;
  readonly title: string;
  readonly objective?: string;
  readonly measures?: readonly string[];
  readonly divisions: readonly string[];
  readonly districts?: readonly string[];
  readonly assessment?: string;
  readonly remarks?: string;
  readonly added?: string;
  readonly indicators?: readonly DraftIndicator[];
  readonly milestones?: readonly DraftMilestone[];
  readonly settled?: readonly SettledWarning[];
}

export interface DraftIndicator {
  readonly id: string;
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  readonly unit: string;
  readonly basis: Basis;
  readonly baseline?: number;
  readonly stretch?: boolean;
  readonly per?: "quarter";
  readonly due?: string;
  readonly from?: readonly (typeof COLUMNS)[number][];
  readonly remarks?: string;
}

export interface DraftMilestone {
  readonly id: string;
  readonly when: string | readonly string[];
  readonly text: string;
  readonly due?: string;
  readonly added?: string;
  readonly remarks?: string;
}

/** A list with undefined in place of items with mistakes of form. */
type Sound<T> = readonly (T | undefined)[];

/** A task without those parts that have mistakes of form. */
export type SoundTask = {
  readonly [
    Key in Exclude<keyof DraftTask, "divisions" | "districts" | "measures" | "indicators" | "milestones" | "settled">
  ]?: DraftTask[Key] | undefined;
} & {
  readonly divisions?: Sound<string> | undefined;
  readonly districts?: Sound<string> | undefined;
  readonly measures?: Sound<string> | undefined;
  readonly indicators?: Sound<SoundIndicator> | undefined;
  readonly milestones?: Sound<SoundMilestone> | undefined;
  readonly settled?: Sound<Partial<SettledWarning>> | undefined;
};

export type SoundIndicator = { readonly [Key in keyof DraftIndicator]?: DraftIndicator[Key] | undefined };

export type SoundMilestone = {
  readonly [Key in Exclude<keyof DraftMilestone, "when">]?: DraftMilestone[Key] | undefined;
} & { readonly when?: string | Sound<string> | undefined };

/** Keys and indices from the top of a document to a value in it. */
export type Path = readonly (string | number)[];

/** The parts of a file that passed the schema. Each part left out has a problem of its own. */
export interface DraftFile<Content> {
  readonly file: string;
  readonly content: Content;
}

/** All files of a plan folder. What could not be read is undefined, and rules about it are not checked. */
export interface Draft {
  readonly head: DraftFile<Partial<DraftHead>> | undefined;
  readonly parts: readonly DraftFile<{
    readonly section: string | undefined;
    /** By position in the file; undefined, whole or in part, where there are mistakes of form. */
    readonly tasks: Sound<SoundTask>;
  }>[];
}

/** The keys that each kind of map may have; `x-…` keys are always allowed. */
export const KEYS = {
  head: [
    "title",
    "year",
    "timezone",
    "language",
    "issued",
    "journal",
    "policy",
    "divisions",
    "districts",
    "themes",
    "sections",
    "remarks",
    "settled",
  ],
  policy: ["lights", "pace", "dueSoonDays", "yellowGap", "redGap", "redMonths", "report"],
  report: ["office", "issue", "signatory", "addressees", "fonts", "sections", "titles"],
  reportFonts: REPORT_FONTS,
  reportTitles: REPORT_SECTIONS,
  division: ["id", "name"],
  theme: ["id", "title"],
  section: ["id", "theme", "title"],
  tasksFile: ["section", "tasks"],
  task: [
    "id",
    "title",
    "objective",
    "measures",
    "divisions",
    "districts",
    "assessment",
    "remarks",
    "added",
    "indicators",
    "milestones",
    "settled",
  ],
  indicator: ["id", "name", "min", "max", "unit", "basis", "baseline", "stretch", "per", "due", "from", "remarks"],
  settled: ["code", "reason"],
  milestone: ["id", "when", "text", "due", "added", "remarks"],
} as const;

/** The keys of all maps together. */
export const ALL_KEYS: ReadonlySet<string> = new Set(Object.values(KEYS).flat());

/** The keys that must be there. */
export const REQUIRED: Readonly<Record<keyof typeof KEYS, readonly string[]>> = {
  head: ["title", "year", "timezone", "divisions", "themes", "sections"],
  policy: [],
  report: [],
  reportFonts: [],
  reportTitles: [],
  division: ["id", "name"],
  theme: ["id", "title"],
  section: ["id", "theme", "title"],
  tasksFile: ["section", "tasks"],
  task: ["id", "title", "divisions"],
  indicator: ["id", "name", "unit", "basis"],
  settled: ["code", "reason"],
  milestone: ["id", "when", "text"],
};
