// Generates journals of any length for a plan: stories of its milestones, in the order of their clocks. Written from the
// description of the format alone, without ipplan's code; `ipplan check` confirms that the format is right.
import { createHash } from "node:crypto";
import { chance } from "./random.mjs";

/** @typedef {import("./plans.mjs").Plan} Plan */
/** @typedef {import("./plans.mjs").Milestone} Milestone */
/** @typedef {import("./random.mjs").Chance} Chance */
/**
 * @typedef {object} Deed a record that has no id yet; `at` counts days from New Year, from 0
 * @property {string} kind
 * @property {string} ref
 * @property {number} at
 * @property {number} [lag] days between the event and writing it down
 * @property {Readonly<Record<string, unknown>>} [facts] fields besides these
 * @property {readonly Deed[]} [names] the records that `of` names
 */
/** @typedef {{ deed: Deed, was: string, division: string, clock: number }} Entry a deed with everything its record needs */

const DAY_MS = 86_400_000;
/** The office writes five of six records, on behalf of the divisions. */
const CLERK = "综合科";
const REASONS = ["合作单位尚未落实", "经费下达较晚", "场地装修未完工", "需与上级部门会签", "招标流标后重新组织"];
const NOTES = ["已送有关部门会签", "征求意见稿已形成", "完成现场调研", "材料已汇总", "培训签到表已归档"];

/**
 * The lines of a journal with `count` records, each with its line end.
 * @param {Plan} plan
 * @param {number} count
 * @param {number} seed
 */
export function journalLines(plan, count, seed) {
  const random = chance(seed);
  const entries = timed(tell(plan, count, random), plan, random);
  return encode(entries, random);
}

/**
 * Stories of milestones and indicators in random order, until there are `count` deeds; the last story may be cut short.
 * @param {Plan} plan
 * @param {number} count
 * @param {Chance} random
 */
function tell(plan, count, random) {
  const milestones = plan.tasks.flatMap((task) => task.milestones);
  const wordy = Math.max(0, count / Math.max(milestones.length, 1) - 1);
  const tellers = [
    ...milestones.map((milestone) => () => storyOf(milestone, wordy, random)),
    ...plan.tasks.flatMap((task) =>
      task.indicators.map((indicator) => () => readingsOf(indicator.id, indicator.target, random)),
    ),
  ];
  shuffle(tellers, random);
  /** @type {Deed[]} */
  const deeds = [];
  for (const teller of tellers) {
    if (deeds.length >= count) break;
    deeds.push(...teller());
  }
  while (deeds.length < count) deeds.push(noteOn(random.pick(milestones), random));
  return deeds.slice(0, count);
}

/**
 * @template T
 * @param {T[]} items
 * @param {Chance} random
 */
function shuffle(items, random) {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const [a, b] = [items[last], items[other]];
    if (a !== undefined && b !== undefined) [items[last], items[other]] = [b, a];
  }
}

/**
 * What happened to one milestone, in order. `wordy` is the average number of records before its end.
 * @param {Milestone} milestone
 * @param {number} wordy
 * @param {Chance} random
 */
function storyOf(milestone, wordy, random) {
  const { id: ref } = milestone;
  const [start, due] = [dayNumber(milestone.start), dayNumber(milestone.due)];
  const end = Math.min(Math.max(start, due + random.between(-25, 12)), 364);
  /** @param {number} share */
  const within = (share) => start + Math.floor((end - start) * share);
  /** @type {Deed[]} */
  const story = [];
  const words = Math.floor(wordy * 2 * random.next());
  for (let word = 1; word <= words; word += 1) {
    const at = within((word / (words + 1)) * 0.8);
    const percent = Math.min(95, word * 20 + random.below(10));
    if (random.hits(0.35)) story.push({ ...noteOn(milestone, random), at });
    else story.push({ kind: "progress", ref, at, facts: { percent, note: random.pick(NOTES) } });
  }
  story.push(...troubles(milestone, within(0.85), random), ...endOf(ref, end, random));
  return story;
}

/**
 * @param {Milestone} milestone
 * @param {Chance} random
 * @returns {Deed}
 */
function noteOn(milestone, random) {
  const [start, due] = [dayNumber(milestone.start), dayNumber(milestone.due)];
  const facts = random.hits(0.3)
    ? { note: random.pick(NOTES), problem: random.pick(REASONS), next: "下周专题协调" }
    : { note: `${random.pick(NOTES)}（${random.between(1, 999)}）` };
  return { kind: "note", ref: milestone.id, at: random.between(start, due), facts };
}

/**
 * A block for one in twelve, mostly with its end; an extension for one in sixteen.
 * @param {Milestone} milestone
 * @param {number} at
 * @param {Chance} random
 */
function troubles({ id: ref, due }, at, random) {
  /** @type {Deed[]} */
  const deeds = [];
  if (random.hits(1 / 12)) {
    /** @type {Deed} */
    const block = { kind: "block", ref, at, facts: { reason: random.pick(REASONS) } };
    deeds.push(block);
    if (random.hits(0.8)) deeds.push({ kind: "unblock", ref, at, names: [block] });
  }
  if (random.hits(1 / 16)) {
    const to = dayText(dayNumber(due) + random.between(10, 60));
    deeds.push({ kind: "extend", ref, at, facts: { to, reason: random.pick(REASONS), approver: "办公会" } });
  }
  return deeds;
}

/**
 * Done for seven of ten: 30 % of these accepted, a few corrected, or taken back and recorded again. A few are cancelled.
 * @param {string} ref
 * @param {number} at
 * @param {Chance} random
 */
function endOf(ref, at, random) {
  const fate = random.next();
  if (fate > 0.73) return [];
  const approved = { reason: random.pick(REASONS), approver: "办公会" };
  if (fate > 0.7) return [{ kind: "cancel", ref, at, facts: approved }];
  const evidence = [{ kind: "doc", value: `局发〔2017〕${random.between(1, 400)}号` }];
  const facts = random.hits(0.85) ? { evidence } : {};
  /** @type {Deed} */
  const done = { kind: "done", ref, at, lag: random.pick([0, 0, 1, 3, 9]), facts };
  /** @type {Deed[]} */
  const deeds = [done];
  let standing = done;
  if (random.hits(0.05)) {
    standing = { ...done, at: Math.max(at - 2, 0), facts: { note: "日期更正", evidence }, names: [done] };
    deeds.push(standing);
  } else if (random.hits(0.03)) {
    standing = { ...done };
    deeds.push({ kind: "revoke", ref, at, facts: { note: "编号录错" }, names: [done] }, standing);
  }
  if (random.hits(0.3)) deeds.push({ kind: "accept", ref, at: at + 14, names: [standing] });
  return deeds;
}

/**
 * A reading at the end of each of the first three quarters, all of them totals or all additions.
 * @param {string} ref
 * @param {number} target
 * @param {Chance} random
 * @returns {Deed[]}
 */
function readingsOf(ref, target, random) {
  const mode = random.hits(0.3) ? "add" : "total";
  return [1, 2, 3].map((quarter) => {
    const share = (mode === "add" ? 0.25 : quarter / 4) * (0.7 + random.next() * 0.5);
    const value = Math.round(target * share);
    return { kind: "reading", ref, at: quarter * 91 - 1, lag: 2, facts: { value, mode } };
  });
}

/**
 * Gives each deed its clock and sorts them by it. A deed comes after those that it names.
 * @param {readonly Deed[]} deeds
 * @param {Plan} plan
 * @param {Chance} random
 * @returns {Entry[]}
 */
function timed(deeds, plan, random) {
  /** @type {Map<string, { division: string, was: string }>} */
  const about = new Map();
  for (const { divisions, milestones, indicators } of plan.tasks) {
    const [division = CLERK] = divisions;
    for (const { id, start, due, text } of milestones) {
      about.set(id, { division, was: `${start}..${due}#${sha(text).slice(0, 8)}` });
    }
    for (const { id } of indicators) about.set(id, { division, was: "" });
  }
  const newYear = Date.UTC(plan.year, 0, 1);
  /** @type {Map<Deed, number>} */
  const clocks = new Map();
  const entries = deeds.map((deed) => {
    const minute = newYear + (deed.at + (deed.lag ?? 0)) * DAY_MS + random.between(60, 580) * 60_000;
    const after = (deed.names ?? []).map((named) => (clocks.get(named) ?? 0) + 60_000);
    const clock = Math.max(minute, ...after);
    clocks.set(deed, clock);
    return { deed, clock, ...(about.get(deed.ref) ?? { division: CLERK, was: "" }) };
  });
  return entries.toSorted((a, b) => a.clock - b.clock);
}

/**
 * Encodes one line per record. One in thirty was written without having seen the record before it.
 * @param {readonly Entry[]} entries
 * @param {Chance} random
 */
function encode(entries, random) {
  /** @type {Map<Deed, string>} */
  const ids = new Map();
  /** @type {string[]} */
  let heads = [];
  let earlier = heads;
  let lastRef = "";
  return entries.map(({ deed, clock, division, was }) => {
    const { kind, ref, at, facts, names = [] } = deed;
    const isApart = names.length === 0 && ref !== lastRef && random.hits(1 / 30);
    const prev = isApart ? earlier : heads;
    const byClerk = random.hits(5 / 6);
    const from = byClerk && division !== CLERK ? { from: division } : {};
    const content = {
      v: 1,
      t: new Date(clock).toISOString(),
      by: byClerk ? CLERK : division,
      do: kind,
      ref,
      on: dayText(at),
      ...(was === "" ? {} : { was }),
      ...inOrder({ ...facts, ...from }),
      of: names.map((named) => ids.get(named)),
      prev: prev.toSorted().toReversed(),
    };
    const body = JSON.stringify(content).slice(0, -1);
    const id = sha(body).slice(0, 32);
    ids.set(deed, id);
    earlier = heads;
    heads = isApart ? [...heads, id] : [id];
    lastRef = ref;
    return `${body},"id":"${id}"}\n`;
  });
}

/** The order of the facts in a line. */
const ORDER = "percent value mode to reason approver from note problem next evidence".split(" ");

/** @param {Readonly<Record<string, unknown>>} facts */
function inOrder(facts) {
  return Object.fromEntries(ORDER.flatMap((key) => (key in facts ? [[key, facts[key]]] : [])));
}

/** @param {string} text */
function sha(text) {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * Days since New Year of the plan's year, from 0.
 * @param {string} day
 */
function dayNumber(day) {
  return Math.round((Date.parse(day) - Date.UTC(2017, 0, 1)) / DAY_MS);
}

/** @param {number} number */
function dayText(number) {
  return new Date(Date.UTC(2017, 0, 1) + number * DAY_MS).toISOString().slice(0, 10);
}
