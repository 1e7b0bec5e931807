/**
 * The page of a problem code on a terminal: filled to its width, without the syntax and line breaks of its Markdown.
 */
import { describe, expect, it } from "vitest";
import { renderExplanation } from "../../src/reporters/explain.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { catalogueOf } from "../support/catalogues.ts";

const PAGE = `# E-X

## 中文

**键 \`due:\` 不对**

是什么：节点的 \`due:\` 写在
下一年，或用
ipplan
check 查出。

## English

**A wrong \`due:\`**

What: A \`due:\` in the next year and
more than a month late.

## 错例 · Wrong

\`\`\`yaml wrong milestone
      - text: ⟦\`出台\`⟧
        due: 2018-01-01
\`\`\`
`;

function linesOf(language: "zh" | "en", width: number): string[] {
  return renderExplanation("E-X", PAGE, { ...plainLook(catalogueOf(language)), width }).split("\n");
}

describe("the page of a problem code", () => {
  it("is filled in Chinese, with spaces only beside Latin words", () => {
    expect(linesOf("zh", 80).slice(0, 3)).toEqual([
      "E-X  键 due: 不对",
      "",
      "是什么：节点的 due: 写在下一年，或用 ipplan check 查出。",
    ]);
  });

  it("is filled in English to the width", () => {
    expect(linesOf("en", 80).slice(0, 3)).toEqual([
      "E-X  A wrong due:",
      "",
      "What: A due: in the next year and more than a month late.",
    ]);
    expect(linesOf("en", 40).slice(2, 4)).toEqual(["What: A due: in the next year and more", "than a month late."]);
  });

  it("leaves examples as they are, with carets below the fault", () => {
    expect(linesOf("zh", 80).slice(3, 8)).toEqual([
      "",
      "错例",
      "        - text: `出台`",
      "                ^^^^^^",
      "          due: 2018-01-01",
    ]);
  });
});
