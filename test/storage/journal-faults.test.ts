/** A file system that fails during an append: what was reported is true, and no other record is harmed. */
import * as fs from "node:fs";
import { join } from "node:path";
import { type MockInstance, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { appendLines, readJournal } from "../../src/storage/journal-files.ts";
import { EXAMPLE, LINES, SEALED, countsOf, temporaryFolder } from "./journal-samples.ts";

/** Called instead of the real functions if a test sets them. */
const faults = vi.hoisted(() => ({
  openSync: undefined as (() => void) | undefined,
  closeSync: undefined as (() => void) | undefined,
  writeSync: undefined as
    ((fd: number, bytes: Buffer, real: (fd: number, bytes: Buffer) => number) => number) | undefined,
  fdatasyncSync: undefined as ((fd: number) => void) | undefined,
  fsyncSync: undefined as ((fd: number) => void) | undefined,
}));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return {
    ...real,
    openSync: (path: string, flags: number, mode: number) => {
      faults.openSync?.();
      return real.openSync(path, flags, mode);
    },
    writeSync: (fd: number, bytes: Buffer) =>
      faults.writeSync === undefined ? real.writeSync(fd, bytes) : faults.writeSync(fd, bytes, real.writeSync),
    fdatasyncSync: (fd: number) => (faults.fdatasyncSync ?? real.fdatasyncSync)(fd),
    closeSync: (fd: number) => {
      real.closeSync(fd);
      faults.closeSync?.();
    },
    fsyncSync: (fd: number) => (faults.fsyncSync ?? real.fsyncSync)(fd),
  };
});

beforeEach(() => {
  faults.openSync = undefined;
  faults.closeSync = undefined;
  faults.writeSync = undefined;
  faults.fdatasyncSync = undefined;
  faults.fsyncSync = undefined;
});

function failure(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code, syscall: "write" });
  };
}

function journal(): string {
  const path = join(temporaryFolder(), "journal.jsonl");
  fs.writeFileSync(path, EXAMPLE);
  return path;
}

/** The bytes after the example's. */
function added(path: string): string {
  const bytes = fs.readFileSync(path);
  expect(bytes.subarray(0, EXAMPLE.length)).toEqual(EXAMPLE);
  return bytes.subarray(EXAMPLE.length).toString("utf8");
}

/** Replaces the journal with a new file, as a checkout by another program does. */
function replace(path: string, content: string | Buffer): void {
  fs.writeFileSync(`${path}.new`, content);
  fs.renameSync(`${path}.new`, path);
}

describe("a write that fails", () => {
  it("part of the way: reports it, leaves what is written, and the next append is whole", () => {
    const path = journal();
    faults.writeSync = (fd, bytes, real) => real(fd, bytes.subarray(0, 100));
    expect(() => appendLines(path, [SEALED])).toThrow(expect.objectContaining({ fault: "short write", path }));
    expect(added(path)).toBe(SEALED.slice(0, 100));
    faults.writeSync = undefined;
    appendLines(path, [SEALED]);
    expect(added(path)).toBe(`${SEALED.slice(0, 100)}\n${SEALED}\n`);
    expect(countsOf(readJournal([path], () => "j"))).toEqual([49, 1, 0]);
  });

  it("before the line end: reports it, and the record counts once when it is written again", () => {
    const path = journal();
    faults.writeSync = (fd, bytes, real) => real(fd, bytes.subarray(0, -1));
    expect(() => appendLines(path, [SEALED])).toThrow(expect.objectContaining({ fault: "short write" }));
    faults.writeSync = undefined;
    appendLines(path, [SEALED]);
    const { records, damaged } = readJournal([path], () => "j");
    expect(new Set(records.map(({ id }) => id)).size).toBe(49);
    expect(damaged).toEqual([]);
  });

  it.each([
    ["ENOSPC", "no space"],
    ["EDQUOT", "no space"],
    ["EROFS", "no access"],
    ["EIO", "other"],
  ])("%s: %s, and the file is unchanged", (code, fault) => {
    const path = journal();
    faults.writeSync = failure(code);
    expect(() => appendLines(path, [SEALED])).toThrow(expect.objectContaining({ fault, systemCode: code, path }));
    expect(added(path)).toBe("");
  });

  it("is a single write, however many lines", () => {
    const path = journal();
    const written: string[] = [];
    faults.writeSync = (fd, bytes, real) => {
      written.push(bytes.toString("utf8"));
      return real(fd, bytes);
    };
    appendLines(path, [LINES[0] ?? "", LINES[1] ?? ""]);
    expect(written).toEqual([`${LINES[0]}\n${LINES[1]}\n`]);
  });
});

describe("a sync that fails", () => {
  it.each(["EINVAL", "ENOTSUP"])("with %s means that the file system cannot sync", (code) => {
    const path = journal();
    faults.fdatasyncSync = failure(code);
    appendLines(path, [SEALED]);
    expect(added(path)).toBe(`${SEALED}\n`);
  });

  it("with EIO is reported: the record may not be on disk", () => {
    const path = journal();
    faults.fdatasyncSync = failure("EIO");
    expect(() => appendLines(path, [SEALED])).toThrow(expect.objectContaining({ fault: "other", systemCode: "EIO" }));
  });

  it("is asked for at every append, and for the folder of a new file", () => {
    const path = journal();
    const [data, folder] = [vi.fn(), vi.fn()];
    faults.fdatasyncSync = data;
    faults.fsyncSync = folder;
    appendLines(path, [SEALED]);
    expect([data.mock.calls.length, folder.mock.calls.length]).toEqual([1, 0]);
    appendLines(`${path}2`, [SEALED]);
    expect([data.mock.calls.length, folder.mock.calls.length]).toEqual([2, 1]);
  });
});

describe("a close that fails", () => {
  it("does not matter for what is on the disk", () => {
    const path = journal();
    faults.closeSync = failure("EIO");
    expect(appendLines(path, [SEALED])).toEqual([]);
    expect(added(path)).toBe(`${SEALED}\n`);
  });

  it("is reported if the file system could not sync", () => {
    const path = journal();
    faults.fdatasyncSync = failure("EINVAL");
    faults.closeSync = failure("EDQUOT");
    expect(() => appendLines(path, [SEALED])).toThrow(expect.objectContaining({ fault: "no space", path }));
  });
});

describe("a file that another program puts in the journal's place meanwhile", () => {
  it("gets the lines too", () => {
    const path = journal();
    let times = 0;
    faults.fdatasyncSync = () => {
      times += 1;
      if (times === 1) replace(path, `${LINES[0]}\n`);
    };
    appendLines(path, [SEALED]);
    expect(fs.readFileSync(path, "utf8")).toBe(`${LINES[0]}\n${SEALED}\n`);
  });

  it("is created with the lines if the journal was only removed", () => {
    const path = journal();
    let times = 0;
    faults.fdatasyncSync = () => {
      times += 1;
      if (times === 1) fs.rmSync(path);
    };
    appendLines(path, [SEALED]);
    expect(fs.readFileSync(path, "utf8")).toBe(`${SEALED}\n`);
  });

  it("again and again: is reported after a while", () => {
    const path = journal();
    faults.fdatasyncSync = () => replace(path, EXAMPLE);
    expect(() => appendLines(path, [SEALED])).toThrow(expect.objectContaining({ fault: "unstable", path }));
  });
});

describe("git at work in the same folder", () => {
  /** A journal in something that looks like a repository, and the lock that git holds while it works. */
  function repository(): { readonly path: string; readonly lock: string } {
    const path = journal();
    const folder = `${path.slice(0, path.lastIndexOf("/"))}/.git`;
    fs.mkdirSync(folder);
    return { path, lock: `${folder}/index.lock` };
  }

  /** Does git's work during the first wait. */
  function whileWaiting(work: () => void): MockInstance {
    return vi.spyOn(Atomics, "wait").mockImplementation(() => {
      work();
      return "timed-out";
    });
  }

  afterEach(() => vi.restoreAllMocks());

  /** Git writes the file that it has created, overwriting whatever was appended to it by then. */
  function writeOver(path: string): void {
    fs.writeFileSync(path, EXAMPLE);
  }

  it("has created the journal but not written it yet: the lines wait, and are written once", () => {
    const { path, lock } = repository();
    for (const made of [path, lock]) fs.writeFileSync(made, "");
    const wait = whileWaiting(() => {
      writeOver(path);
      fs.rmSync(lock);
    });
    const written = vi.fn((fd: number, bytes: Buffer, real: (fd: number, bytes: Buffer) => number) => real(fd, bytes));
    faults.writeSync = written;
    expect(appendLines(path, [SEALED])).toEqual([]);
    expect([wait.mock.calls.length, written.mock.calls.length]).toEqual([1, 1]);
    expect(added(path)).toBe(`${SEALED}\n`);
  });

  it("has removed the journal when it is opened: none is made in its place", () => {
    const { path, lock } = repository();
    faults.openSync = () => {
      faults.openSync = undefined;
      fs.writeFileSync(lock, "");
      fs.rmSync(path);
    };
    whileWaiting(() => {
      expect(fs.existsSync(path)).toBe(false);
      writeOver(path);
      fs.rmSync(lock);
    });
    expect(appendLines(path, [SEALED])).toEqual([]);
    expect(added(path)).toBe(`${SEALED}\n`);
  });

  it("has begun before the lines were written, and ended before they were synced: they are written again", () => {
    const { path } = repository();
    faults.fdatasyncSync = vi.fn().mockImplementationOnce(() => writeOver(path));
    expect(appendLines(path, [SEALED])).toEqual([]);
    expect(added(path)).toBe(`${SEALED}\n`);
  });

  it("has not ended when they are synced: once it has, they are looked for and written again", () => {
    const { path, lock } = repository();
    faults.fdatasyncSync = vi.fn().mockImplementationOnce(() => fs.writeFileSync(lock, ""));
    const wait = whileWaiting(() => {
      writeOver(path);
      fs.rmSync(lock);
    });
    expect(appendLines(path, [SEALED])).toEqual([]);
    expect(wait).toHaveBeenCalledTimes(1);
    expect(added(path)).toBe(`${SEALED}\n`);
  });

  it("has left the lines alone: they are not written twice", () => {
    const { path, lock } = repository();
    faults.fdatasyncSync = vi.fn().mockImplementationOnce(() => fs.writeFileSync(lock, ""));
    whileWaiting(() => fs.rmSync(lock));
    appendLines(path, [SEALED]);
    expect(added(path)).toBe(`${SEALED}\n`);
  });
});

describe("the notices for the writer", () => {
  it("say that the journal has a second name", () => {
    const path = journal();
    expect(appendLines(path, [SEALED])).toEqual([]);
    fs.linkSync(path, `${path}.second`);
    expect(appendLines(path, [SEALED])).toEqual(["hard link"]);
  });

  it("say that the file system cannot sync", () => {
    const path = journal();
    faults.fdatasyncSync = failure("EINVAL");
    expect(appendLines(path, [SEALED])).toEqual(["no sync"]);
  });
});
