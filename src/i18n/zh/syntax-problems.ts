import { halfWidth } from "../half-width.ts";
import type { ProblemWords } from "../problems.ts";

const QUOTE_HINT = "如果是文字，用双引号括起来";
const FEATURE_HINTS = {
  anchor: QUOTE_HINT,
  alias: QUOTE_HINT,
  tag: QUOTE_HINT,
  directive: "删掉这一行；如果是文字，用双引号括起来",
  document: "删掉 --- 或 ... 这一行；后面确是另一份文档的，放到另一个文件",
  key: "键写成一个词，后面接半角冒号和空格；如果是文字，用双引号括起来",
  merge: "把要用的键在这里逐个写出来",
} as const;

const HIDES = {
  file: "这个文件里可能还有别的错误，改好这一处才查得出。",
  item: "这一条里可能还有别的错误，改好这一处才查得出。",
};

/** Texts for YAML syntax errors. */
export const syntaxProblems: Pick<ProblemWords, "E-YAML-FEATURE" | "E-SYNTAX" | "E-FULLWIDTH"> = {
  "E-YAML-FEATURE": ({ feature, hides }) => ({
    message:
      {
        anchor: "以 & 开头会被当作 YAML 锚点，计划里不用。",
        alias: "以 * 开头会被当作 YAML 引用，计划里不用。",
        tag: "以 ! 开头会被当作 YAML 标签，计划里不用。",
        directive: "以 % 开头会被当作 YAML 指令，计划里不用。",
        document: "一个文件里只能有一份文档。",
        key: "键只能是一个词。",
        merge: "<< 是 YAML 的合并写法，计划里不用。",
      }[feature] + (hides === undefined ? "" : HIDES[hides]),
    hint: FEATURE_HINTS[feature],
  }),
  "E-SYNTAX": ({ fault, hides }) => ({
    message:
      {
        tab: "缩进里有制表符（Tab）。",
        conflict: "这里是 git 合并冲突的标记，两边的内容都还在文件里。",
        quote: "这里的引号没有配对，或者文字以特殊符号开头。",
        quoted: "引号到这里已经结束，后面还有文字。",
        colon: "这一行缺冒号，或者文字里的“: ”被当成了新的键。",
        indent: "缩进不对，这一行接不上上面的内容。",
        joined: "这一行并入了上面的文字，没有自成一项或一个键。",
        bracket: "方括号或花括号没有配对。",
        comment: "“ #”之后成了注释，括号的另一半也在里面。",
        comma: "括号里的逗号是分隔用的，文字到它为止。",
        item: "列表的一项以一个横线开头，后面空一格。",
        "line ends": "这个文件的换行只有 CR（旧式的换行），整个文件成了一行。",
        other: "这里不合 YAML 的写法。",
      }[fault] + (hides === undefined ? "" : HIDES[hides]),
    hint: {
      tab: "把 Tab 换成空格，每层两个；整个文件都是的，用编辑器的“将缩进转换为空格”",
      conflict: "留下该留的一边，删掉 <<<<<<<、=======、>>>>>>> 三行",
      quote: "补上引号；以 @ ` % & * ! | > 等开头的文字用双引号括起来",
      quoted: `整段用另一种引号括起来，如 '"双创"计划'`,
      colon: "写成“键: 值”，半角冒号加一个空格；文字里有“: ”的用双引号括起来",
      indent: "同一层的键对齐，下一层缩进两个空格",
      joined:
        "缩进与同类的各行对齐，“-”和“:”后面各空一格，上面漏了键的补上；确是文字的，接在上一行末尾，或用 | 写成多行",
      bracket: "补上 ] 或 }，中间用半角逗号",
      comment: "文字用双引号括起来；确是注释的，移到括号后面",
      comma: "文字里有逗号的，用双引号括起来",
      item: "写成一个横线加一个空格，如 - id: 10",
      "line ends": "在编辑器里把换行改成 LF 或 CRLF 再保存",
      other: "对照上下几行的写法",
    }[fault],
  }),
  "E-FULLWIDTH": ({ key, found, count }) => ({
    message:
      (found === "："
        ? `${key} 后面是全角冒号“：”，这里要用半角冒号加一个空格。`
        : /\s/.test(found)
          ? `${key} 的冒号后面是全角空格或不换行空格，这里要用普通空格。`
          : `这里的“${found}”是全角的，要用半角的 ${halfWidth(found)} 。`) +
      (count === undefined ? "" : `从这里起，文件里有 ${count} 行是这样。`),
    hint: "切换到英文标点、半角状态再输入",
  }),
};
