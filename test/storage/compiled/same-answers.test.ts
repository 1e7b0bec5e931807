/** The cache never changes an answer: every byte printed is the same as from plan and journal themselves. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { LAW } from "../../support/laws.ts";
import { type Event, World } from "./world.ts";

/** How far the file system's clock is ahead of all changes; see the mock. */
const passed = vi.hoisted(() => ({ nanoseconds: 0n }));

vi.mock("../../../src/storage/compiled/cache-folder.ts", async (original) =>
  (await import("./passed-time.ts")).afterTime(original, passed),
);

const number = fc.nat({ max: 9999 });
const events = fc.array(fc.tuple(fc.tuple(number, number, number), fc.array(number, { maxLength: 2 })), {
  minLength: 2,
  maxLength: 12,
});
/** Each case runs the program dozens of times. */
const CASES = Math.ceil(LAW.numRuns / 40);

/** Alternates events and questions. */
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

describe("the cache", () => {
  it("changes no answer if files have just changed", async () => {
    passed.nanoseconds = 0n;
    await fc.assert(fc.asyncProperty(events, live), { ...LAW, numRuns: CASES });
  });

  it("changes no answer if signatures are trusted because nothing has changed for a while", async () => {
    passed.nanoseconds = 3_600_000_000_000n;
    await fc.assert(fc.asyncProperty(events, live), { ...LAW, seed: LAW.seed + 1, numRuns: CASES });
  });
});
