import fc from "fast-check";
import { describe, it } from "vitest";
import { LAW } from "../support/laws.ts";
import { expectAgreement } from "../figures/agreement.ts";
import { shareOf } from "./share.ts";
import { worlds } from "../figures/worlds.ts";

describe(`${shareOf(10_000)} generated plans, journals and days`, () => {
  it("have the same figures in a second computation that follows the definitions literally", () => {
    fc.assert(fc.property(worlds, expectAgreement), { ...LAW, numRuns: shareOf(10_000) });
  });
});
