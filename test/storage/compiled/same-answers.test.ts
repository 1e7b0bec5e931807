/** What is compiled never changes an answer: every byte printed is the one that plan and journal themselves give. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { LAW } from "../../support/laws.ts";
import { type Event, World } from "./world.ts";

/** How long ago the file system's clock says everything happened; see the mock. */
const passed = vi.hoisted(() => ({ nanoseconds: 0n }));

vi.mock("../../../src/storage/compiled/cache-folder.ts", async (original) =>
  (await import("./passed-time.ts")).afterTime(original, passed),
);

const number = fc.nat({ max: 9999 });
const events = fc.array(fc.tuple(fc.tuple(number, number, number), fc.array(number, { maxLength: 2 })), {
  minLength: 2,
  maxLength: 12,
});
/** Each case starts the program dozens of times. */
const CASES = Math.ceil(LAW.numRuns / 40);

/** Something happens, then questions are asked, over and over. */
async function live(history: readonly (readonly [Event, readonly number[]])[]): Promise<void> {
  const world = new World();
  try {
    for (const [event, questions] of history) {
      await world.happen(event);
      for (const choice of questions) {
        const { question, warm, cold } = await world.ask(choice);
        expect(warm, `after ${event.join(" ")}: ${question}`).toEqual(cold);
      }
    }
  } finally {
    world.remove();
  }
}

describe("what is compiled", () => {
  it("changes no answer while files have just changed", async () => {
    passed.nanoseconds = 0n;
    await fc.assert(fc.asyncProperty(events, live), { ...LAW, numRuns: CASES });
  });

  it("changes no answer where signatures are believed, since nothing has changed for a while", async () => {
    passed.nanoseconds = 3_600_000_000_000n;
    await fc.assert(fc.asyncProperty(events, live), { ...LAW, seed: LAW.seed + 1, numRuns: CASES });
  });
});
