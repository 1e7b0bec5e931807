/** Part of `screens`: texts about records being written, revoked, merged, repaired and compared. */
export const recording = {
  written: "已登记",
  takenBack: "已撤销",
  restored: "已恢复",
  dryRun: "试运行，未登记",
  labelEvidence: "佐证",
  labelNote: "说明",
  revived: (id: string, day: string, approver: string | null) =>
    `${id} ${day} 已取消${approver === null ? "" : `（${approver}批准）`}，现按已完成计算，重新计入完成率`,
  labelEffect: "影响",
  labelRecord: "记录",
  labelTakesBack: "撤销",
  writtenOn: (day: string) => `登记于 ${day}`,
  effectTask: (task: string, before: string, after: string) => `任务${task} 已完成 ${before} → ${after}`,
  effectAccepted: (before: number, after: number, waiting: number) => `已销号 ${before} → ${after}，待销号 ${waiting}`,
  effectQuarter: (quarter: string, due: string, before: number, after: number) =>
    `${quarter}应完成 ${due} 个，已完成 ${before === after ? after : `${before} → ${after}`}`,
  effectOverdue: (before: number, after: number) => `逾期 ${before} → ${after}`,
  remaining: (ids: string) => `余 ${ids}`,
  stateNow: (ids: string, state: string) => `${ids} 现为${state}`,
  recordLine: (id: string, by: string, undo: string) => `${id}，登记人 ${by}；撤销用 ${undo}`,
  undoAll: (records: number, undo: string) => `共 ${records} 条，一并撤销用 ${undo}`,
  restoreAll: (records: number, undo: string) => `共 ${records} 条，一并恢复用 ${undo}`,
  undoAgainAll: (records: number, undo: string) => `共 ${records} 条，一并再次撤销用 ${undo}`,
  undoAgainLine: (id: string, by: string, undo: string) => `${id}，登记人 ${by}；再次撤销用 ${undo}`,
  undoLine: (id: string, by: string, undo: string) => `${id}，登记人 ${by}；恢复用 ${undo}`,
  tookToday: (day: string, command: string) => `未写 --on，按今天 ${day} 登记；日期不对就再写一次：${command}`,
  unchanged: (id: string) => `${id} 台账里已有同样的记录，未再登记`,
  alreadyRevoked: (id: string) => `${id} 已经撤销，未再登记`,
  byWhom: (by: string) => `${by}登记`,
  labelReason: "事由",
  labelApprover: "批准",
  labelFrom: "报送",
  labelProblem: "问题",
  labelNext: "下步",
  merged: (added: number, known: number, isDryRun: boolean) =>
    `${isDryRun ? "试运行：可并入" : "已并入"} ${added} 条；另有 ${known} 条台账里已有`,
  mergedOthers: (unfit: number, said: number) =>
    `注意：说到节点的 ${said} 条里，有 ${unfit} 条登记时节点的时段或文字与现在的计划不同；是不是别的计划的台账？核对用 ipplan check`,
  repaired: (file: string, records: number, rejected: number) =>
    `修好的台账写在 ${file}：${records} 条${rejected > 0 ? `；读不懂的 ${rejected} 行放在 ${file}.rejected，请核对后再换上` : "，没有读不懂的行"}`,
  journalRecords: (records: number, files: number, duplicates: number) =>
    `台账 ${records} 条（${files} 个文件）${duplicates > 0 ? `，另有重复的 ${duplicates} 行，只算一次` : ""}；`,
  journalSound: "没有发现问题。",
  journalFound: (errors: number, warnings: number) => `查出 ${errors} 个错误、${warnings} 个警告。`,
  journalUncommitted: (count: number) => `有 ${count} 条还没有提交到 git，只在这台机器上。`,
  historyCompared: (count: number) => `与 git 里的 ${count} 个历史版本比较过。`,
  historyShallow: "这个仓库只有部分历史，更早的没有比较。",
  noHistory: "这里没有 git 历史可比较。",
  undoesLast: (by: string, record: string) => `未写记录号，撤销的是 ${by} 最后登记的一条：${record}`,
};

export type Recording = typeof recording;
