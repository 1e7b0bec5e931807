import type { Light } from "../../core/lights.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";
import { hang, padEnd, wrap, wrapPieces } from "../layout.ts";
import { type Look, brushOf } from "../look.ts";
import { type LegendOf, type Meaning, legendOf } from "../words/legend.ts";
import { widthOf } from "../width.ts";

/** What a legend explains. */
export interface Shown {
  readonly lightPolicy: LightPolicyView;
  /** The lights shown; only these are explained. */
  readonly lights: Iterable<Light>;
  readonly of?: LegendOf;
}

/**
 * One line for each light: symbol, word and meaning under the light policy. Names the policy unless it is the standard
 * one.
 */
export function legendLines(shown: Shown, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { name } = shown.lightPolicy;
  const lines = meaningsOf(shown, look).flatMap(({ light, meaning }) =>
    hang(`${look.symbols[light]} ${words.light(light)}  `, meaning, look.width).map((line) =>
      paintLights(line, [light], look),
    ),
  );
  return name === "standard" ? lines : [screens.lightPolicy(words.lightPolicy(name)), ...lines];
}

/** The same on a line or two, after an empty line: `图例  ✗ 红 逾期  ▸ 蓝 正常推进`. None if no light is shown. */
export function legendFooter(shown: Shown, look: Look): string[] {
  const { lightPolicy } = shown;
  const meanings = meaningsOf(shown, look);
  if (meanings.length === 0) return [];
  const { words, screens } = look.catalogue;
  const pieces = meanings.map(({ light, meaning }) => `${look.symbols[light]} ${words.light(light)} ${meaning}`);
  const lines =
    lightPolicy.name === "standard" ? hung(screens.legend, pieces, look) : flowing(lightPolicy, pieces, look);
  const shownLights = meanings.map(({ light }) => light);
  return ["", ...lines.map((line) => paintLights(line, shownLights, look))];
}

function meaningsOf({ lightPolicy, lights, of = "milestones" }: Shown, look: Look): Meaning[] {
  return legendOf(lightPolicy, lights, look.catalogue, of);
}

/** Whole pieces after a label, on further lines if they do not fit on one. */
function hung(label: string, pieces: readonly string[], look: Look): string[] {
  const indent = widthOf(label) + 2;
  const lines = wrapPieces(pieces, "  ", look.width - indent).flatMap((line) => wrap(line, look.width - indent));
  return lines.map((line, index) => padEnd(index === 0 ? label : "", indent) + line);
}

/** The policy's name and pieces in filled lines: other policies need many words. */
function flowing({ name }: LightPolicyView, pieces: readonly string[], look: Look): string[] {
  const { screens, words } = look.catalogue;
  const all = [screens.lightPolicy(words.lightPolicy(name)), ...pieces];
  return wrapPieces(all, "  ", look.width).flatMap((line) => wrap(line, look.width));
}

/** Paints symbol and word of each light, but not the meaning. */
export function paintLights(line: string, lights: readonly Light[], look: Look): string {
  return lights.reduce((text, light) => {
    const mark = `${look.symbols[light]} ${look.catalogue.words.light(light)}`;
    return text.replace(mark, brushOf(look, light)(mark));
  }, line);
}
