/** P15: the output is complete, or the program says that it is not. P16: an existing report survives killed writers. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { spawn } from "node:child_process";
import { afterAll, expect, it } from "vitest";
import { makeOffice } from "../long/office.ts";
import { environment, installProgram, shell } from "./whole-program.ts";

const place = installProgram();
const office = makeOffice(6500);
afterAll(() => {
  place.remove();
  office.remove();
});

const report = join(office.folder, "report.json");
const made = await shell(place, office.folder, "ipplan list --format json --output report.json");
const bytes = readFileSync(report);
const digest = createHash("sha256").update(bytes).digest("hex");

it("the report is larger than 5 MB", () => {
  expect(made).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(bytes.length).toBeGreaterThan(5_000_000);
});

it("P15: a reader that pauses gets every byte", async () => {
  const reader = "(sleep 0.5; head -c 70000; sleep 0.5; head -c 1000000; sleep 0.3; cat)";
  const line = `ipplan list --format json | ${reader} | sha256sum; echo "\${PIPESTATUS[0]}"`;
  const { stdout } = await shell(place, office.folder, line);
  expect(stdout).toBe(`${digest}  -\n0\n`);
});

it("P15: a reader that stops early is not a failure", async () => {
  const { stdout, stderr } = await shell(
    place,
    office.folder,
    `ipplan list --format json | head -1; echo "\${PIPESTATUS[0]}"`,
  );
  expect([stdout, stderr]).toEqual(["{\n0\n", ""]);
});

it("P15: a reader that has gone changes no exit code, and a lost reader of stderr does not stop the result", async () => {
  const codes = [
    "(sleep 0.5; ipplan status --fail-on overdue) | true",
    "(sleep 0.5; ipplan show nosuch) 2>&1 | true",
    "(sleep 0.5; ipplan status --plan /nowhere) 2>&1 | true",
  ].map((line) => `${line}; echo "\${PIPESTATUS[0]}"`);
  expect((await shell(place, office.folder, codes.join("; "))).stdout).toBe("1\n2\n3\n");
  const result = "(sleep 0.5; ipplan status --fail-on overdue --format json 2>&1 >&4) | true";
  const { stdout } = await shell(place, office.folder, `exec 4>&1; ${result}; echo "\${PIPESTATUS[0]}"`);
  expect([stdout.slice(0, 28), stdout.slice(-4)]).toEqual(['{\n  "kind": "ipplan/status",', "}\n1\n"]);
});

it("P15: a full device is a failure, with a message", async () => {
  const { stdout, stderr } = await shell(place, office.folder, `ipplan list > /dev/full; echo "$?"`);
  expect(stdout).toBe("3\n");
  expect(stderr).toContain("ENOSPC");
});

it("P16: a killed writer leaves the old report or a whole new one, and a later one removes its temporary file", async () => {
  const args = ["list", "--format", "json", "--output", "report.json"];
  let killed = 0;
  for (let round = 0; round < 12; round += 1) {
    writeFileSync(report, "old\n");
    const child = spawn(process.execPath, [join(place.program, "bin/ipplan.js"), ...args], {
      cwd: office.folder,
      env: environment(),
    });
    const ended = new Promise<NodeJS.Signals | null>((done) => {
      child.on("close", (_, signal) => done(signal));
    });
    // Killed as soon as the temporary file exists, or up to 3 ms later.
    const isWriting = (): boolean => readdirSync(office.folder).some((name) => name.endsWith(".tmp"));
    while (child.exitCode === null && !isWriting()) await setTimeout(1);
    await setTimeout(round % 4);
    child.kill("SIGKILL");
    if ((await ended) === "SIGKILL") killed += 1;
    const left = readFileSync(report);
    expect(left.equals(bytes) || left.toString("utf8") === "old\n").toBe(true);
  }
  expect(killed).toBeGreaterThan(0);
  // Only old temporary files are removed: a recent one may belong to a writer in another container. So make them old.
  for (const name of readdirSync(office.folder)) if (name.endsWith(".tmp")) utimesSync(join(office.folder, name), 0, 0);
  const { code } = await shell(place, office.folder, "ipplan list --format json --output report.json");
  expect(code).toBe(0);
  expect(readdirSync(office.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(readFileSync(report).equals(bytes)).toBe(true);
});

it("P15: if only the answer cannot be printed, the message says what was recorded", async () => {
  // This test is the last one, because the reports above need a journal without records.
  const line = 'ipplan done 1-1 --on 2017-06-20 --lang en > /dev/full; echo "$?"; tail -1 journal.jsonl';
  const { stdout, stderr } = await shell(place, office.folder, line);
  const [, id = "none"] = /^3\n.*"id":"([0-9a-f]{8})[0-9a-f]+"}\n$/.exec(stdout) ?? [];
  expect(stderr).toContain("ENOSPC");
  expect(stderr).toContain(`1 record was written all the same: ${id}`);
});
