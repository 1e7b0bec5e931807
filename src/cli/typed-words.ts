/** Words of closed sets as Chinese screens and help have them: loaded where one of the sets is asked for. */
import { foldTyped } from "../core/text.ts";

/** Options whose words are of closed sets. No word means different things to two of them. */
const OPTION = /^(--(?:state|role|group-by|fail-on))(=|$)/;

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ 已完成: "done", 完成: "done", 进行中: "active", 逾期: "overdue", 待启动: "upcoming", 已取消: "cancelled" },
    ...{ 取消: "cancelled", 逾期完成: "late", 受阻: "blocked", 延期: "extended", 经批准延期: "extended" },
    ...{ 已销号: "accepted", 待销号: "unaccepted", 缺佐证材料: "unproven", 缺佐证: "unproven" },
    ...{ 牵头: "lead", 配合: "assist", 不限: "any" },
    ...{
      处室: "division",
      主体任务: "theme",
      分项: "section",
      配合区县: "district",
      区县: "district",
      季度: "quarter",
    },
    ...{ 应完成未完成: "unfinished", 未完成: "unfinished", 未达序时: "behind", 警告: "warnings" },
  }),
);

/** The command line with such words as the options have them; all others stay, to be refused by their option. */
export function withOwnWords(argv: readonly string[]): string[] {
  return argv.map((word, at) => {
    const [, flag = "", sign] = OPTION.exec(word) ?? [];
    if (sign === "=") return `${flag}=${inOwnWords(word.slice(flag.length + 1))}`;
    return OPTION.exec(argv[at - 1] ?? "")?.[2] === "" ? inOwnWords(word) : word;
  });
}

function inOwnWords(typed: string): string {
  return typed
    .split(/[,，、;；]/)
    .map((part) => WORDS.get(foldTyped(part)) ?? part)
    .join(",");
}
