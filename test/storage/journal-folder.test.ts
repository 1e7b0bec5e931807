/** A journal that is a folder, in which each writer has a file. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isJournalFolder, makeJournalFolder } from "../../src/storage/journal-folder.ts";
import { temporaryFolder } from "./journal-samples.ts";

describe("a journal's folder", () => {
  it("is created if it is missing, with its parent folders", () => {
    const path = join(temporaryFolder(), "office/journal");
    makeJournalFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it("is left alone if it exists", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "office.jsonl"), "");
    makeJournalFolder(folder);
    expect(readdirSync(folder)).toEqual(["office.jsonl"]);
  });

  it("is recognized by what exists, else by a name without an ending", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "folder.jsonl"));
    writeFileSync(join(folder, "file"), "");
    const isFolder = (name: string): boolean => isJournalFolder(join(folder, name));
    expect(["folder.jsonl", "file", "journal", "journal.jsonl"].map(isFolder)).toEqual([true, false, true, false]);
    expect(existsSync(join(folder, "journal"))).toBe(false);
  });
});
