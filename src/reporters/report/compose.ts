/** Turns the view into a bulletin in words. This is the only place that decides what a bulletin says. */
import type { Light } from "../../core/lights.ts";
import type { SectionView } from "../../core/report-template.ts";
import type { ReportView } from "../../core/views/report.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { type LegendOf, legendOf } from "../words/legend.ts";
import type { Block, DocumentSection, ReportDocument } from "./document.ts";
import { type ReportContext, makeReportContext } from "./report-context.ts";
import { SECTIONS } from "./sections.ts";
import { filterPieces } from "../words/subject.ts";

/** The bulletin with the sections that the office chose, in its order. */
export function composeReport(view: ReportView, catalogue: Catalogue, isForecast: boolean): ReportDocument {
  const context = makeReportContext(view, catalogue);
  const { template, plan, asOf } = view;
  const { texts } = context;
  const period = view.totals.inPeriod === null ? null : context.period;
  const titleLines = texts.titleLines(plan?.title ?? "", period);
  return {
    language: catalogue.language,
    title: texts.joinTitle(titleLines),
    titleLines,
    issue: template.issue,
    office: template.office,
    day: asOf === null ? "" : texts.fullDay(asOf),
    addressees: template.addressees === null ? null : texts.addressed(template.addressees),
    intro: introOf(context, isForecast),
    sections: sectionsOf(template.sections, context),
    signatory: template.signatory,
  };
}

function introOf(context: ReportContext, isForecast: boolean): string[] {
  const { view, texts, catalogue, look } = context;
  const { plan, period, asOf, filters, scope, journalDamaged, journalUncounted, tasks } = view;
  const [from, to] = [texts.fullDay(period.start), texts.fullDay(period.end)];
  const day = asOf === null ? "" : texts.fullDay(asOf);
  const divisions = filters.divisions.join(catalogue.words.listSeparator);
  const others = filterPieces({ ...filters, ...scope }, ["period", "divisions"], look).join(
    catalogue.words.sentenceSeparator,
  );
  return [
    texts.intro(plan?.title ?? "", context.period, from, to, day, isForecast),
    ...(divisions === "" ? [] : [texts.onlyDivisions(divisions)]),
    ...(others === "" ? [] : [texts.onlyFilters(others)]),
    ...(journalDamaged === 0 ? [] : [texts.damaged(journalDamaged)]),
    ...(journalUncounted === 0 ? [] : [texts.uncounted(journalUncounted)]),
    ...(tasks.length === 0 ? [texts.nothing] : []),
  ];
}

const LEGENDS = ["milestones", "indicators"] as const;

/** The sections, numbered in the chosen order; the annex comes last, without a number. */
function sectionsOf(chosen: readonly SectionView[], context: ReportContext): DocumentSection[] {
  const { texts, catalogue, view } = context;
  if (view.tasks.length === 0) return [];
  const numbered = chosen.filter(({ id }) => id !== "annex");
  const sections = [...numbered, ...chosen.filter(({ id }) => id === "annex")].map(({ id, title }, index) => {
    const heading = title ?? texts.sectionTitle(id, view.next.month !== null);
    const isAnnex = id === "annex";
    return {
      id,
      isAnnex,
      heading: isAnnex ? texts.annex(heading) : texts.numbered(catalogue.words.numeral(index + 1), heading),
      blocks: SECTIONS[id](context),
    };
  });
  const explained = LEGENDS.reduce<readonly DocumentSection[]>((all, of) => withLegend(all, of, context), sections);
  return withBasis(explained, context);
}

/**
 * Adds the number and digest of the records that the bulletin rests on, at the end of the last section before the
 * annex. From the same records it can be made again, byte for byte, whatever was recorded since.
 */
function withBasis(sections: readonly DocumentSection[], { view, texts }: ReportContext): DocumentSection[] {
  const { journal } = view;
  const last = Math.max(
    0,
    sections.findLastIndex(({ isAnnex }) => !isAnnex),
  );
  if (journal === null) return [...sections];
  const note: Block = { kind: "note", text: texts.restsOn(journal.records, journal.digest) };
  return sections.map((section, index) =>
    index === last ? { ...section, blocks: [...section.blocks, note] } : section,
  );
}

/** Adds the legend for all lights of the bulletin at the end of the first section that shows one. */
function withLegend(
  sections: readonly DocumentSection[],
  of: LegendOf,
  context: ReportContext,
): readonly DocumentSection[] {
  const first = sections.findIndex(({ blocks }) => lightsIn(blocks, of).length > 0);
  const shown = sections.flatMap(({ blocks }) => lightsIn(blocks, of));
  return sections.map((section, index) =>
    index === first ? { ...section, blocks: [...section.blocks, legendNote(shown, of, context)] } : section,
  );
}

function legendNote(shown: readonly Light[], of: LegendOf, { view, texts, catalogue }: ReportContext): Block {
  const { words } = catalogue;
  const { lightPolicy } = view;
  const meanings = legendOf(lightPolicy, shown, catalogue, of);
  const list = meanings.map(({ light, meaning }) => `${words.light(light)} ${meaning}`).join(words.sentenceSeparator);
  const name = lightPolicy.name === "standard" ? null : words.lightPolicy(lightPolicy.name);
  return { kind: "note", text: texts.legend(name, list, of === "indicators") };
}

/** The lights shown in the blocks. A bar of 0% shows none. */
function lightsIn(blocks: readonly Block[], of: LegendOf): Light[] {
  return blocks.flatMap((block) => {
    if (block.kind === "chart") {
      return of === "milestones" ? block.bars.filter(({ percent }) => percent > 0).map(({ light }) => light) : [];
    }
    if (block.kind !== "table" || (block.lightsOf ?? "milestones") !== of) return [];
    return block.rows.flatMap((cells) => cells.flatMap(({ light }) => (light === undefined ? [] : [light])));
  });
}
