import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { planEntries } from "../../src/storage/file-lists.ts";
import { planFiles } from "../../src/storage/plan-files.ts";

let home = "";
let plan = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ipplan-lists-"));
  plan = join(home, "plan");
  mkdirSync(plan);
  writeFileSync(join(plan, "plan.yaml"), "");
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

/** The names of the plan's files. */
function planNames(folder: string): string[] {
  return planEntries(folder).map(({ name }) => name);
}

/** Creates a folder beside the plan's, with a file in it. */
function folderBeside(name: string): string {
  mkdirSync(join(home, name));
  writeFileSync(join(home, name, `${name}.yaml`), "");
  return join(home, name);
}

describe("the files of a plan folder", () => {
  it("include those behind links, sorted by name", () => {
    symlinkSync(folderBeside("other"), join(plan, "more"));
    mkdirSync(join(plan, "a"));
    symlinkSync(join(home, "other"), join(plan, "a", "more"));
    symlinkSync(join(plan, "plan.yaml"), join(plan, "again.yml"));
    symlinkSync("nowhere", join(plan, "notes"));
    const names = ["a/more/other.yaml", "again.yml", "more/other.yaml", "plan.yaml"];
    expect(planNames(plan)).toEqual(names);
    expect(planFiles(plan)).toEqual(names.map((name) => join(plan, name)));
  });

  it("cannot be listed if one is a link that leads nowhere", () => {
    symlinkSync("nowhere", join(plan, "tasks.yaml"));
    expect(() => planNames(plan)).toThrow(expect.objectContaining({ code: "ENOENT", path: join(plan, "tasks.yaml") }));
  });

  it("cannot be listed if a link leads back to a parent folder", () => {
    symlinkSync(".", join(plan, "loop"));
    expect(() => planNames(plan)).toThrow(expect.objectContaining({ code: "ELOOP", path: join(plan, "loop") }));
  });

  it("cannot be listed if links lead in a circle through other folders", () => {
    symlinkSync(folderBeside("other"), join(plan, "more"));
    symlinkSync(plan, join(home, "other", "back"));
    expect(() => planFiles(plan)).toThrow(expect.objectContaining({ code: "ELOOP", path: join(plan, "more", "back") }));
  });
});
