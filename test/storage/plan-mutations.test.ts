/** Plans with random damage: nothing is thrown, and every problem has a place in its file. test/long tries 100,000. */
import { expect, it } from "vitest";
import { readDamaged } from "./mutations.ts";

it("2,000 damaged plans throw nothing, and each problem has a place in its file", () => {
  expect(readDamaged(2000).failures).toEqual([]);
});
