import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { existingFiles, makeFiles } from "../../src/storage/new-files.ts";

let home = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ipplan-new-"));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const FILES = [
  { path: "a.txt", text: "a" },
  { path: "settings/b.txt", text: "b" },
  { path: "plan/deep/c.txt", text: "c" },
];

/** All paths below the folder. */
function all(): string[] {
  return readdirSync(home, { recursive: true, encoding: "utf8" }).toSorted();
}

describe("new files", () => {
  it("create a new folder, with the permissions of any other folder", () => {
    makeFiles(join(home, "new"), FILES);
    mkdirSync(join(home, "plain"));
    expect(statSync(join(home, "new")).mode).toBe(statSync(join(home, "plain")).mode);
    expect(readFileSync(join(home, "new/plan/deep/c.txt"), "utf8")).toBe("c");
    expect(readdirSync(home).toSorted()).toEqual(["new", "plain"]);
  });

  it("go into an existing folder, beside its content", () => {
    mkdirSync(join(home, "settings"));
    writeFileSync(join(home, "settings/own.txt"), "own");
    makeFiles(home, FILES);
    expect(all()).toEqual([
      "a.txt",
      "plan",
      "plan/deep",
      "plan/deep/c.txt",
      "settings",
      "settings/b.txt",
      "settings/own.txt",
    ]);
  });

  it.each([
    ["a file", (path: string) => writeFileSync(path, "own")],
    ["a link to nowhere", (path: string) => symlinkSync("nowhere", path)],
    ["a folder", (path: string) => mkdirSync(path)],
  ])("are reported as existing if their path is %s", (_, make) => {
    make(join(home, "a.txt"));
    expect(existingFiles(home, FILES)).toEqual(["a.txt"]);
  });

  it.each([
    ["a file in its place", () => writeFileSync(join(home, "plan"), "own")],
    ["a link in its place", () => symlinkSync("nowhere", join(home, "plan"))],
    [
      "a file deep inside",
      () => {
        mkdirSync(join(home, "plan/deep"), { recursive: true });
        writeFileSync(join(home, "plan/deep/c.txt"), "own");
      },
    ],
  ])("are all removed again if the last one cannot be created: %s", (_, make) => {
    make();
    const before = all();
    expect(() => makeFiles(home, FILES)).toThrow("exists");
    expect(all()).toEqual(before);
  });

  it("leave nothing behind if a file cannot be written", () => {
    expect(() => makeFiles(join(home, "new"), [...FILES, { path: "a.txt/x", text: "" }])).toThrow(/ENOTDIR|EEXIST/);
    expect(all()).toEqual([]);
  });

  it("clear up what killed processes left long ago, and nothing else", () => {
    const { pid: dead } = spawnSync(process.execPath, ["-e", "0"]);
    const [old, running, fresh] = [`.ipplan-${dead}-AbCd12`, `.ipplan-${process.pid}-AbCd12`, `.ipplan-${dead}-x1y2Z3`];
    for (const name of [old, running, fresh, ".ipplan-own"]) {
      mkdirSync(join(home, name, "made"), { recursive: true });
      if (name !== fresh) utimesSync(join(home, name), 0, 0);
    }
    makeFiles(home, FILES);
    const left = readdirSync(home).filter((name) => name.startsWith("."));
    expect(left.toSorted()).toEqual([running, fresh, ".ipplan-own"].toSorted());
  });

  it("need an existing parent folder", () => {
    expect(() => makeFiles(join(home, "no/such"), FILES)).toThrow("ENOENT");
    expect(existsSync(join(home, "no"))).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)("fail in a read-only folder", () => {
    chmodSync(home, 0o500);
    expect(() => makeFiles(home, FILES)).toThrow("EACCES");
    chmodSync(home, 0o700);
  });
});
