// Computes the UTC offsets of the time zone that most plans use: asking Node.js for them takes half as long as its start.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./steps.mjs";

const ZONES = ["Asia/Shanghai"];
/** No plan is older. For earlier instants Node.js is asked. */
const SINCE = Date.UTC(2000, 0, 1);
const target = join(root, "src", "storage", "generated");

const bundler = await rolldown({ input: join(root, "src/core/zone-offsets.ts"), platform: "node" });
const { output } = await bundler.generate({ format: "esm" });
await bundler.close();
/** @type {{ offsetSpans: (timezone: string, from: number, until: number) => object[] }} */
// Bundled just now.
// oxlint-disable-next-line import/no-dynamic-require
const { offsetSpans } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
const spans = ZONES.map((zone) => [zone, offsetSpans(zone, SINCE, Infinity)]);

mkdirSync(target, { recursive: true });
writeFileSync(
  join(target, "offsets.mjs"),
  `export const ZONE_DATA = ${JSON.stringify(process.versions["tz"])};
export const OFFSETS = ${JSON.stringify(Object.fromEntries(spans), null, 2)};
`,
);
writeFileSync(
  join(target, "offsets.d.mts"),
  `import type { OffsetSpan } from "../../core/zone-offsets.ts";
/** The version of the time zone data that the offsets were taken from. */
export declare const ZONE_DATA: string | undefined;
/** Offsets since the year 2000 until the calendar's end, by zone. */
export declare const OFFSETS: Readonly<Record<string, readonly OffsetSpan[]>>;
`,
);
