/** A carried-over milestone as it was in the old plan. */
interface Was {
  readonly id: string;
  readonly due: string;
  readonly extendedTo: string | null;
}

/** `init`, `new-year` and `schema`: what was made, and the texts of new files. */
export const making = {
  schemasWritten: (files: readonly string[]) =>
    `已写入 ${files.join("、")}；处室、区县、分项改了以后再运行一次。\n计划文件第一行写 # yaml-language-server: $schema=schemas/tasks.schema.json（总表写 plan.schema.json），编辑器就会补全和提示。`,
  made: (isDryRun: boolean, folder: string) =>
    `${isDryRun ? "试运行，将在" : "已在"}${folder === "." ? "当前文件夹" : ` ${folder} `}建立：`,
  kept: (files: readonly string[]) => `原来就有，没有改动：${files.join("、")}`,
  attributesMissing: (line: string) => `请在 .gitattributes 里加一行：${line}`,
  next: (folder: string) =>
    `下一步：${folder === "." ? "" : `到 ${folder} 里，`}按文件里的说明改 plan/plan.yaml 和任务文件，随时用 ipplan check 校验。`,
  nextYear: (own: string, plan: string, year: number) =>
    `两份计划并存时，用 --plan ${plan} 或 IPPLAN_PLAN=${plan} 指明 ${year} 年的；与本年比较用 ipplan diff ${own} ${plan}。`,
  yearInTexts: (count: number, year: number) => `正文里还有 ${count} 处写着 ${year}，没有改动，请核对：`,
  carried: (count: number, asOf: string, year: number) =>
    `按 ${asOf} 的情况结转未完成的节点 ${count} 个，编号以 -y 加年份结尾，时段暂写一季度，时限已在 ${year} 年的写到那一天，请核对。`,
  carriedIds: (ids: readonly string[], areMore: boolean) => `原编号 ${ids.join("、")}${areMore ? "等" : ""}`,
  notCarried: (ids: readonly string[]) => `这些节点的 milestones 写在方括号里，没有结转，请手工加上：${ids.join("、")}`,
  droppedAgain: (count: number, year: number) =>
    `${year}年计划里结转来的节点 ${count} 个不再照搬；未完成的加 --carry-over 再次结转。`,
  keptAgain: (ids: readonly string[]) => `这些节点是以前结转来的，请手工删去：${ids.join("、")}`,
  carriedComment: (year: number) => `${year}年结转`,
  carriedRemarks: (year: number, { id, due, extendedTo }: Was) =>
    `${year}年结转，原编号 ${id}，原时限 ${due}${extendedTo === null ? "" : `，经批准延至 ${extendedTo}`}`,
  template: {
    title: (year: number) => `${year}年工作计划`,
    division: "综合科",
    theme: "主体任务",
    section: "分项",
    task: "任务标题（照录原文）",
    objective: "工作目标（照录原文）",
    measure: "具体措施（照录原文，一条一行）",
    assessment: "完成工作任务",
    milestone: (task: number) => `任务${task}要完成的事（照录原文）。`,
    divisions: "责任处室：代号一经使用不再改动，各表中的先后以此为准",
    districts: "配合区县",
    sections: "分项：编号不再改动，任务按这里的先后排列",
    tasks: "一个分项一个文件，文件名没有含义。写法见编辑器里的提示；校验用 ipplan check",
    indicators: "量化指标（没有就删去；有就去掉 #）",
    indicator: "指标名称",
    unit: "件",
    when: (year: number) => `时段：Q1、Q1..Q2、[Q2, Q4]、every quarter、every month、${year}-08、${year}-11-30、year`,
    workflow: "每次推送校验计划和台账，合并请求里列出计划改了什么",
    install: "计划旁边放好 ipplan.tgz：在 ipplan 自己的文件夹里运行 npm pack 得到，改成这个名字",
  },
};

export type Making = typeof making;
