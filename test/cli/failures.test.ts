/** Failures of reading and writing give the name that was typed, and the reason. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Failure } from "../../src/cli/failure.ts";
import { openFailure } from "../../src/cli/open-failure.ts";
import { cannotWrite } from "../../src/cli/write-failure.ts";
import { usage as en } from "../../src/i18n/en/usage.ts";
import { usage as zh } from "../../src/i18n/zh/usage.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-failures-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An error as node:fs throws it. */
function systemError(code: string, path: string): Error & { readonly code: string } {
  return Object.assign(new Error(code), { code, path, syscall: "open" });
}

describe("a file that cannot be written", () => {
  it.each([
    [
      "EACCES",
      "不能写到 x.csv：没有在那里写入的权限（EACCES）",
      "cannot write to x.csv: you may not write there (EACCES)",
    ],
    ["ENOSPC", "不能写到 x.csv：磁盘已满（ENOSPC）", "cannot write to x.csv: the disk is full (ENOSPC)"],
    [
      "ENOTEMPTY",
      "不能写到 x.csv：另一个程序刚刚建好了这个文件夹（ENOTEMPTY）",
      "cannot write to x.csv: another program has just made that folder (ENOTEMPTY)",
    ],
    ["EDQUOT", "不能写到 x.csv：磁盘配额已用完（EDQUOT）", "cannot write to x.csv: the disk quota is used up (EDQUOT)"],
    ["EIO", "不能写到 x.csv（EIO）", "cannot write to x.csv (EIO)"],
  ])("is named as typed, not by its temporary file, for %s", async (code, chinese, english) => {
    const failure = cannotWrite("x.csv", systemError(code, "/office/.x.csv.29733.0a1b2c3d.tmp"));
    if (!(failure instanceof Failure)) throw new TypeError("no failure");
    expect(failure.code).toBe(3);
    expect(await failure.say(zh, "zh")).toBe(chinese);
    expect(await failure.say(en, "en")).toBe(english);
  });

  it("passes on any other error, as a fault of the program", () => {
    const error = new TypeError("x");
    expect(cannotWrite("x.csv", error)).toBe(error);
  });
});

describe("a file that cannot be opened", () => {
  it("is reported as a link that leads nowhere", () => {
    const link = join(folder, "a.yaml");
    symlinkSync("gone.yaml", link);
    expect(openFailure(systemError("ENOENT", link), en)).toBe(`cannot open ${link}: it is a link that leads nowhere`);
  });

  it("is reported as missing or not readable", () => {
    const file = join(folder, "b.yaml");
    expect(openFailure(systemError("ENOENT", file), zh)).toBe(`打不开 ${file}：没有这个文件或文件夹（ENOENT）`);
    writeFileSync(file, "");
    expect(openFailure(systemError("EACCES", file), en)).toBe(`cannot open ${file}: you may not read it (EACCES)`);
    expect(openFailure(systemError("EIO", file), en)).toBe(`cannot open ${file} (EIO)`);
  });
});
