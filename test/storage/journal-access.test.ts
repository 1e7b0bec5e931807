/** Journals that cannot be read or written: each gets its own fault, and nothing hangs. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { appendLines, readJournal } from "../../src/storage/journal-files.ts";
import { JournalAccessError } from "../../src/storage/journal-access-error.ts";
import { journalFiles } from "../../src/storage/file-lists.ts";
import { bundle, runProgram } from "./child.ts";
import { EXAMPLE, LINES, SEALED, content, countsOf, sealed, temporaryFolder } from "./journal-samples.ts";

/** The fault of the error that the work throws, or `none`. */
function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof JournalAccessError) return error.fault;
    throw error;
  }
  return "none";
}

const read = (path: string): unknown => readJournal(journalFiles(path), (file) => file);

/** Things other than a file in the journal's place. */
const OBSTACLES: Readonly<Record<string, (path: string) => void>> = {
  directory: (path) => mkdirSync(path),
  FIFO: (path) => execFileSync("mkfifo", [path]),
  "symbolic link": (path) => {
    writeFileSync(`${path}.target`, EXAMPLE);
    symlinkSync(`${path}.target`, path);
  },
  "dangling link": (path) => symlinkSync(`${path}.nowhere`, path),
  "link to a folder": (path) => {
    mkdirSync(`${path}.target`);
    symlinkSync(`${path}.target`, path);
  },
};

function obstacle(name: string): string {
  const path = join(temporaryFolder(), "journal.jsonl");
  OBSTACLES[name]?.(path);
  return path;
}

describe("reading", () => {
  it.each([
    ["FIFO", "not a file"],
    ["symbolic link", "symlink"],
    ["dangling link", "symlink"],
    ["link to a folder", "symlink"],
  ])("a %s: %s", (name, fault) => {
    const path = obstacle(name);
    expect(faultOf(() => read(path))).toBe(fault);
  });

  it("a device: not a file", () => {
    expect(faultOf(() => read("/dev/null"))).toBe("not a file");
  });

  it("a directory named as a file: directory", () => {
    const path = obstacle("directory");
    expect(faultOf(() => readJournal([path], (file) => file))).toBe("directory");
  });

  it("a missing journal: no records and no failure", () => {
    const path = join(temporaryFolder(), "journal.jsonl");
    expect(journalFiles(path)).toEqual([]);
    expect(countsOf(readJournal([], (file) => file))).toEqual([0, 0, 0]);
  });

  it("a file that has vanished before it is opened: the system's own code", () => {
    const path = join(temporaryFolder(), "journal.jsonl");
    expect(() => readJournal([path], (file) => file)).toThrow(
      expect.objectContaining({ fault: "other", path, systemCode: "ENOENT" }),
    );
  });
});

describe("reading a folder", () => {
  it("reads all of its *.jsonl, sorted by name, and nothing else", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "b.jsonl"), `${LINES.slice(0, 3).join("\n")}\n`);
    writeFileSync(join(folder, "a.jsonl"), `${LINES.slice(2, 5).join("\r\n")}\r\n`);
    writeFileSync(join(folder, "a.jsonl.bak"), `${SEALED}\n`);
    writeFileSync(join(folder, "notes.md"), "# 说明\n");
    const reading = readJournal(journalFiles(folder), (file) => file.slice(folder.length + 1));
    const ids = LINES.map((line) => line.slice(-34, -2));
    expect(reading.records.map(({ id }) => id)).toEqual([...ids.slice(2, 5), ...ids.slice(0, 3)]);
    expect(reading.damaged).toEqual([]);
    expect(reading.origins.get(ids[0] ?? "")).toEqual({ file: "b.jsonl", line: 1 });
  });

  it("places a record that is in two files in the first of them by name", () => {
    const folder = temporaryFolder();
    for (const name of ["b", "a"]) writeFileSync(join(folder, `${name}.jsonl`), `\n${LINES[0]}\n`);
    const { origins } = readJournal(journalFiles(folder), (file) => file.slice(folder.length + 1));
    expect(origins.get(LINES[0]?.slice(-34, -2) ?? "")).toEqual({ file: "a.jsonl", line: 2 });
  });

  it("finds no files in an empty folder", () => {
    expect(journalFiles(temporaryFolder())).toEqual([]);
  });

  it("refuses a link and a folder in it", () => {
    const folder = temporaryFolder();
    symlinkSync("/etc/hostname", join(folder, "a.jsonl"));
    expect(faultOf(() => read(folder))).toBe("symlink");
    const other = temporaryFolder();
    mkdirSync(join(other, "b.jsonl"));
    expect(faultOf(() => read(other))).toBe("directory");
  });
});

describe("appending", () => {
  it.each([
    ["directory", "directory"],
    ["FIFO", "not a file"],
    ["symbolic link", "symlink"],
    ["dangling link", "symlink"],
    ["link to a folder", "symlink"],
  ])("to a %s: %s, and nothing is written anywhere", (name, fault) => {
    const path = obstacle(name);
    expect(faultOf(() => appendLines(path, [SEALED]))).toBe(fault);
    expect(existsSync(`${path}.nowhere`)).toBe(false);
    if (name === "symbolic link") expect(readFileSync(`${path}.target`)).toEqual(EXAMPLE);
    if (name === "link to a folder") expect(readdirSync(`${path}.target`)).toEqual([]);
  });

  it("to a missing folder: the system's own code", () => {
    const path = join(temporaryFolder(), "none", "journal.jsonl");
    expect(() => appendLines(path, [SEALED])).toThrow(
      expect.objectContaining({ fault: "other", systemCode: "ENOENT" }),
    );
  });

  it("to a missing journal creates the file", () => {
    const path = join(temporaryFolder(), "journal.jsonl");
    appendLines(path, [LINES[0] ?? "", LINES[1] ?? ""]);
    expect(readFileSync(path, "utf8")).toBe(`${LINES[0]}\n${LINES[1]}\n`);
  });

  it.each([
    ["a whole record", LINES[0] ?? "", 2, 0],
    ["half a record", LINES[0]?.slice(0, 80) ?? "", 1, 1],
    ["a carriage return", `${LINES[0]}\r`, 2, 0],
    ["NULs", "\0\0", 1, 1],
  ])("after %s without a line end begins a line of its own", (_, before, records, damaged) => {
    const path = join(temporaryFolder(), "journal.jsonl");
    writeFileSync(path, before);
    appendLines(path, [SEALED]);
    expect(readFileSync(path, "utf8")).toBe(`${before}\n${SEALED}\n`);
    expect(countsOf(readJournal([path], () => "j"))).toEqual([records, damaged, 0]);
  });

  it("changes no byte of what is there", () => {
    const path = join(temporaryFolder(), "journal.jsonl");
    writeFileSync(path, EXAMPLE);
    appendLines(path, [SEALED]);
    expect(readFileSync(path, "utf8")).toBe(`${EXAMPLE.toString("utf8")}${SEALED}\n`);
  });
});

describe("without permission", () => {
  const PROGRAM = `
    import { appendLines, readJournal } from "./journal-files.ts";
    const [path, line] = process.argv.slice(2);
    const attempt = (work) => { try { work(); return "none"; } catch (error) { return error.fault ?? String(error); } };
    console.log(attempt(() => readJournal([path], () => "j")), "/", attempt(() => appendLines(path, [line])));
  `;

  it.each([
    ["read-only file", 0o444, 0o777, "none / no access"],
    ["secret file", 0o000, 0o777, "no access / no access"],
    ["read-only folder, for an existing file", 0o644, 0o555, "none / no access"],
    ["locked folder", 0o666, 0o000, "no access / no access"],
  ])("a %s", async (_, fileMode, folderMode, expected) => {
    const [folder, program] = [temporaryFolder(), await bundle(PROGRAM, temporaryFolder())];
    const path = join(folder, "journal.jsonl");
    writeFileSync(path, EXAMPLE);
    chmodSync(path, fileMode);
    chmodSync(folder, folderMode);
    const printed = await runProgram(program, [path, SEALED], true);
    chmodSync(folder, 0o755);
    chmodSync(path, 0o644);
    expect(printed.trim()).toBe(expected);
    expect(readFileSync(path)).toEqual(EXAMPLE);
  });
});

describe("eight writers at once", () => {
  const PROGRAM = `
    import { appendLines } from "./journal-files.ts";
    import { encodeRecord } from "./journal-line.ts";
    const [path, by] = process.argv.slice(2);
    for (let n = 0; n < 50; n += 1) {
      const facts = { by, do: "note", ref: "10-1", on: "2017-06-20", note: "说明".repeat(n) + n, of: [] };
      const { record, line } = encodeRecord(facts, "2017-06-21T01:12:03.123Z", []);
      appendLines(path, [line]);
      console.log(record.id);
    }
  `;

  it("lose none of the records that were reported as written", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "journal.jsonl");
    const program = await bundle(PROGRAM, temporaryFolder());
    const writers = Array.from({ length: 8 }, async (_, n) => runProgram(program, [path, `writer ${n}`]));
    const told = (await Promise.all(writers)).flatMap((printed) => printed.trim().split("\n"));
    const reading = readJournal([path], () => "j");
    expect(new Set(told).size).toBe(400);
    expect(countsOf(reading)).toEqual([400, 0, 0]);
    expect(new Set(reading.records.map(({ id }) => id))).toEqual(new Set(told));
  });
});

it("a record of nearly 16 KiB can be read back", () => {
  const path = join(temporaryFolder(), "journal.jsonl");
  const long = sealed(content({ note: "说".repeat(2000), problem: "题".repeat(2000), next: "措".repeat(1300) }));
  expect(Buffer.byteLength(long)).toBeGreaterThan(15_000);
  appendLines(path, [long]);
  expect(countsOf(readJournal([path], () => "j"))).toEqual([1, 0, 0]);
});
