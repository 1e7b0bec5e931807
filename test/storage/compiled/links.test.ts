/** Links in the plan folder: a plan compiled before they appeared hides none of their mistakes. */
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../../reporters/run-main.ts";

const home = makeHome(3);
const CACHED = { env: { IPPLAN_CACHE: join(home, "cache"), IPPLAN_LANG: "en" } };
beforeAll(async () => {
  expect((await runIn(home, ["status"], CACHED)).code).toBe(0);
});
afterAll(() => {
  removeHome(home);
});

describe.each([
  ["to nowhere", "nowhere", "z.yaml", "cannot open PATH: it is a link that leads nowhere"],
  ["to itself", "z.yaml", "z.yaml", "cannot open PATH: it is a link that leads back to itself; remove it (ELOOP)"],
  ["to a folder above", ".", "loop", "cannot open PATH: it is a link that leads back to itself; remove it (ELOOP)"],
])("a link %s", (_, target, name, words) => {
  const path = join(home, "plan", name);
  beforeAll(() => {
    symlinkSync(target, path);
  });
  afterAll(() => {
    rmSync(path);
  });

  it.each([[["status"]], [["status", "--no-cache"]], [["list"]], [["check"]]])(
    "fails in one line: %j",
    async (argv) => {
      const stderr = `${words.replace("PATH", path)}\n`;
      expect(await runIn(home, argv, CACHED)).toEqual({ code: 3, stdout: "", stderr });
    },
  );
});
