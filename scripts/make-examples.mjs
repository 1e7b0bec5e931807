// Writes examples/: the bulletin of the second quarter of 2017 in every format, the year as a drawing, and the due days as a
// calendar, from the plan and an invented journal. With `--check` it writes nothing, and fails if the files there differ
// from what it would write.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./steps.mjs";

const examples = join(root, "examples");

/** Makes every page say that its content is invented. */
const MARK = `  report:
    office: 某市知识产权局
    issue: 示例（内容为虚构） 第{quarter}期
    signatory: 某市知识产权局办公室
    addressees: 各处室、信息中心
`;

/**
 * Files in examples/: the command that makes each, and the subfolder with the plan that it reports on.
 * @type {readonly { name: string, command: readonly string[], plan?: string }[]}
 */
const FILES = [
  ...["md", "html", "docx", "xlsx", "csv", "json"].map((ending) => ({
    name: `2017-Q2.${ending}`,
    command: ["report", "--quarter", "2", "--as-of", "2017-06-30"],
  })),
  { name: "2017-Q2-专利管理处.md", command: ["report", "-q", "2", "--as-of", "2017-06-30", "-d", "专利管理处"] },
  // These show no `report` settings, so the plan's title says that it is an example.
  ...[
    { name: "2017.svg", command: ["gantt", "--as-of", "2017-06-30"] },
    { name: "2017.ics", command: ["calendar", "--as-of", "2017-06-30"] },
  ].map((file) => ({ ...file, plan: "marked" })),
];

const folder = mkdtempSync(join(tmpdir(), "ipplan-examples-"));
try {
  furnish(folder, "policy:\n", `policy:\n${MARK}`);
  furnish(join(folder, "marked"), "年知识产权工作计划\n", "年知识产权工作计划（示例，内容为虚构）\n");
  for (const { name, command, plan = "" } of FILES) {
    const parameters = [...command, "--lang", "zh", "--output", join(folder, name)];
    const cwd = join(folder, plan);
    execFileSync(process.execPath, [join(root, "bin/ipplan.js"), ...parameters], { cwd, stdio: "inherit" });
  }
  if (process.argv.includes("--check")) checkAll();
  else for (const { name } of FILES) cpSync(join(folder, name), join(examples, name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Creates an office's folder: the plan with its head edited, and the invented journal.
 * @param {string} place
 * @param {string} find
 * @param {string} put
 */
function furnish(place, find, put) {
  cpSync(join(root, "plan"), join(place, "plan"), { recursive: true });
  cpSync(join(examples, "journal.jsonl"), join(place, "journal.jsonl"));
  const path = join(place, "plan/plan.yaml");
  const parts = readFileSync(path, "utf8").split(find);
  if (parts.length !== 2) throw new Error(`plan.yaml has ${parts.length - 1} times: ${find}`);
  writeFileSync(path, parts.join(put));
}

function checkAll() {
  const stale = FILES.filter(({ name }) => {
    const [path, fresh] = [join(examples, name), join(folder, name)];
    return !existsSync(path) || !readFileSync(path).equals(readFileSync(fresh));
  });
  for (const { name } of stale) console.log(`examples/${name} is not current: npm run examples`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}
