/** Texts of divisions' forms (填报表), and messages about filled forms. */
export const form = {
  title: (plan: string, division: string, period: string) => `${plan}${period}填报表（${division}）`,
  fileName: (division: string, period: string) => `填报表-${division}-${period}`,
  sheets: { head: "说明", milestones: "节点", indicators: "指标", assisting: "配合" },
  fillYellow: "只填浅黄色的列，其余各列不要改；没有变化的不用填，空着即可。",
  fillColumns: (tables: readonly { readonly name: string; readonly columns: readonly string[] }[]) =>
    `只填这些列，其余各列不要改；没有变化的不用填，空着即可。${tables.map(({ name, columns }) => `“${name}”表：${columns.join("、")}`).join("；")}。`,
  instructions: (year: number) => [
    "已完成的写“完成日”和“佐证材料”；没有完成的写“进度”，以及进展、问题、措施。",
    `日期写 ${year}-06-28、6月28日都可以。进度写 0 到 100 的整数。指标写截至“数据日”的累计数或现有数，按季度定目标的写当季累计数。`,
    "佐证材料写文号或名称，多项用；隔开；网址前面写 link:，计划文件夹里的文件前面写 file:。",
    "进度和说明记在“填报日”这一天，不填则记在“截至”这一天。",
    "“配合”表由牵头处室填报，这里只供了解。",
  ],
  item: "项目",
  content: "内容",
  facts: {
    plan: "计划",
    year: "年度",
    division: "处室",
    period: "期间",
    asOf: "截至",
    reportedOn: "填报日",
    version: "表格版本",
  },
  columns: {
    id: "编号",
    text: "节点内容",
    window: "时段",
    due: "时限",
    state: "目前进展",
    lead: "牵头处室",
    completedOn: "完成日",
    evidence: "佐证材料",
    progress: "进度（%）",
    note: "进展说明",
    problem: "存在问题",
    nextStep: "下步措施",
    indicator: "指标",
    target: "目标值",
    lastValue: "上次填报",
    value: "填报值",
    valueOn: "数据日",
  },
  arrear: (isMonth: boolean): string => (isMonth ? "往月逾期" : "往季逾期"),
  footer: "第 &P 页，共 &N 页",
  written: {
    made: (names: readonly string[]) => `已生成 ${names.length} 份：${names.join("、")}`,
    unneeded: (divisions: readonly string[]) => `没有需要填报的事项，未生成：${divisions.join("、")}`,
  },
  noForms: (folder: string, files: readonly string[]) => {
    const others = `，只有 ${files.slice(0, 5).join("、")}${files.length > 5 ? ` 等 ${files.length} 个文件` : ""}`;
    return `${folder} 里没有填报表（.xlsx 或 .md 文件；.xls、.et、.ods 请另存为 .xlsx）${files.length > 0 ? others : ""}，未作登记`;
  },
  otherFile: "；不是填报表的，请移出文件夹",
  folderInFolder: "是下一级文件夹，里面有表，没有读；请把表移到上一级，或另用 --apply 登记这个文件夹",
  nothingFilled: "表里没有填写任何内容，未作登记",
  repeated: (id: string, kind: string, since: "standing" | "corrected" | "revoked") => {
    if (since === "standing") return `${id} 台账里已有同样的记录，未再登记`;
    const what = since === "corrected" ? "更正" : "撤销";
    return `${id} 台账里已有同样的记录，后来已${what}，不再登记；确要登记请用 ipplan ${kind} 命令`;
  },
  nowhere: "请写明 --division 处室，或 --all --output 文件夹，或 --apply 填好的表",
  allNeedsFolder: "--all 要写明 --output 文件夹",
  folderNotFile: (path: string) => `--all 出多份表，--output 要写文件夹，不是 ${path} 这样的文件`,
  onlyOne: "--division、--all、--apply 只能用一样；一次只出一个处室的表，全部处室用 --all",
  exists: (names: readonly string[]) =>
    `${names.join("、")} 已经有了，可能已填过，没有改动任何文件；请换个地方或先移开`,
  onlyApply: (flag: string) => `${flag} 只和 --apply 一起用`,
  notApply: (flag: string) => `${flag} 不和 --apply 一起用：填好的表写明了期间和截至日`,
  several: (names: readonly string[]) =>
    names.slice(0, 5).join("、") + (names.length > 5 ? ` 等 ${names.length} 处` : ""),
  unasked: "这里不用填，写的内容不登记",
  placeInText: (file: string, line: number | string, column: string | null) =>
    column === null ? `${file}:${line}` : `${file}:${line}（${column}）`,
  placeInBook: (file: string, sheet: string, cell: string) => `${file} ${sheet}!${cell}`,
  said: (place: string, message: string) => `${place} ${message}`,
  notAForm: "不是填报表：找不到“项目、内容”表头（“说明”表是否被删？）；请用 ipplan sheet 生成的表",
  noTable: "缺少节点表（“编号、完成日”的表头找不到）；请用 ipplan sheet 重新生成",
  noHead: (sheet: string) => `${sheet} 找不到表头（“编号”等所在的一行）；请恢复原来的表头`,
  noColumn: (sheet: string, column: string) => `${sheet} 缺少“${column}”这一列；请恢复原来的表头`,
  otherCopy: (copy: string, first: string) => `“${copy}”和“${first}”两张表填得不一样；请都填在“${first}”里，删去另一张`,
  valueless: "是公式，没有算出值（或出错）；请直接写值",
  otherCells: (cells: number, expected: number) =>
    `这一行有 ${cells} 格，表头有 ${expected} 格；格子里要写“|”的，写成“\\|”，一行不要断成两行`,
  joinedCells: "是合并的单元格，只有第一格有内容；请取消合并，每一行各填各的",
  unreadable: "读不了：要是 .xlsx 工作簿（.xls、.et、.ods 请另存为 .xlsx）或 UTF-8 的 .md 文件",
  tooLarge: "太大，不像填报表",
  noFact: (name: string) => `缺少“${name}”这一行，或没有内容；请恢复原来的内容`,
  badVersion: (found: string, known: string) => `表格版本是“${found}”，这里只认 ${known}；请重新生成`,
  otherPlan: (found: string, own: string) => `是另一份计划的表：“${found}”，这里是“${own}”`,
  otherYear: (found: string, own: number) => `是 ${found} 年的表，这里的计划是 ${own} 年`,
  unknownDivision: (found: string, known: readonly string[]) => `计划里没有“${found}”这个处室；有 ${known.join("、")}`,
  asOfAhead: (day: string) => `截至日 ${day} 还没有到；请在“填报日”写上填报的日期`,
  noId: "填了内容，却没有编号；请恢复原来的编号",
  unknownId: (id: string) => `计划里没有 ${id}；编号不要改，请恢复原来的编号`,
  otherText: (id: string) =>
    `与 ${id} 在计划里的内容不一致：编号或内容被改过，或计划后来改了；请核对编号，或重新生成表格`,
  notTheirs: (id: string, division: string, lead: string) => `${id} 不由${division}牵头，由${lead}填报`,
  twice: (id: string, first: string) => `${id} 填了两次，另一处在 ${first}；请只留一处`,
  noDay: (column: string, typed: string) => `${column} 读不懂“${typed}”这个日期；可以写 2017-06-28、6-28、6月28日`,
  serialDay: (day: string) => `；如果是 ${day}，把单元格格式改成日期，或写 ${day}`,
  relativeDay: (column: string, typed: string) =>
    `${column} 写的是“${typed}”，看不出是哪一天填的；请写日期，如 6月28日`,
  tooEarly: (day: string) => `日期 ${day} 太早，像是写错了，或还没有到；请写上年份，如 2017-06-28`,
  shareOrPercent: (share: number, percent: string) =>
    `“${share}”看不出是 ${share}% 还是 ${percent}%；请在单元格里写成文字“${percent}%”或“${share}%”`,
  oneSpan: "一张表只出一个季度或一个月",
  oneOrAll: "“1”看不出是 1% 还是 100%；请写“1%”或“100%”",
  doneButNotAll: (percent: string) => `写了完成日，进度却是 ${percent}%；完成了就不用填进度，没有完成就不填完成日`,
  evidenceAlone: "只有佐证材料：完成了请写完成日，没有完成请写进展说明",
  valueMissing: "写了数据日或佐证，却没有填报值",
  notRecorded: "未作登记",
};

export type FormTexts = typeof form;
