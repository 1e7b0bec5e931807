/** `gantt`: the year at a glance, in the usual formats or drawn to scale as SVG. */
import { viewGantt } from "../../core/views/gantt.ts";
import { askedFormat } from "../asked-format.ts";
import { refuseIdleRole } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { answer, inquire } from "./answer.ts";
import type { ReadOptions } from "../options.ts";
import { FORMATS } from "../view-formats.ts";

/** Answers with the view of the year, or writes the SVG. */
export async function gantt(options: ReadOptions, io: Io): Promise<Outcome> {
  refuseIdleRole(options);
  const format = askedFormat(options, [...FORMATS, "svg"]);
  if (format !== "svg") return answer(options, io, null, (inquiry) => viewGantt(inquiry));
  const { inquiry, loaded, around } = await inquire(options, io, null);
  const { writeDocument } = await import("./documents.ts");
  const { renderGanttSvg } = await import("../../reporters/gantt-svg/render.ts");
  return writeDocument({ options, loaded, around, io }, (catalogue) =>
    renderGanttSvg(viewGantt(inquiry), catalogue, around.isForecast),
  );
}
