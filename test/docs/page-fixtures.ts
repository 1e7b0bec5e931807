/** The examples in docs/problems as plan folders: each code is tested with the examples on its page. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { idOf } from "../storage/journal-samples.ts";
import { HEAD, PART } from "../storage/small-plan.ts";

const FOLDER = join(import.meta.dirname, "../../docs/problems");

export interface Example {
  /** What the text is a part of: `milestone`, `task`, `head`, `journal` and so on (see `fixtureOf`). */
  readonly kind: string;
  readonly text: string;
}

export interface Page {
  readonly code: string;
  readonly text: string;
  readonly wrong: Example;
  readonly right: Example;
}

export const PAGES: readonly Page[] = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");
  return { code: name.replace(/\.md$/, ""), text, wrong: example(text, "wrong"), right: example(text, "right") };
});

function example(page: string, which: "wrong" | "right"): Example {
  const found = new RegExp(`^\`\`\`\\S+ ${which} (\\S+)\\n([^]*?)^\`\`\`$`, "m").exec(page);
  if (found === null) throw new Error(`no ${which} example in ${page.slice(0, 40)}`);
  return { kind: found[1] ?? "", text: found[2] ?? "" };
}

/** Files of a home folder, and the position of the mark ⟦ in one of them (`plan/2-1.yaml:4:12`; null if there is none). */
export interface Fixture {
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly marked: string | null;
  readonly isRepository: boolean;
}

const TASKS = "section: s1-1\ntasks:\n";
const TASK = `${TASKS}  - id: 10\n    title: 提升质量\n    divisions: [代办处]\n`;
/** The first 8 hex digits of the hash of 出台办法。, the text of the small plan's milestone. */
const DIGEST = idOf("出台办法。").slice(0, 8);

/** Completes the example to a whole plan (and journal). */
export function fixtureOf({ kind, text }: Example): Fixture {
  const small = { "plan/plan.yaml": HEAD, "plan/1-1.yaml": PART };
  const part = (before: string): Fixture => made("plan/1-1.yaml", before + text, { "plan/plan.yaml": HEAD });
  switch (kind) {
    case "milestone":
      return part(`${TASK}    milestones:\n`);
    case "indicator":
      return part(`${TASK}    indicators:\n`);
    case "task":
      return part(TASKS);
    case "head":
      return made("plan/plan.yaml", headWith(text), { "plan/1-1.yaml": PART });
    case "alone":
      return made("plan/1-1.yaml", text, {});
    case "file":
      return made("plan/z.yaml", text, small);
    case "utf16": {
      const fixture = made("plan/z.yaml", text, small);
      return { ...fixture, files: { ...small, "plan/z.yaml": Buffer.from(`\ufeff${unmarked(text)}`, "utf16le") } };
    }
    case "journal":
      return sealedJournal(made("journal.jsonl", text, small));
    case "beside":
      return sealedJournal(made("journal.jsonl", text, { ...small, "plan/plan.yaml": `${HEAD}journal: records\n` }));
    case "attributes":
      return {
        files: { ...small, ".gitattributes": text, "journal.jsonl": "" },
        marked: null,
        isRepository: true,
      };
    default:
      throw new Error(`no fixture for ${kind}`);
  }
}

function made(file: string, marked: string, others: Fixture["files"]): Fixture {
  return { files: { ...others, [file]: unmarked(marked) }, marked: markIn(file, marked), isRepository: false };
}

function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/g, "");
}

function markIn(file: string, text: string): string | null {
  if (!text.includes("⟦")) return null;
  const lines = text.slice(0, text.indexOf("⟦")).split("\n");
  return `${file}:${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}

/** The small plan's head, with the example's keys in place of its own. */
function headWith(text: string): string {
  const keys = new Set([...text.matchAll(/^([a-z]+):/gm)].map(([, key]) => key));
  const blocks = HEAD.split(/^(?=[a-z])/m).filter((block) => !keys.has(/^[a-z]+/.exec(block)?.[0]));
  return blocks.join("") + text;
}

/** Replaces the placeholders in the journal: each record's id, and the digest of the milestone's text. */
function sealedJournal(fixture: Fixture): Fixture {
  const lines = String(fixture.files["journal.jsonl"]).trimEnd().split("\n");
  const sealed = lines.map((line) => {
    const whole = line.replace("#…", `#${DIGEST}`);
    const body = whole.slice(0, whole.indexOf(',"id":'));
    return `${whole.replace('"id":"…"', `"id":"${idOf(body)}"`)}\n`;
  });
  return { ...fixture, files: { ...fixture.files, "journal.jsonl": sealed.join("") } };
}
