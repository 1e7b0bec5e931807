/** Texts of the year chart (`gantt --format svg`) in addition to those of the screens. */
export const drawing = {
  description: (tasks: number, milestones: number, states: string) =>
    `${tasks} 项任务，${milestones} 个节点${states === "" ? "" : `：${states}`}。一行一项任务；横条是节点的时段，末端的标记是时限，形状和颜色表示灯。`,
  stateCount: (state: string, count: number) => `${state} ${count}`,
  year: (year: number) => `${year}年`,
  month: (month: number) => `${month}月`,
  flag: (day: string) => `截至 ${day}`,
  flagOutside: "截至日不在图上所画的时间之内。",
  barMeans: "时段，末端的标记是完成时限",
  ghostMeans: "原时限，虚线连到延期后的时限",
  voidMeans: "已取消",
  windowAndDue: (window: string, due: string) => `时段 ${window}，时限 ${due}`,
  damaged: (lines: number) => `台账有 ${lines} 行损坏，读不出的没有计入。`,
};

export type DrawingTexts = typeof drawing;
