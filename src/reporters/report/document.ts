/** A bulletin as headings, paragraphs and tables: what every format renders, so that all have the same facts. */
import type { Light } from "../../core/lights.ts";
import type { ReportSection } from "../../core/report-template.ts";
import type { Language } from "../../i18n/catalogue.ts";
import type { LegendOf } from "../words/legend.ts";

/** A cell of a table. Numbers are counts or percentages ready to print; the text is what is shown. */
export interface Cell {
  readonly text: string;
  /** The text in pieces that each make sense: where it does not fit one line, it is broken between them. */
  readonly pieces?: readonly string[];
  /** By what the column is sorted, where that is not its text. */
  readonly order?: number | string;
  readonly light?: Light;
}

export interface Column {
  readonly heading: string;
  readonly align: "left" | "center" | "right";
  /** Share of the table's width, relative to the other columns'. */
  readonly weight: number;
  /** Where its texts may be broken; anywhere where it is left out. Ids, days and numbers are never, names between words. */
  readonly breaks?: "never" | "words";
}

export interface Table {
  readonly kind: "table";
  /** For those who cannot see where it stands. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row is a total. */
  readonly hasTotal: boolean;
  /** The long one, which readers search. */
  readonly isRegister: boolean;
  /** Of what its lights speak; of milestones where it is left out. */
  readonly lightsOf?: LegendOf;
}

export interface Bar {
  readonly label: string;
  /** 0 to 100. */
  readonly percent: number;
  readonly text: string;
  readonly light: Light;
}

/** Numbers that a text or table beside it says too: formats without pictures leave it out. */
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
  /** The full table, which stands behind the signature. */
  readonly isAnnex: boolean;
  readonly blocks: readonly Block[];
}

export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  /** The title in lines that each make sense, where it does not fit one. */
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
