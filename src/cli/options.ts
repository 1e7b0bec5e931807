import type { FilterOptions } from "./filters.ts";
import type { Where } from "./plan-folder.ts";

/** Options of all commands. */
export interface CommonOptions extends Where {
  readonly lang?: string;
  readonly color?: string;
  readonly format?: string;
  readonly output?: string;
}

export interface CheckOptions extends CommonOptions {
  readonly strict?: boolean;
  /** A code whose page is asked for. */
  readonly explain?: string;
}

export interface ReadOptions extends CommonOptions, FilterOptions {
  /** Only records written down up to this day. */
  readonly asKnown?: string;
}

/** Gates that a report may fail on. */
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

/** `report` writes several files at once. */
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
  /** Many records from a CSV or JSON Lines file. */
  readonly file?: string;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** `sheet` makes forms, and records those that come back filled in. */
export interface SheetOptions extends WriteOptions, Pick<FilterOptions, "division" | "quarter" | "month" | "asOf"> {
  readonly all?: boolean;
  readonly apply?: string;
}

/** `accept` takes milestones by filter as well. */
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
