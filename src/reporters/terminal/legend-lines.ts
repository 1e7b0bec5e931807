import type { Light } from "../../core/lights.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";
import { hang, padEnd, wrap, wrapPieces } from "../layout.ts";
import { type Look, brushOf } from "../look.ts";
import { type LegendOf, type Meaning, legendOf } from "../words/legend.ts";
import { widthOf } from "../width.ts";

/** What a legend at the end of a report speaks of. */
export interface Shown {
  readonly lightPolicy: LightPolicyView;
  /** The lights that the report shows: it explains no others. */
  readonly lights: Iterable<Light>;
  readonly of?: LegendOf;
}

/** Each light with its shape, its word and what it means by the plan's policy; the policy's name where it is no usual one. */
export function legendLines(shown: Shown, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { name } = shown.lightPolicy;
  const lines = meaningsOf(shown, look).flatMap(({ light, meaning }) =>
    hang(`${look.symbols[light]} ${words.light(light)}  `, meaning, look.width),
  );
  return name === "standard" ? lines : [screens.lightPolicy(words.lightPolicy(name)), ...lines];
}

/** The same in a line or two, below a blank one: `图例  ✗ 红 逾期  ▸ 蓝 正常推进`. Nothing where no light is shown. */
export function legendFooter(shown: Shown, look: Look): string[] {
  const { lightPolicy } = shown;
  const meanings = meaningsOf(shown, look);
  if (meanings.length === 0) return [];
  const { words, screens } = look.catalogue;
  const pieces = meanings.map(({ light, meaning }) => `${look.symbols[light]} ${words.light(light)} ${meaning}`);
  const lines =
    lightPolicy.name === "standard" ? hung(screens.legend, pieces, look) : flowing(lightPolicy, pieces, look);
  return ["", ...lines.map((line) => paintLights(line, meanings, look))];
}

function meaningsOf({ lightPolicy, lights, of = "milestones" }: Shown, look: Look): Meaning[] {
  return legendOf(lightPolicy, lights, look.catalogue, of);
}

/** Pieces whole, below each other where they do not fit one line. */
function hung(label: string, pieces: readonly string[], look: Look): string[] {
  const indent = widthOf(label) + 2;
  const lines = wrapPieces(pieces, "  ", look.width - indent).flatMap((line) => wrap(line, look.width - indent));
  return lines.map((line, index) => padEnd(index === 0 ? label : "", indent) + line);
}

/** A policy with a name has much to say: its lines are filled. */
function flowing({ name }: LightPolicyView, pieces: readonly string[], look: Look): string[] {
  const { screens, words } = look.catalogue;
  const all = [screens.lightPolicy(words.lightPolicy(name)), ...pieces];
  return wrapPieces(all, "  ", look.width).flatMap((line) => wrap(line, look.width));
}

/** Shape and word in the light's colour; the meaning as other text. */
function paintLights(line: string, meanings: readonly Meaning[], look: Look): string {
  return meanings.reduce((text, { light }) => {
    const mark = `${look.symbols[light]} ${look.catalogue.words.light(light)}`;
    return text.replace(mark, brushOf(look, light)(mark));
  }, line);
}
