import { isOfIndicator } from "../../core/journal/stray.ts";
import type { ProblemWords } from "../problems.ts";

type JournalCode = Extract<keyof ProblemWords, `${"E" | "W"}-JOURNAL-${string}` | "W-GITATTRIBUTES">;

const LINE_HINT = "不要手工改台账；从 git 或备份里找回这一行，别的记录不受影响";

/** Which of the disagreeing records counts for now. The message names that one first. */
const COUNTED = {
  done: "现按较早的一天算。",
  revoke: "现按更正的算。",
  accept: "现按更正的算。",
  undone: "现按撤销算，未完成，也未销号。",
  cancel: "现按完成算。",
  extend: "现按列在最后的一条算。",
  progress: "现按列在最后的一条算。",
  reading: "现按列在最后的一条算。",
  addition: "现在都计入了。",
};

const DISAGREE_HINT = {
  accept: "核实更正后重新销号，或撤销更正：ipplan accept 编号、ipplan undo 记录号",
  addition: "重复的撤销一条：ipplan undo 记录号；确是几笔的，把合计数按这一天再登记一次，加 --increment",
  undone:
    "确已完成的，恢复完成的登记，销号随之恢复：ipplan undo 撤销的记录号；未完成的，撤销销号：ipplan undo 销号的记录号",
  other: "核实后撤销不对的一条：ipplan undo 记录号",
};

export const journalProblems: Pick<ProblemWords, JournalCode> = {
  "E-JOURNAL-LINE": ({ fault, lines, kept, readable }) => ({
    message: {
      torn: `这一行台账不完整，没有计入：${readable}`,
      changed: `这一行台账被改动过，与记录号不符，没有计入：${readable}`,
      conflict: `这是 git 合并冲突的标记，两边的记录都还在：${readable}`,
      "not a record": `这一行不是台账记录，没有计入：${readable}`,
      glued: `这一行接着写了 ${kept} 条记录，中间缺换行，都已计入：${readable}`,
      mixed: `这一行里有 ${kept} 条完整的记录，已计入；其余的不完整或不是记录，没有计入：${readable}`,
      reformatted: `从这里起的 ${lines} 行是被编辑器重新排过版的记录，没有计入：${readable}`,
    }[fault],
    hint: {
      torn: LINE_HINT,
      changed: LINE_HINT,
      conflict: "运行 ipplan journal repair --output 新文件，两边的记录都保留",
      "not a record": LINE_HINT,
      glued: "运行 ipplan journal repair --output 新文件，每条记录各占一行",
      mixed: "运行 ipplan journal repair --output 新文件，完整的记录各占一行；其余的从 git 或备份里找回",
      reformatted: "一条记录只占一行，一字不动；从 git 或备份里找回原来的台账，不要用编辑器给它“格式化”",
    }[fault],
  }),
  "E-JOURNAL-GONE": ({ file }) => ({
    message: `台账 ${file} 不见了，git 最近的提交里还有：现在一条记录也没有计入。`,
    hint: `从 git 里取回：git checkout HEAD -- ${file}`,
  }),
  "E-JOURNAL-LOST": ({ id, record, commit }) => ({
    message: `记录 ${id} 在 git 的历史里有（最近见于提交 ${commit}），现在的台账里没有：${record}`,
    hint: "从这个提交里取出旧台账，用 ipplan journal merge 旧文件 补回来",
  }),
  "W-JOURNAL-PARENT": ({ id, parent }) => ({
    message: `记录 ${id} 写下时见过记录 ${parent}，现在台账里没有它，可能在合并时丢了。`,
    hint: "运行 ipplan journal verify --history 查找，或问登记人要他的台账，用 ipplan journal merge 补上",
  }),
  "W-JOURNAL-DISAGREE": ({ ref, about, records }) => ({
    message: `${
      {
        done: `${ref} 有两人分别登记了完成，日期或佐证不一样`,
        revoke: `${ref} 的一条登记有人撤销、有人更正，彼此没有见到对方的记录`,
        accept: `${ref} 有人销号、有人更正了完成情况，彼此没有见到对方的记录`,
        undone: `${ref} 有人销号、有人撤销了完成的登记，彼此没有见到对方的记录`,
        cancel: `${ref} 有人取消、有人登记了完成，彼此没有见到对方的记录`,
        extend: `${ref} 同一天有不同的延期，登记人彼此没有见到对方的记录`,
        progress: `${ref} 同一天有不同的进度，登记人彼此没有见到对方的记录`,
        reading: `${ref} 同一天有不同的数值，登记人彼此没有见到对方的记录`,
        addition: `${ref} 同一天登记了几笔新增，登记人彼此没有见到对方的记录，可能是同一笔报了两次`,
      }[about]
    }：${records.join("；")}。${COUNTED[about]}`,
    hint: DISAGREE_HINT[about === "accept" || about === "undone" || about === "addition" ? about : "other"],
  }),
  "W-JOURNAL-CLOCK": ({ id, by, oddity }) => ({
    message:
      oddity === "future" ? `记录 ${id}（${by}）的登记时间在将来。` : `记录 ${id}（${by}）的登记时间早于它见过的记录。`,
    hint: "登记人的电脑时间不准；不影响进展，但台账次序、补登和 --as-known 以它为准",
  }),
  "W-JOURNAL-EARLY": ({ id, ref, on, year }) => ({
    message: `记录 ${id}（${ref}）的日期 ${on} 在计划年度（${year} 年）之前。`,
    hint: "日期写错的，用 --on 再登记一次就是更正；不该有的，撤销这条记录",
  }),
  "W-JOURNAL-CHANGED": ({ id, ref, what }) => ({
    message: `${ref} 的${what === "window" ? "时段" : "内容"}在登记（${id}）之后改过。`,
    hint: `看改动是否影响这条记录：影响的，撤销后重新登记；不影响的，在 ${ref} 所在的任务下面写 settled: 说明（代号 W-JOURNAL-CHANGED）`,
  }),
  "W-JOURNAL-UNREAD": ({ file, records, own }) => ({
    message: `${file} 里有 ${records} 条记录不在这份计划的台账（${own}）里，没有计入。`,
    hint: `用 ipplan journal merge ${file} 并入，再把这个文件移走；或在 plan.yaml 里改 journal:`,
  }),
  "W-GITATTRIBUTES": ({ line }) => ({
    message: "git 不知道台账要按行合并，多人同时登记会冲突。",
    hint: `在 .gitattributes 里加一行：${line}`,
  }),
  "W-JOURNAL-UNKNOWN": ({ id, what, name }) => ({
    message: {
      record: `记录 ${id} 由更新的版本或别的程序写成，看不懂，没有计入。`,
      kind: `记录 ${id} 的事项“${name}”看不懂，没有计入。`,
      field: `记录 ${id} 里的“${name}”看不懂，没有用到；其余照常计入。`,
    }[what],
    hint: "升级 ipplan 后再看",
  }),
  "W-JOURNAL-REF": ({ ref, id, formerly, renamed }) => ({
    message: `记录 ${id} 说的是 ${ref}，计划里没有这个编号，没有计入。`,
    hint: refHint(ref, formerly, renamed),
  }),
};

function refHint(ref: string, formerly: string | null, renamed: string | null): string {
  if (renamed !== null) {
    const before = ref.replace(/@.*/, "");
    return `${renamed} 的内容与登记时的 ${before} 相同，多半是改了编号；编号一经使用不要改动：把计划里的 ${renamed} 改回 ${before}，或撤销这条记录，按新编号再登记`;
  }
  if (formerly === null) return "编号一经使用不要改动；把计划里的编号改回来，或撤销这条记录";
  if (isOfIndicator(ref)) return `也许是从任务${formerly}里删掉了，或改了编号；照原样放回计划，或撤销这条记录`;
  return `也许是从任务${formerly}里删掉了；放回计划，不再做的用 ipplan cancel 登记取消，或撤销这条记录`;
}
