/** `diff`: the changes, task by task. */
import { CHANGE_KINDS } from "../../core/diff/change.ts";
import type { ChangeView, DiffView } from "../../core/views/diff.ts";
import { changeTexts } from "../../i18n/changes.ts";
import type { Changes } from "../../i18n/zh/changes.ts";
import { diffTitle, isListOfTexts, shortValues } from "../words/change-texts.ts";
import { hang, padEnd, wrap } from "../layout.ts";
import { widthOf } from "../width.ts";
import type { Look } from "../look.ts";
import { visible } from "../visible.ts";

/** Most columns of both values on one line. */
const MOST_ON_ONE_LINE = 44;

/** The screen of `diff`. */
export function renderDiff(view: DiffView, look: Look): string[] {
  const { language, words } = look.catalogue;
  const changes = changeTexts(language);
  const title = wrap(diffTitle(view, look.catalogue), look.width).map((line) => look.paint.bold(line));
  const { before, after } = view;
  const year = before.year === after.year ? [] : wrap(changes.otherYear(before.year, after.year), look.width);
  if (view.same) return [...title, ...year, ...wrap(changes.none, look.width)];
  const kinds = CHANGE_KINDS.filter((kind) => view.counts[kind] > 0).map((kind) =>
    changes.kindCount(changes.kind(kind), view.counts[kind]),
  );
  const summary = changes.summary(view.changes.length, kinds.join(words.listSeparator));
  return [...title, ...year, ...wrap(summary, look.width), ...groupLines(view, look)];
}

/** Changes outside tasks come first, then those of each task below its title. */
function groupLines(view: DiffView, look: Look): string[] {
  const { changes } = view;
  const tasks = [...new Set(changes.map(({ task }) => task))];
  return tasks.flatMap((task) => {
    const own = changes.filter((change) => change.task === task);
    const { language, screens } = look.catalogue;
    const texts = changeTexts(language);
    const title = task === null ? texts.subject("plan") : `${screens.taskTitle(task)}  ${own[0]?.taskTitle ?? ""}`;
    return [
      "",
      ...hang("", title, look.width).map((line) => look.paint.bold(line)),
      ...own.flatMap((change) => changeLines(change, view, look)),
    ];
  });
}

function changeLines(change: ChangeView, view: DiffView, look: Look): string[] {
  const changes = changeTexts(look.catalogue.language);
  const wide = Math.max(...CHANGE_KINDS.map((kind) => widthOf(changes.kind(kind))));
  const head = `  ${padEnd(changes.kind(change.change), wide)}  ${label(change, look)}`;
  const [was, is] = shortValues(change, view, look.catalogue);
  const isOneSided = (was === null) !== (is === null);
  if (isListOfTexts(change) && isOneSided) {
    return hang(`${head}  `, listText(change, [was, is], changes), look.width);
  }
  if (change.field === null || change.change === "added") return hang(`${head}  `, is ?? was ?? "", look.width);
  const line = `${was ?? changes.nothing} → ${is ?? changes.nothing}`;
  if (widthOf(line) <= MOST_ON_ONE_LINE && !line.includes("\n")) return hang(`${head}  `, line, look.width);
  const indent = " ".repeat(wide + 4);
  return [
    head,
    ...hang(`${indent}${changes.was}  `, was ?? changes.nothing, look.width),
    ...hang(`${indent}${changes.is}  `, is ?? changes.nothing, look.width),
  ];
}

/**
 * The texts that only one side has. If there are also texts on both sides, which are not shown, it says inserted or
 * deleted: an empty other side would be wrong.
 */
function listText(
  { before, after }: ChangeView,
  [was, is]: readonly [string | null, string | null],
  changes: Changes,
): string {
  if (before.length === after.length) return is ?? "";
  return was === null ? changes.inserted(is ?? "") : changes.deleted(was);
}

/** `10-1 时段`; the fields of the task itself need no id. */
function label({ subject, id, field }: ChangeView, look: Look): string {
  const changes = changeTexts(look.catalogue.language);
  const isOwn = subject === "task" || subject === "plan";
  const thing =
    subject === "milestone" || subject === "indicator" ? (id ?? "") : `${changes.subject(subject)} ${id ?? ""}`;
  const name = field === null ? "" : changes.field(field);
  if (isOwn) return field === null ? changes.subject(subject) : name;
  return visible(`${thing} ${name}`.trim());
}
