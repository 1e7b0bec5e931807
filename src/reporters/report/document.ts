/** A bulletin as headings, paragraphs and tables. Every format renders this, so that all have the same facts. */
import type { Light } from "../../core/lights.ts";
import type { ReportSection } from "../../core/report-template.ts";
import type { Language } from "../../i18n/catalogue.ts";
import type { LegendOf } from "../words/legend.ts";

/** A cell of a table. `text` is what is shown; numbers in it are ready to print. */
export interface Cell {
  readonly text: string;
  /** The text in meaningful pieces. If it does not fit on one line, it is broken between them. */
  readonly pieces?: readonly string[];
  /** The sort key, if it is not the text. */
  readonly order?: number | string;
  readonly light?: Light;
}

export interface Column {
  readonly heading: string;
  readonly align: "left" | "center" | "right";
  /** Where its texts may be broken; anywhere if absent. Ids, days and numbers never are; names only between words. */
  readonly breaks?: "never" | "words";
}

export interface Table {
  readonly kind: "table";
  /** A description for readers who cannot see the table's context. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whether the last row is a total. */
  readonly hasTotal: boolean;
  /** Whether it is the long table, which readers search. */
  readonly isRegister: boolean;
  /** What its lights refer to; milestones if absent. */
  readonly lightsOf?: LegendOf;
}

export interface Bar {
  readonly label: string;
  /** 0 to 100. */
  readonly percent: number;
  readonly text: string;
  readonly light: Light;
}

/** A chart of numbers that the text or a table also gives; formats without pictures leave it out. */
export interface Chart {
  readonly kind: "chart";
  readonly caption: string;
  readonly bars: readonly Bar[];
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "subheading"; readonly text: string }
  | { readonly kind: "items"; readonly items: readonly string[] }
  | { readonly kind: "note"; readonly text: string }
  | Table
  | Chart;

export interface DocumentSection {
  readonly id: ReportSection;
  readonly heading: string;
  /** Whether it is the annex, which follows the signature. */
  readonly isAnnex: boolean;
  readonly blocks: readonly Block[];
}

export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  /** The title in meaningful lines, for when it does not fit on one. */
  readonly titleLines: readonly string[];
  readonly issue: string | null;
  readonly office: string | null;
  readonly day: string;
  readonly addressees: string | null;
  readonly intro: readonly string[];
  readonly sections: readonly DocumentSection[];
  readonly signatory: string | null;
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

export function subheading(text: string): Block {
  return { kind: "subheading", text };
}
