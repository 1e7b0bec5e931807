import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { matchTask } from "../../src/core/resolve.ts";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

vi.mock("../../src/core/resolve.ts", async (original) => {
  const real: typeof import("../../src/core/resolve.ts") = await original();
  return { ...real, matchTask: vi.fn(real.matchTask) };
});

const home = makeHome(0);
beforeEach(() => {
  vi.mocked(matchTask).mockClear();
});
afterAll(() => {
  removeHome(home);
});

// Each time goes through all tasks: once for each task of a plan of 10,000 it took minutes.
it.each([
  ["10", 1],
  ["任务10", 1],
  ["10-1", 0],
])("a note on %s looks for a task %d times", async (ref, times) => {
  const { code, stdout } = await runIn(home, ["note", ref, "在办", "--by", "综合科", "--dry-run", "--format", "json"]);
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { records: [{ do: "note", ref: ref.replace("任务", "") }] }]);
  expect(matchTask).toHaveBeenCalledTimes(times);
});
