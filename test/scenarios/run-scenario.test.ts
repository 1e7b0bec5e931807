import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runScenario } from "./run-scenario.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-blocks-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const BLOCK = "```console\n$ ipplan --version\n";

describe("a scenario", () => {
  it.each([
    ["before another block", `${BLOCK}\n${BLOCK}\`\`\`\n`, "line 4: the block before is not closed"],
    ["at its end", BLOCK, "the last block is not closed"],
  ])("with an unclosed block %s is refused: its commands would not run", async (_, text, message) => {
    const file = join(folder, "scenario.md");
    writeFileSync(file, text);
    await expect(runScenario(file, "this process")).rejects.toThrow(message);
  });
});
