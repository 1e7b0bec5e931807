import { describe, expect, it } from "vitest";
import { withOwnWords } from "../../src/cli/typed-words.ts";
import { STATE_FILTERS } from "../../src/core/selection.ts";
import { catalogueOf } from "../support/catalogues.ts";

const { words } = catalogueOf("zh");

describe("words of closed sets in Chinese", () => {
  it.each(STATE_FILTERS)("include the screens' word for the state %s", (state) => {
    expect(withOwnWords(["list", "--state", words.stateFilter(state)])).toEqual(["list", "--state", state]);
  });

  it("include roles, groupings and gates", () => {
    expect(withOwnWords(["status", "--role", words.assist, "--group-by=分项", "--fail-on", "逾期、未达序时"])).toEqual([
      ...["status", "--role", "assist", "--group-by=section", "--fail-on", "overdue,behind"],
    ]);
  });

  it("only apply to their own option", () => {
    // 未完成 is a gate and no state; 已完成 is a state and no gate.
    const argv = ["status", "--state", "未完成", "--fail-on", "已完成", "--role=处室"];
    expect(withOwnWords(argv)).toEqual(argv);
  });

  it("are kept where they are texts or names, or unknown", () => {
    const argv = ["note", "1-1", "逾期", "--by", "处室", "--state", "逾", "--group-by"];
    expect(withOwnWords(argv)).toEqual(argv);
  });
});
