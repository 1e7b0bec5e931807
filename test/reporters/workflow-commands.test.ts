/** Places in the form that GitHub accepts. */
import { expect, it } from "vitest";
import { placeProperties } from "../../src/reporters/findings/workflow-commands.ts";

it.each([
  [
    "in one line has its columns",
    3,
    [
      ["col", 5],
      ["endColumn", 9],
    ],
  ],
  ["over several lines has none", 4, []],
])("a place %s", (_, endLine, columns) => {
  const at = { file: "plan/2-1.yaml", line: 3, column: 5, endLine, endColumn: 9 };
  expect(placeProperties(at, "2018/")).toEqual([
    ...[
      ["file", "2018/plan/2-1.yaml"],
      ["line", 3],
      ["endLine", endLine],
    ],
    ...columns,
  ]);
});
