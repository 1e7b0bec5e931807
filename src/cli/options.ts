import type { FilterOptions } from "./filters.ts";
import type { Where } from "./plan-folder.ts";

/** The options that (almost) all commands have. */
export interface CommonOptions extends Where {
  readonly lang?: string;
  readonly color?: string;
  readonly format?: string;
  readonly output?: string;
}

export interface CheckOptions extends CommonOptions {
  readonly strict?: boolean;
  /** The code of the problem to explain. */
  readonly explain?: string;
}

export interface ReadOptions extends CommonOptions, FilterOptions {
  /** Only count records written on or before this day. */
  readonly asKnown?: string;
}

/** Options of reading commands that take gates. */
export interface GateOptions extends ReadOptions {
  readonly failOn?: readonly string[];
}

export interface StatusOptions extends GateOptions {
  readonly groupBy?: string;
  readonly since?: string;
}

export interface OverdueOptions extends GateOptions {
  readonly silent?: string;
  readonly groupBy?: string;
}

/** Options of `report`, which may write several files. */
export interface ReportOptions extends Where, FilterOptions {
  readonly lang?: string;
  readonly format?: string;
  readonly output?: readonly string[];
  readonly year?: boolean;
  readonly asKnown?: string;
  readonly failOn?: readonly string[];
}

export interface DueOptions extends ReadOptions {
  readonly days?: string;
  readonly groupBy?: string;
}

export interface LogOptions extends ReadOptions {
  readonly since?: string;
  readonly until?: string;
  readonly by?: string;
  readonly kind?: readonly string[];
}

export interface WriteOptions extends CommonOptions {
  readonly on?: string;
  readonly by?: string;
  readonly from?: string;
  readonly note?: string;
  readonly problem?: string;
  readonly next?: string;
  readonly evidence?: readonly string[];
  readonly percent?: string;
  readonly value?: string;
  readonly cumulative?: boolean;
  readonly increment?: boolean;
  readonly to?: string;
  readonly reason?: string;
  readonly approver?: string;
  /** A CSV or JSON Lines file with many records. */
  readonly file?: string;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** Options of `sheet`, which makes forms and records the filled ones. */
export interface SheetOptions extends WriteOptions, Pick<FilterOptions, "division" | "quarter" | "month" | "asOf"> {
  readonly all?: boolean;
  readonly apply?: string;
}

/** Options of `accept`, which also takes milestones by filter. */
export interface AcceptOptions extends WriteOptions, FilterOptions {
  readonly except?: readonly string[];
}

export interface JournalOptions extends CommonOptions {
  readonly history?: boolean;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
}

export interface SchemaOptions extends CommonOptions {
  readonly write?: boolean;
}

export interface InitOptions extends CommonOptions {
  readonly title?: string;
  readonly year?: string;
  readonly timezone?: string;
  readonly division?: readonly string[];
  readonly district?: readonly string[];
  readonly theme?: string;
  readonly section?: readonly string[];
  readonly dryRun?: boolean;
}

export interface NewYearOptions extends CommonOptions {
  readonly carryOver?: boolean;
  readonly asOf?: string;
  readonly dryRun?: boolean;
}
