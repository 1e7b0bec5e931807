/** Warnings about plan files: odd, but perhaps intended. */
import type { ProblemWords } from "../problems.ts";

type Code = "W-COMMENT" | "W-DISTRICT" | "W-TITLE" | "W-TWICE" | "W-YEAR" | "W-EMPTY-SECTION" | "W-SETTLED";

export const oddProblems: Pick<ProblemWords, Code> = {
  "W-COMMENT": ({ cut }) => ({
    message: `“${cut}”在 # 之后，被当作注释，没有读入。`,
    hint: "是文字就把整句用双引号括起来；是注释就另起一行",
  }),
  "W-DISTRICT": ({ name, task }) => ({
    message: `任务${task}的文字里有${name}，配合区县里没有。`,
    hint: `漏列的补进 districts；原文如此的，在任务下面写 settled: 说明（代号 W-DISTRICT）`,
  }),
  "W-TITLE": ({ title, other }) => ({
    message: `《${title}》和《${other}》只差几个字，疑为同一文件。`,
    hint: "笔误就改正；原文如此的，在任务下面写 settled: 说明（代号 W-TITLE）",
  }),
  "W-TWICE": ({ what }) => ({
    message: `“${what}”前面的节点已经安排过。`,
    hint: "重复的删掉一个；确要做两次的，在任务下面写 settled: 说明（代号 W-TWICE）",
  }),
  "W-YEAR": ({ what, day, year, due = "", end = "" }) => ({
    message: {
      start: `节点从 ${day} 开始，不在计划年度 ${year} 年之内，各季度的进展里都看不到它。`,
      "start early": `节点从 ${day} 开始，在计划年度 ${year} 年之前。`,
      due: `时限是 ${day}，比计划年度 ${year} 年晚了不止一年。`,
      "due early": `时限是 ${day}，在计划年度 ${year} 年之前。`,
      "due far": `时限是 ${day}，到了下一年，比时段的结束（${end}）晚了九个多月。`,
      added: `列入日期是 ${day}，不在计划年度 ${year} 年之内。`,
      "added late": `列入日期是 ${day}，时限 ${due} 已过。`,
    }[what],
    hint: "日期写错的改正；确是这样的，在任务下面写 settled: 说明（代号 W-YEAR）",
  }),
  "W-EMPTY-SECTION": ({ section, unread }) => ({
    message:
      unread === null
        ? `分项“${section}”没有任务。`
        : `分项“${section}”没有任务；“${unread}”像是它的文件，但这样的文件名不读。`,
    hint:
      unread === null
        ? "看看它的文件还在不在，文件名是不是以 .yaml 结尾；确无任务的，在 plan.yaml 里写 settled: 说明（代号 W-EMPTY-SECTION）"
        : "把文件名改成以 .yaml 结尾，前面不带点，后面不带空格",
  }),
  "W-SETTLED": ({ code }) => ({
    message: `这里没有 ${code} 这个警告了，settled: 里的这一条用不着。`,
    hint: "删掉这一条；代号写错的改正",
  }),
};
