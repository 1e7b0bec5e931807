/** Legends: what the lights mean under the plan's policy. */
import type { Light } from "../../core/lights.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";

/** The meaning of each light under a policy, with its thresholds. */
function legend({ name, yellowGap, redGap, redMonths, dueSoonDays }: LightPolicyView): Readonly<Record<Light, string>> {
  const behind = yellowGap > 0 ? `低于序时 ${yellowGap} 个百分点以上` : "未达序时";
  const farBehind = redGap === null ? "" : `，低于序时超过 ${redGap} 个百分点`;
  const slightly = yellowGap > 0 ? "，略低于序时" : "";
  const grey = "待启动，已取消";
  switch (name) {
    case "standard":
      return {
        red: `逾期${farBehind}`,
        yellow: `临期（${dueSoonDays} 天内），受阻，${behind}，逾期完成`,
        blue: `正常推进${slightly}`,
        green: "已完成",
        grey,
      };
    case "suqian":
      return {
        red: `逾期，直至完成${farBehind}`,
        yellow: `${behind}，受阻`,
        blue: `临期（${dueSoonDays} 天内）${slightly}`,
        green: "正常推进，已完成",
        grey,
      };
    case "yinchuan":
      return { ...yinchuan(yellowGap, redGap ?? 100, redMonths ?? 12), green: "正常推进（达到序时），已完成", grey };
    case "sanya":
      return {
        ...sanya(yellowGap, redGap ?? 100, redMonths ?? 12),
        blue: `未报进度${slightly}`,
        green: "正常推进（达到序时），已完成",
        grey,
      };
  }
}

/** Yinchuan: overdue milestones should be at 100%, so that only their progress decides between red and yellow. */
function yinchuan(from: number, to: number, months: number): Readonly<Record<"red" | "yellow" | "blue", string>> {
  return {
    red: `低于序时超过 ${to} 个百分点，逾期且进度不到 ${100 - to}%，连续 ${months} 个月未见进展`,
    yellow: `低于序时 ${from} 至 ${to} 个百分点${months > 1 ? "，应启动的月份未见进展" : ""}，逾期但已到 ${100 - to}%，受阻`,
    blue: `${from > 0 ? `低于序时不到 ${from} 个百分点，` : ""}未报进度`,
  };
}

/** Sanya: if one month is enough for red, an overdue milestone is never yellow. */
function sanya(from: number, to: number, months: number): Readonly<Record<"red" | "yellow", string>> {
  return {
    red: `比序时低超过 ${to}%，连续 ${months} 个月误期`,
    yellow: `比序时低 ${from > 0 ? `${from}% 至 ${to}%` : `${to}% 以内`}${months > 1 ? "，误期" : ""}，受阻`,
  };
}

/** The meaning of each light of indicators, which depends only on their numbers. */
function indicatorLegend({ name, yellowGap, redGap }: LightPolicyView): Readonly<Record<Light, string>> {
  const isShare = name === "sanya";
  const from = isShare ? `比序时低 ${yellowGap}% 以上` : `低于序时 ${yellowGap} 个百分点以上`;
  const below = isShare ? `比序时低不到 ${yellowGap}%` : `低于序时不到 ${yellowGap} 个百分点`;
  const above = isShare ? `比序时低超过 ${redGap ?? 100}%` : `低于序时超过 ${redGap ?? 100} 个百分点`;
  const blue = [...(name === "standard" ? ["达到序时，未超过上限"] : []), ...(yellowGap > 0 ? [below] : [])];
  return {
    red: redGap === null ? "" : above,
    yellow: yellowGap > 0 ? `${from}，未达目标` : "未达序时或目标",
    blue: blue.join("，"),
    green: name === "standard" ? "达标，超额" : "达到序时，未超过上限，达标，超额",
    grey: "暂不评价，已取消",
  };
}

export const legends = { legend, indicatorLegend };
