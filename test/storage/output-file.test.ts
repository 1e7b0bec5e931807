/** Reports in files: complete or not at all, and never in place of what must be kept. */
import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { addToOutput, outputFault, writeOutput } from "../../src/storage/output-file.ts";
import { bundle, runProgram } from "./child.ts";
import { temporaryFolder } from "./journal-samples.ts";

const faults = vi.hoisted(() => ({ code: "", of: "" }));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const failing = <Args extends unknown[], Result>(name: string, work: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      if (faults.of !== name) return work(...args);
      throw Object.assign(new Error(faults.code), { code: faults.code, syscall: name });
    };
  };
  const { writeFileSync, fsyncSync, renameSync } = real;
  return {
    ...real,
    writeFileSync: failing("write", (...args: Parameters<typeof writeFileSync>) => writeFileSync(...args)),
    fsyncSync: failing("fsync", fsyncSync),
    renameSync: failing("rename", renameSync),
    linkSync: failing("link", real.linkSync),
  };
});

beforeEach(() => {
  faults.of = "";
});

/** A folder with a plan, a journal and an older report. */
function office(): { readonly folder: string; readonly keep: readonly string[]; readonly report: string } {
  const folder = fs.realpathSync(temporaryFolder());
  fs.mkdirSync(join(folder, "plan"));
  fs.mkdirSync(join(folder, "out"));
  fs.writeFileSync(join(folder, "plan", "plan.yaml"), "title: 计划\n");
  fs.writeFileSync(join(folder, "journal.jsonl"), "record\n");
  fs.writeFileSync(join(folder, "out", "report.md"), "old\n");
  const keep = [join(folder, "plan"), join(folder, "journal.jsonl")];
  return { folder, keep, report: join(folder, "out", "report.md") };
}

/**
 * Creates a device that is always full, like `/dev/full`. The machine's own is not used, since a faulty program would
 * replace it with a file. A user who may not create devices gets a pipe.
 */
function makeDevice(path: string): void {
  try {
    execFileSync("mknod", [path, "c", "1", "7"], { stdio: "ignore" });
  } catch {
    execFileSync("mkfifo", [path]);
  }
}

/** Every path below the folder, links included. */
function tree(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

describe("a report", () => {
  it("is written completely, at the typed path, and nothing else is left", () => {
    const { folder, keep } = office();
    const before = tree(folder);
    expect(writeOutput("out/状态.csv", folder, "\ufeff甲\r\n", keep)).toBeNull();
    expect(fs.readFileSync(join(folder, "out/状态.csv"), "utf8")).toBe("\ufeff甲\r\n");
    expect(tree(folder)).toEqual([...before, "out/状态.csv"].sort());
  });

  it("may have an absolute path, and replaces an older report", () => {
    const { folder, keep, report } = office();
    expect(writeOutput(report, "/", "new\n", keep)).toBeNull();
    expect(fs.readFileSync(report, "utf8")).toBe("new\n");
    expect(tree(folder)).toHaveLength(5);
  });

  it.each([0o600, 0o664, 0o666])("keeps the permissions of the report that it replaces: %s", (mode) => {
    const { folder, keep, report } = office();
    fs.chmodSync(report, mode);
    expect(writeOutput("out/report.md", folder, "new\n", keep)).toBeNull();
    expect(fs.statSync(report).mode & 0o777).toBe(mode);
  });

  it("may have the longest name that a file can have", () => {
    const { folder, keep } = office();
    const name = `out/${"长".repeat(83)}.csv`;
    expect(writeOutput(name, folder, "a\n", keep)).toBeNull();
    expect(fs.readFileSync(join(folder, name), "utf8")).toBe("a\n");
  });

  it("clears up old leftovers of killed writers, and leaves alone what others may be writing, here or elsewhere", () => {
    const { folder, keep } = office();
    const { pid: dead } = spawnSync(process.execPath, ["-e", "0"]);
    const marks = [dead, process.pid, 1].map((pid) => `.ipplan-${pid}-0a1b2c3d.tmp`);
    const others = [".ipplan-1.tmp", "ipplan-1-0a1b2c3d.tmp", ".report.md.1.0a1b2c3d.tmp"];
    // In another container, a process with this number may be writing it.
    const fresh = `.ipplan-${dead}-00000000.tmp`;
    for (const name of [...marks, ...others, fresh]) fs.writeFileSync(join(folder, "out", name), "");
    for (const name of [...marks, ...others]) fs.utimesSync(join(folder, "out", name), 0, 0);
    expect(writeOutput("out/new.md", folder, "a\n", keep)).toBeNull();
    const left = fs.readdirSync(join(folder, "out")).filter((name) => name.endsWith(".tmp"));
    expect(left.sort()).toEqual([...marks.slice(1), ...others, fresh].sort());
  });

  it("may stand beside the plan, with a name that only begins like it", () => {
    const { folder, keep } = office();
    expect(writeOutput("plan.md", folder, "a\n", keep)).toBeNull();
    expect(writeOutput("journal.jsonl.md", folder, "a\n", keep)).toBeNull();
  });
});

describe("lines put aside", () => {
  const lines = (...texts: readonly string[]): Buffer[] => texts.map((text) => Buffer.from(text));
  const TORN = '{"v":1,"t":"2017';

  it("are appended to earlier ones, parts of records too, each once", () => {
    const { folder, keep } = office();
    const aside = join(folder, "out", "healed.jsonl.rejected");
    expect(addToOutput(aside, "/", lines(TORN, "甲"), keep)).toBeNull();
    expect(fs.readFileSync(aside, "utf8")).toBe(`${TORN}\n甲\n`);
    expect(addToOutput(aside, "/", lines("甲", "乙"), keep)).toBeNull();
    expect(fs.readFileSync(aside, "utf8")).toBe(`${TORN}\n甲\n乙\n`);
    fs.writeFileSync(aside, "没有换行");
    expect(addToOutput(aside, "/", lines(TORN), keep)).toBeNull();
    expect(fs.readFileSync(aside, "utf8")).toBe(`没有换行\n${TORN}\n`);
  });

  it("are refused wherever a report is, and `outputFault` says so without writing", () => {
    const { folder, keep } = office();
    const before = tree(folder);
    for (const [typed, fault] of [
      ["journal.jsonl", "journal"],
      ["plan/aside", "plan folder"],
      ["out", "directory"],
    ] as const) {
      expect(addToOutput(typed, folder, lines("甲"), keep)).toBe(fault);
      expect(outputFault(typed, folder, keep)).toBe(fault);
    }
    expect(outputFault("out/new.md", folder, keep)).toBeNull();
    expect(tree(folder)).toEqual(before);
    expect(fs.readFileSync(join(folder, "journal.jsonl"), "utf8")).toBe("record\n");
  });
});

describe("refused, and nothing changes", () => {
  it.each([
    ["the journal", "journal.jsonl", "journal"],
    ["the journal by an indirect path", "out/../journal.jsonl", "journal"],
    ["the plan folder", "plan", "directory"],
    ["a plan file", "plan/plan.yaml", "plan folder"],
    ["a new file in the plan folder", "plan/report.md", "plan folder"],
    ["a folder", "out", "directory"],
    ["a folder, with a slash", "out/", "directory"],
    ["a missing folder", "none/report.md", "no folder"],
    ["a file for a folder", "journal.jsonl/report.md", "no folder"],
    ["a device", "device", "not a file"],
    ["a link to the journal", "link.md", "symlink"],
    ["a link to nowhere", "dangling.md", "symlink"],
    ["a pipe", "pipe.md", "not a file"],
    ["a file in the plan folder, through a link", "linked/report.md", "plan folder"],
  ])("%s", (_, typed, fault) => {
    const { folder, keep } = office();
    fs.symlinkSync("journal.jsonl", join(folder, "link.md"));
    fs.symlinkSync("nowhere.md", join(folder, "dangling.md"));
    fs.symlinkSync("plan", join(folder, "linked"));
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    makeDevice(join(folder, "device"));
    const before = tree(folder);
    expect(writeOutput(typed, folder, "new\n", keep)).toBe(fault);
    expect(tree(folder)).toEqual(before);
    expect(fs.readFileSync(join(folder, "journal.jsonl"), "utf8")).toBe("record\n");
    expect(fs.readFileSync(join(folder, "plan", "plan.yaml"), "utf8")).toBe("title: 计划\n");
  });

  it("a journal named through a linked folder", () => {
    const { folder } = office();
    fs.mkdirSync(join(folder, "office"));
    fs.writeFileSync(join(folder, "office", "journal.jsonl"), "record\n");
    fs.symlinkSync("office", join(folder, "way"));
    const keep = [join(folder, "way", "journal.jsonl")];
    expect(writeOutput("office/journal.jsonl", folder, "new\n", keep)).toBe("journal");
  });

  it.each([
    ["of another plan", '{"v":1,"t":"2017'],
    ["damaged by a merge or an editor", '\ufeff\r\n<<<<<<< HEAD\n{"v":1,"t":"2017'],
  ])("any journal: %s", (_, text) => {
    const { folder, keep } = office();
    fs.writeFileSync(join(folder, "out", "office.jsonl"), text);
    expect(writeOutput("out/office.jsonl", folder, "new\n", keep)).toBe("journal");
    expect(fs.readFileSync(join(folder, "out", "office.jsonl"), "utf8")).toBe(text);
  });

  it("a journal folder, and a file in it", () => {
    const { folder } = office();
    fs.mkdirSync(join(folder, "journal"));
    const keep = [join(folder, "journal")];
    expect(writeOutput("journal", folder, "new\n", keep)).toBe("directory");
    expect(writeOutput("journal/report.md", folder, "new\n", keep)).toBe("plan folder");
  });
});

describe("a new file", () => {
  it("does not replace one that appeared meanwhile", () => {
    const { folder, keep } = office();
    const path = join(folder, "out/form.md");
    // Somebody saves the form while this one is being written.
    const content = (function* content(): Generator<Uint8Array> {
      fs.writeFileSync(path, "filled in\n");
      yield Buffer.from("new\n");
    })();
    expect(writeOutput(path, "/", content, keep, true)).toBe("exists");
    expect(fs.readFileSync(path, "utf8")).toBe("filled in\n");
    expect(fs.readdirSync(join(folder, "out")).sort()).toEqual(["form.md", "report.md"]);
  });

  it.each(["", "link"])("has one name, even if the file system has no hard links: %s", (of) => {
    const { folder, keep } = office();
    Object.assign(faults, { of, code: "EPERM" });
    expect(writeOutput("out/form.md", folder, "new\n", keep, true)).toBeNull();
    faults.of = "";
    expect(fs.readFileSync(join(folder, "out/form.md"), "utf8")).toBe("new\n");
    expect(fs.statSync(join(folder, "out/form.md")).nlink).toBe(1);
    expect(fs.readdirSync(join(folder, "out")).sort()).toEqual(["form.md", "report.md"]);
  });
});

describe("if writing fails", () => {
  it.each([
    ["write", "ENOSPC"],
    ["fsync", "EIO"],
    ["rename", "EXDEV"],
  ])("at %s, the older report is unchanged and nothing is left beside it", (of, code) => {
    const { folder, keep, report } = office();
    const before = tree(folder);
    Object.assign(faults, { of, code });
    expect(() => writeOutput("out/report.md", folder, "new\n", keep)).toThrow(expect.objectContaining({ code }));
    faults.of = "";
    expect(fs.readFileSync(report, "utf8")).toBe("old\n");
    expect(tree(folder)).toEqual(before);
    expect(writeOutput("out/report.md", folder, "new\n", keep)).toBeNull();
  });

  it("in a read-only folder, the older report is unchanged", async () => {
    const { folder, report } = office();
    const program = await bundle(
      `import { writeOutput } from "./output-file.ts";
       try { console.log(writeOutput(process.argv[2], "/", "new", [])); } catch (error) { console.log(error.code); }`,
      temporaryFolder(),
    );
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(join(folder, "out"), 0o555);
    expect((await runProgram(program, [report], true)).trim()).toBe("EACCES");
    fs.chmodSync(join(folder, "out"), 0o755);
    expect(fs.readFileSync(report, "utf8")).toBe("old\n");
  });
});
