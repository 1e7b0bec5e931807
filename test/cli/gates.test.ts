/** `--fail-on warnings`: warnings of `check` fail a build, and are only looked for if this is asked. */
import { afterEach, describe, expect, it } from "vitest";
import { OWN_HEAD, type Result, makeOwnHome, removeHome, runIn } from "../reporters/run-main.ts";

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) removeHome(home);
});

/** The exit code and messages for a plan whose only milestone has that window. */
async function ask(when: string, ...args: readonly string[]): Promise<Result> {
  const tasks = `section: s1
tasks:
  - id: 1
    title: 事项
    divisions: [甲处]
    districts: []
    milestones:
      - id: 1-1
        when: ${when}
        text: 完成。
`;
  const home = makeOwnHome({ "plan/plan.yaml": OWN_HEAD, "plan/s1.yaml": tasks });
  homes.push(home);
  return runIn(home, ["status", ...args], { env: { IPPLAN_LANG: "en" } });
}

describe("the gate of warnings", () => {
  it("trips on a warning of check: a window that begins after the plan's year", async () => {
    const { code, stderr } = await ask("2018-02", "--fail-on", "warnings");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^--fail-on warnings: 1 \(W-[A-Z-]+ plan\/s1\.yaml:9:15\)$/m),
    ]);
  });

  it("does not trip without warnings, or if it is not asked for", async () => {
    const none = await ask("Q3", "--fail-on", "warnings");
    expect([none.code, none.stderr]).toEqual([0, expect.stringContaining("--fail-on warnings: none")]);
    const other = await ask("2018-02", "--fail-on", "overdue");
    expect([other.code, other.stderr]).toEqual([0, expect.not.stringContaining("W-")]);
  });
});
