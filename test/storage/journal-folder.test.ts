/** A journal that is a folder, in which every writer has a file of their own. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isJournalFolder, makeJournalFolder } from "../../src/storage/journal-folder.ts";
import { temporaryFolder } from "./journal-samples.ts";

describe("a journal's folder", () => {
  it("is made where it is not there, with those above it", () => {
    const path = join(temporaryFolder(), "office/journal");
    makeJournalFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it("is left as it is where it is there", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "office.jsonl"), "");
    makeJournalFolder(folder);
    expect(readdirSync(folder)).toEqual(["office.jsonl"]);
  });

  it("is known by what is there, else by a name without an ending", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "folder.jsonl"));
    writeFileSync(join(folder, "file"), "");
    const isFolder = (name: string): boolean => isJournalFolder(join(folder, name));
    expect(["folder.jsonl", "file", "journal", "journal.jsonl"].map(isFolder)).toEqual([true, false, true, false]);
    expect(existsSync(join(folder, "journal"))).toBe(false);
  });
});
