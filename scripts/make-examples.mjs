// Writes examples/: the bulletin of the second quarter of 2017 in every format, from the plan and an invented journal.
// `--check` writes nothing and fails where the files there are not what would be written.
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./steps.mjs";

const examples = join(root, "examples");

/** Every page says that what is reported is invented. */
const MARK = `  report:
    office: 某市知识产权局
    issue: 示例（内容为虚构） 第{quarter}期
    signatory: 某市知识产权局办公室
    addressees: 各处室、信息中心
`;

/** A file in examples/ and the command that makes it. */
const FILES = [
  ...["md", "html", "docx", "xlsx", "csv", "json"].map((ending) => ({
    name: `2017-Q2.${ending}`,
    command: ["report", "--quarter", "2", "--as-of", "2017-06-30"],
  })),
  { name: "2017-Q2-专利管理处.md", command: ["report", "-q", "2", "--as-of", "2017-06-30", "-d", "专利管理处"] },
];

const folder = mkdtempSync(join(tmpdir(), "ipplan-examples-"));
try {
  cpSync(join(root, "plan"), join(folder, "plan"), { recursive: true });
  appendMark(join(folder, "plan/plan.yaml"));
  cpSync(join(examples, "journal.jsonl"), join(folder, "journal.jsonl"));
  for (const { name, command } of FILES) {
    const parameters = [...command, "--lang", "zh", "--output", name];
    execFileSync(process.execPath, [join(root, "bin/ipplan.js"), ...parameters], { cwd: folder, stdio: "inherit" });
  }
  if (process.argv.includes("--check")) checkAll();
  else for (const { name } of FILES) cpSync(join(folder, name), join(examples, name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Puts the report's form under `policy:`.
 * @param {string} path
 */
function appendMark(path) {
  const text = readFileSync(path, "utf8");
  const [before = "", after, ...others] = text.split("policy:\n");
  if (after === undefined || others.length > 0) throw new Error("plan.yaml has not one policy");
  rmSync(path);
  appendFileSync(path, `${before}policy:\n${MARK}${after}`);
}

function checkAll() {
  const stale = FILES.filter(({ name }) => {
    const [path, fresh] = [join(examples, name), join(folder, name)];
    return !existsSync(path) || !readFileSync(path).equals(readFileSync(fresh));
  });
  for (const { name } of stale) console.log(`examples/${name} is not current: npm run examples`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}
