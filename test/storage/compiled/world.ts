/** A folder with a small plan and a journal, for random events and questions. */
import {
  lstatSync,
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
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day } from "../../support/builders.ts";
import { type Result, runIn } from "../../reporters/run-main.ts";

const HEAD = `title: 小计划
year: 2017
issued: 2017-01-10
remarks: 征求意见稿
timezone: Asia/Shanghai
divisions: [{ id: dbc, name: 代办处 }, { id: bhc, name: 保护处 }]
districts: [江北区, 北碚区]
themes: [{ id: t1, title: 主题一 }]
sections: [{ id: s1-1, theme: t1, title: 分项一 }, { id: s1-2, theme: t1, title: 分项二 }]
`;

function part(section: string, task: number, divisions: string): string {
  return `section: ${section}
tasks:
  - id: ${task}
    title: 任务${task}
    divisions: [${divisions}]
    districts: [all]
    objective: 目标${task}
    settled: [{ code: W-YEAR, reason: 第${task}项跨年 }]
    measures: [措施一, 措施二]
    indicators:
      - { id: cases, name: 案件, min: 100, unit: 件, basis: flow, remarks: 口径待核。 }
    milestones:
      - id: ${task}-1
        when: Q1
        text: 出台办法。
      - id: ${task}-2
        when: every quarter
        text: 举办培训。
        remarks: 第${task}项的期数待定。
      - id: ${task}-3
        when: Q2..Q4
        added: 2017-05-01
        text: 完成验收。
`;
}

const IDS = [1, 2].flatMap((task) => [`${task}-1`, `${task}-2@Q1`, `${task}-2@Q2`, `${task}-3`]);

/** Commands whose answer depends only on plan and journal. */
const QUESTIONS = [
  ["status", "--as-of", "2017-05-15"],
  ["status", "--quarter", "2", "--format", "json"],
  ["status", "--division", "代办处", "--as-of", "2017-07-01"],
  ["overdue", "--format", "json", "--as-of", "2017-07-01"],
  ["overdue", "--fail-on", "unproven,warnings"],
  ["list", "--format", "json"],
  ["list", "--state", "unproven"],
  ["show", "1", "--format", "json"],
  ["log", "--format", "json"],
  ["log", "--task", "2", "--format", "json"],
  ["log", "--since", "2017-06-05", "--kind", "done"],
  ["indicators", "--as-of", "Q2"],
  ["gantt"],
  ["status", "--as-known", "2017-07-02", "--format", "json"],
  ["report", "--quarter", "2", "--format", "json"],
  ["diff", "plan", "--format", "json"],
  ["done", "2-3", "--dry-run", "--format", "json"],
  ["done", "1-1", "--on", "2017-02-10", "--dry-run", "--format", "json"],
  ["undo", "--dry-run"],
  ["accept", "--quarter", "1", "--dry-run"],
] as const;

const WRITES = [
  (id: string) => ["done", id, "--on", "2017-06-20"],
  (id: string) => ["done", id, "--on", "2017-03-20", "--evidence", "doc:局发〔2017〕9号"],
  (id: string) => ["note", id, "在办", "--problem", "缺人", "--next", "招人"],
  (id: string) => ["progress", id, "60", "--on", "2017-06-25"],
  (id: string) => ["block", id, "--reason", "等批复"],
  (id: string) => ["unblock", id],
  (id: string) => [
    "extend",
    id,
    "--to",
    "2017-09-30",
    "--reason",
    "场地",
    "--approver",
    "局长办公会",
    "--on",
    "2017-03-01",
  ],
  (id: string) => ["cancel", id, "--reason", "撤项", "--approver", "局长办公会"],
  (id: string) => ["accept", id],
  (id: string) => ["reading", `${id.split("-")[0] ?? ""}/cases`, "40", "--on", "2017-05-31"],
  () => ["undo"],
] as const;

/** Random numbers that choose what happens and how: the same numbers give the same history. */
export type Event = readonly [kind: number, choice: number, detail: number];

export class World {
  readonly home = mkdtempSync(join(tmpdir(), "ipplan-compiled-"));
  private readonly cache = join(this.home, "cache");
  private readonly plan = join(this.home, "plan");
  private readonly journal = join(this.home, "journal.jsonl");
  /** Lines that were removed, and may come back. */
  private readonly gone: string[] = [];

  constructor() {
    mkdirSync(this.plan);
    this.put(join(this.plan, "plan.yaml"), HEAD);
    this.put(join(this.plan, "1.yaml"), part("s1-1", 1, "代办处, 保护处"));
    this.put(join(this.plan, "2.yaml"), part("s1-2", 2, "保护处"));
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }

  /** The answer to a question, with and without cache. */
  async ask(choice: number): Promise<{ question: string; warm: Result; cold: Result }> {
    const argv = pick(QUESTIONS, choice);
    const warm = await this.run(argv);
    const cold = await runIn(this.home, [...argv, "--no-cache"], { env: { LANG: "zh_CN.UTF-8" } });
    return { question: argv.join(" "), warm, cold };
  }

  /** Changes plan, journal, cache or file times. */
  async happen([kind, choice, detail]: Event): Promise<void> {
    const write = async (): Promise<unknown> => this.run(pick(WRITES, choice)(pick(IDS, detail)));
    const events: (() => unknown)[] = [
      write,
      write,
      () => this.editPlan(choice, detail),
      () => this.editJournal(choice, detail),
      () => this.appendFromElsewhere(choice, detail),
      () => this.damageCache(choice, detail),
      () => this.jumpClock(choice, detail),
    ];
    await Promise.resolve(pick(events, kind)());
  }

  private async run(argv: readonly string[]): Promise<Result> {
    return runIn(this.home, argv, { env: { LANG: "zh_CN.UTF-8", IPPLAN_CACHE: this.cache } });
  }

  /** Edits that keep the file's size, edits that change it, mistakes, added and removed files. */
  private editPlan(choice: number, detail: number): void {
    const path = join(this.plan, `${1 + (detail % 2)}.yaml`);
    const text = readFileSync(path, "utf8");
    const edits = [
      () =>
        this.put(
          path,
          text.replace(/出台|制定/, (word) => (word === "出台" ? "制定" : "出台")),
        ),
      () => this.put(path, text.replace("培训。", "培训班。")),
      () =>
        this.put(
          path,
          text.replace(/when: Q1$|when: Q2$/m, (when) => (when.endsWith("1") ? "when: Q2" : "when: Q1")),
        ),
      () => this.put(path, text.endsWith("x: 1\n") ? text.replace("x: 1\n", "") : `${text}x: 1\n`),
      () => this.put(path, text),
      () => this.put(join(this.plan, "notes.txt"), text),
      () => this.put(join(this.plan, "3.yaml"), part("s1-1", 3, "代办处")),
      () => rmSync(join(this.plan, "3.yaml"), { force: true }),
      () => this.toggleLink(join(this.plan, "4.yaml")),
    ];
    pick(edits, choice)();
  }

  /** Creates or removes a link that leads nowhere. */
  private toggleLink(path: string): void {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) symlinkSync("nowhere", path);
    else rmSync(path);
  }

  private editJournal(choice: number, detail: number): void {
    const bytes = this.journalBytes();
    const lines = bytes.toString("latin1").split("\n").slice(0, -1);
    const at = lines.length === 0 ? 0 : detail % lines.length;
    const put = (kept: readonly string[]): void =>
      this.put(this.journal, Buffer.from(kept.map((line) => `${line}\n`).join(""), "latin1"));
    const edits = [
      () => put(lines.toReversed()),
      () => {
        this.gone.push(...lines.slice(at, at + 1));
        put(lines.filter((_, index) => index !== at));
      },
      () => put([...lines, ...this.gone.splice(0)]),
      () => put([...lines.slice(at), ...lines.slice(0, at), ...lines.slice(0, 1)]),
      () => this.flip(this.journal, bytes, detail),
      () => this.put(this.journal, bytes.subarray(0, Math.max(0, bytes.length - (detail % 40)))),
      () => put(lines.map((line) => line.replace(/\r?$/, detail % 2 === 0 ? "\r" : ""))),
      () => rmSync(this.journal, { force: true }),
      () => this.put(this.journal, bytes),
    ];
    pick(edits, choice)();
  }

  /** Appends what a merge, another program or a later version may bring. */
  private appendFromElsewhere(choice: number, detail: number): void {
    const bytes = this.journalBytes();
    const ids = [...bytes.toString("latin1").matchAll(/"id":"([0-9a-f]{32})"/g)].map(([, id]) => id ?? "");
    const of = ids.length === 0 ? [] : [pick(ids, detail)];
    const own = { by: "别处", ref: pick(IDS, choice + detail), on: day(`2017-06-0${1 + (detail % 9)}`) };
    const line = (facts: object): string =>
      encodeRecord(
        { ...own, do: "note", of: [], ...facts },
        `2017-06-0${1 + (detail % 9)}T01:00:00.000Z`,
        ids.slice(-2),
      ).line;
    const lines = [
      () => line({ do: "done" }),
      () => line({ do: "done", of }),
      () => line({ do: "revoke", of }),
      () => line({ do: "revoke", of: ["0".repeat(32), ...of] }),
      () => line({ do: "accept", of }),
      () => line({ do: "ponder" }),
      () => line({ do: "extend", to: day("2017-10-31"), reason: "x" }),
      () => bytes.toString("utf8").split("\n")[0] ?? "",
      () => '{"v":1,"t":"2017',
      () => "",
    ];
    const end = detail % 5 === 0 ? "" : "\n";
    this.put(this.journal, Buffer.concat([bytes, Buffer.from(`${pick(lines, choice)()}${end}`)]));
  }

  private damageCache(choice: number, detail: number): void {
    const names = this.cacheFiles();
    if (names.length === 0) return;
    const path = join(this.cache, pick(names, choice));
    const bytes = readFileSync(path);
    const damages = [
      () => this.flip(path, bytes, detail * 37),
      () => this.flip(path, bytes, detail),
      () => this.put(path, bytes.subarray(0, detail % (bytes.length + 1))),
      () => this.put(path, readFileSync(join(this.cache, pick(names, detail)))),
      () => rmSync(path, { force: true }),
      // As if another version of the program or of Node.js had made it.
      () => this.put(path, Buffer.from(bytes.toString("latin1").replace('[\\"test\\"', '[\\"tesu\\"'), "latin1")),
    ];
    pick(damages, detail + choice)();
  }

  private jumpClock(choice: number, detail: number): void {
    const paths = [this.journal, join(this.plan, "1.yaml"), ...this.cacheFiles().map((name) => join(this.cache, name))];
    const path = pick(paths, choice);
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return;
    const time = 946_684_800 + detail * 86_400 * 37;
    utimesSync(path, time, time);
  }

  private cacheFiles(): string[] {
    return statSync(this.cache, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(this.cache).toSorted();
  }

  private journalBytes(): Buffer {
    return statSync(this.journal, { throwIfNoEntry: false }) === undefined
      ? Buffer.alloc(0)
      : readFileSync(this.journal);
  }

  private flip(path: string, bytes: Buffer, detail: number): void {
    if (bytes.length === 0) return;
    const at = detail % bytes.length;
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (detail % 8));
    this.put(path, changed);
  }

  /** Writes until the file's change time differs, as the mocks of passed time need. */
  private put(path: string, content: string | Uint8Array): void {
    const before = statSync(path, { bigint: true, throwIfNoEntry: false })?.ctimeNs;
    do writeFileSync(path, content);
    while (statSync(path, { bigint: true }).ctimeNs === before);
  }
}

function pick<Thing>(things: readonly Thing[], number: number): Thing {
  const thing = things[number % things.length];
  if (thing === undefined) throw new Error("nothing to pick from");
  return thing;
}
