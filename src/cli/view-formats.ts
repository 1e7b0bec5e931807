/** The formats in which each view can be had, and which one is asked for. */
import type { AnyView } from "../core/views/answer.ts";
import type { CheckView } from "../core/views/check.ts";
import { isWrite } from "../core/views/envelope.ts";
import type { JournalCheckView } from "../core/views/journal-check.ts";
import type { LogView } from "../core/views/log.ts";
import type { FindingFormat } from "../reporters/findings/findings.ts";
import { askedFormat } from "./asked-format.ts";
import type { CommonOptions } from "./options.ts";
import type { ListView } from "../core/views/list.ts";

/** What most reading commands can be had in. */
export const FORMATS = ["table", "json", "csv", "md", "xlsx"] as const;
const WRITE_FORMATS = ["table", "json"] as const;
/** Where divisions are to be chased: sentences to paste into a message. */
const CHASING_FORMATS = [...FORMATS, "text"] as const;
/** Of a list: also one object a line. */
const LISTING_FORMATS = ["table", "json", "ndjson", "csv", "md", "xlsx"] as const;
/** Where something may be wrong; what is a table elsewhere is text here, and `table` is understood all the same. */
const FINDING_FORMATS = ["text", "json", "csv", "md", "xlsx", "github", "sarif", "junit"] as const;
export type Format = (typeof CHASING_FORMATS)[number] | (typeof LISTING_FORMATS)[number] | FindingFormat;

/** The format asked for; a table where none was. Fails where the view cannot be had in it. */
export function formatOf(options: CommonOptions, view: AnyView): Format {
  // What `check` calls text is a table too, and may be asked for as one.
  const isTable = isCheck(view) && options.format === "table";
  const format = askedFormat(options, isTable ? ["table"] : formatsOf(view)) ?? "table";
  return isCheck(view) && format === "text" ? "table" : format;
}

/** All formats in which the view can be had. */
export function formatsOf(view: AnyView): readonly Format[] {
  if (isCheck(view)) return FINDING_FORMATS;
  if (isWrite(view)) return WRITE_FORMATS;
  if (view.kind === "ipplan/overdue") return CHASING_FORMATS;
  return isListing(view) ? LISTING_FORMATS : FORMATS;
}

/** Whether it is a list, of which one can be had that has an object a line. */
export function isListing(view: AnyView): view is ListView | LogView {
  return view.kind === "ipplan/list" || view.kind === "ipplan/log";
}

/** Whether it tells what is wrong. */
export function isCheck(view: AnyView): view is CheckView | JournalCheckView {
  return view.kind === "ipplan/check" || view.kind === "ipplan/journal-verify";
}
