/** Which formats each view has, and which one is requested. */
import type { AnyView } from "../core/views/answer.ts";
import type { CheckView } from "../core/views/check.ts";
import { isWrite } from "../core/views/envelope.ts";
import type { JournalCheckView } from "../core/views/journal-check.ts";
import type { LogView } from "../core/views/log.ts";
import type { FindingFormat } from "../reporters/findings/findings.ts";
import { askedFormat } from "./asked-format.ts";
import type { CommonOptions } from "./options.ts";
import type { ListView } from "../core/views/list.ts";

/** The formats of most reading commands. */
export const FORMATS = ["table", "json", "csv", "md", "xlsx"] as const;
export const WRITE_FORMATS = ["table", "json"] as const;
/** `overdue` also has sentences for chasing divisions, to paste into a message. */
export const CHASING_FORMATS = [...FORMATS, "text"] as const;
/** Lists also come as one JSON object per line. */
export const LISTING_FORMATS = [...FORMATS, "ndjson"] as const;
/** Problems. `text` here is what `table` is elsewhere; `table` is accepted too. */
export const FINDING_FORMATS = ["text", "json", "csv", "md", "xlsx", "github", "sarif", "junit"] as const;
/** Every format that some view has. */
export type Format = (typeof CHASING_FORMATS)[number] | (typeof LISTING_FORMATS)[number] | FindingFormat;

/** The requested format; `table` if none was requested. Fails if the view does not have it. */
export function formatOf(options: CommonOptions, view: AnyView): Format {
  // `check` also accepts `table` for what it calls `text`.
  const isTable = isCheck(view) && options.format === "table";
  const format = askedFormat(options, isTable ? ["table"] : formatsOf(view)) ?? "table";
  return isCheck(view) && format === "text" ? "table" : format;
}

/** All formats that the view has. */
export function formatsOf(view: AnyView): readonly Format[] {
  if (isCheck(view)) return FINDING_FORMATS;
  if (isWrite(view)) return WRITE_FORMATS;
  if (view.kind === "ipplan/overdue") return CHASING_FORMATS;
  return isListing(view) ? LISTING_FORMATS : FORMATS;
}

/** Whether the view is a list that also comes as one JSON object per line. */
export function isListing(view: AnyView): view is ListView | LogView {
  return view.kind === "ipplan/list" || view.kind === "ipplan/log";
}

/** Whether the view reports problems. */
export function isCheck(view: AnyView): view is CheckView | JournalCheckView {
  return view.kind === "ipplan/check" || view.kind === "ipplan/journal-verify";
}
