import type { ProblemWords } from "../problems.ts";
import { journalProblems } from "./journal-problems.ts";
import { syntaxProblems } from "./syntax-problems.ts";
import { oddProblems } from "./odd-problems.ts";

const KINDS = {
  text: "文字",
  number: "数",
  "whole number": "整数",
  "yes or no": "true 或 false",
  list: "列表",
  map: "“键: 值”",
  "text or list": "文字或列表",
  id: "编号",
} as const;

const ENCODINGS = { GB18030: "GBK（GB18030）", Big5: "Big5（繁体）", "UTF-16": "UTF-16 " } as const;

const WHEN_HINT =
  "可以写 Q1、Q1..Q2、[Q2, Q4]、every quarter、every month、2017-08、2017-07..2017-09、2017-11-30、year";

export const problems: ProblemWords = {
  "E-ENCODING": ({ guess }) => ({
    message: guess === null ? "这里不是 UTF-8 文字。" : `这里不是 UTF-8 文字，推测是 ${ENCODINGS[guess]}编码。`,
    hint:
      guess === null
        ? "用编辑器“另存为”，编码选 UTF-8；只是个别字坏了的，重新输入这个字"
        : `用记事本打开，“另存为”时编码选 UTF-8；或运行 iconv -f ${guess} -t UTF-8 原文件 > 新文件`,
  }),
  "E-CHAR": ({ codePoint, count }) => ({
    message:
      count === undefined
        ? `这里有看不见的字符 ${codePoint}。`
        : `从这里起，文件里有 ${count} 个看不见的字符 ${codePoint}。`,
    hint: "删掉它；缩进只用普通空格",
  }),
  "E-LIMIT": ({ limit, most }) => ({
    message: { size: `文件超过 ${most} 字节。`, depth: `嵌套超过 ${most} 层。`, tokens: `内容超过 ${most} 个单元。` }[
      limit
    ],
    hint: "把文件拆成几个；计划文件夹里可以有任意多个文件",
  }),
  ...syntaxProblems,
  "E-FILE": ({ fault }) => ({
    message: fault === "empty" ? "文件是空的。" : "文件的最外层应是“键: 值”。",
    hint: "任务文件以 section: 和 tasks: 开头；不用的文件请移走",
  }),
  "E-NO-HEAD": () => ({
    message: "计划文件夹里没有总表（写 title、year、divisions 的那个文件）。",
    hint: "加一个 plan.yaml",
  }),
  "E-TWO-HEADS": () => ({
    message: "计划文件夹里有两个总表。",
    hint: "一个计划只有一个总表；任务文件要有 section: 和 tasks:",
  }),
  "E-DUPLICATE-KEY": ({ key, lost, count = 1 }) => ({
    message: count > 1 ? `从 ${key} 起，有 ${count} 个键在这一层写了两次。` : `${key} 在这一层写了两次。`,
    hint:
      lost === undefined
        ? "删掉一个，或合并成一个"
        : `${key} 前面多半漏了“${lost}”：补上，与上一项的“- ”对齐，就另成一项；确是写重的，才删掉一个`,
  }),
  "E-UNKNOWN-KEY": ({ key }) => ({
    message: `这里没有 ${key} 这个键。`,
    hint: "改成正确的键；自己加的键以 x- 开头",
  }),
  "E-MISSING-KEY": ({ key }) => ({ message: `这里缺少 ${key}。`, hint: `补上 ${key}: …` }),
  "E-TYPE": ({ key, expected, found, guess }) => ({
    message: `${key} 应是${KINDS[expected]}，这里是${guess !== null && expected !== "list" && found !== "[…]" ? "加了引号的文字" : ""} ${found}。`,
    hint:
      expected === "text"
        ? found === "{…}"
          ? "文字里有半角冒号加空格的，整段用双引号括起来，或改用全角冒号“：”"
          : found === "[…]"
            ? "只写一个，不用列表；文字本身带方括号的，用双引号括起来"
            : "文字看起来像数或真假值时，用双引号括起来"
        : guess === null
          ? `改成${KINDS[expected]}`
          : `写成 ${key}: ${guess}`,
  }),
  "E-VALUE": ({ key, value, fault }) => ({
    message: `${key} 不能是“${value}”。`,
    hint:
      fault === undefined
        ? "改成可用的值之一"
        : {
            reserved: `${value} 另有用处，不能作名称；写区县自己的名称`,
            place:
              "写 journal.jsonl 之类的文件，或一个文件夹，放在计划文件夹旁边：不在它里面，不越出所在的文件夹，名称各种系统都收",
          }[fault],
  }),
  "E-EMPTY": ({ key, what }) => ({
    message: what === "item" ? `${key} 里有一项是空的。` : `${key} 是空的。`,
    hint: {
      required: `写上内容；${key} 不能省`,
      optional: `写上内容，或删掉 ${key} 这个键`,
      item: "写上内容，或删掉这一项",
    }[what],
  }),
  "E-NUMBER": ({ key, value, least, most, fault }) =>
    fault === "form"
      ? {
          message: `${key} 写成了 ${value}，不能当作数。`,
          hint: "写成普通的数，如 10、12.5，最多 15 位；不用 1e5、0x10、前导零",
        }
      : {
          message: `${key} 是 ${value}，超出了范围。`,
          hint: [least === null ? [] : `不小于 ${least}`, most === null ? [] : `不大于 ${most}`].flat().join("，"),
        },
  "E-TARGET": ({ fault }) =>
    fault === "missing"
      ? { message: "这个指标没有目标值。", hint: "min、max 至少写一个：“达到10家”写 min: 10" }
      : { message: "max 小于 min。", hint: "范围从小到大写" },
  "E-ID": ({ value, isSmall, tooLong }) => ({
    message: `“${value}”不能作${isSmall ? "代号" : "编号"}。`,
    hint:
      tooLong !== undefined
        ? `最多 ${tooLong.most} 个字符，这里有 ${tooLong.length} 个；改短`
        : isSmall
          ? "处室和指标的代号以小写字母开头，后接小写字母、数字、连字符，如 ghfzc"
          : "编号是不带前导零的整数，或字母、数字、连字符组成的词（如 10-1），不含点；拿不准就加双引号",
  }),
  "E-DUPLICATE-ID": ({ id, first, copied }) =>
    copied === undefined
      ? {
          message: `“${id}”前面已经用过。`,
          hint: "编号和名称不能重复（大小写、全半角不同也算重复）",
        }
      : {
          message: `这个文件的 ${copied} 个编号都在 ${first.file} 里用过，两个文件像是一个是另一个的副本。`,
          hint: "删掉副本，或移出计划文件夹",
        },
  "E-DATE": ({ value }) => ({ message: `“${value}”不是一个日期。`, hint: "写成 2017-06-30 的样子，并且要有这一天" }),
  "E-WHEN": ({ value, fault }) => ({
    message: {
      grammar: `“${value}”不是一种时段写法。`,
      "no-such-day": `没有“${value}”这一天。`,
      backwards: `“${value}”的结束早于开始。`,
      twice: `“${value}”写了两次。`,
      alone: `“${value}”不能写在列表里。`,
    }[fault],
    hint: fault === "alone" ? "单独写，不用列表；列表里只写 Q2、2017-08 这样的时段" : WHEN_HINT,
  }),
  "E-DUE": ({ fault, day }) =>
    fault === "repeating"
      ? { message: "重复的节点不能另写 due。", hint: "拆成几个节点，各写各的时限" }
      : { message: `时限 ${day} 早于开始的日子。`, hint: "改 due 或 when" },
  "E-TIMEZONE": ({ value }) => ({
    message: `“${value}”不是时区的标准名称。`,
    hint: "北京时间写 Asia/Shanghai（CST、GMT+8 等写法在电脑里指别的地方）",
  }),
  "E-DIVISION": ({ name }) => ({ message: `计划里没有“${name}”这个处室。`, hint: "改成总表 divisions 里的名称或代号" }),
  "E-DISTRICT": ({ name }) => ({
    message: `计划里没有“${name}”这个区县。`,
    hint: "改成总表 districts 里的名称；全部写 all，“相关区县”写 related；没有的写 districts: []",
  }),
  "E-THEME": ({ name }) => ({ message: `计划里没有编号是“${name}”的主体任务。`, hint: "改成总表 themes 里的编号" }),
  "E-SECTION": ({ name }) => ({ message: `计划里没有编号是“${name}”的分项。`, hint: "改成总表 sections 里的编号" }),
  "E-REPEATED-NAME": ({ name }) => ({ message: `“${name}”在这个列表里写了两次。`, hint: "删掉一个" }),
  ...oddProblems,
  ...journalProblems,
};
