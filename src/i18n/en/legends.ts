/** Legends: what the lights mean under the plan's policy. */
import type { Light } from "../../core/lights.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";
import { count } from "./count.ts";

/** The meaning of each light under a policy, with its thresholds. */
function legend({ name, yellowGap, redGap, redMonths, dueSoonDays }: LightPolicyView): Readonly<Record<Light, string>> {
  const behind = yellowGap > 0 ? `${count(yellowGap, "point")} or more behind pace` : "behind pace";
  const farBehind = redGap === null ? "" : `, more than ${count(redGap, "point")} behind pace`;
  const slightly = yellowGap > 0 ? ", slightly behind pace" : "";
  const grey = "upcoming, cancelled";
  switch (name) {
    case "standard":
      return {
        red: `overdue${farBehind}`,
        yellow: `due within ${count(dueSoonDays, "day")}, blocked, ${behind}, done late`,
        blue: `on track${slightly}`,
        green: "done",
        grey,
      };
    case "suqian":
      return {
        red: `overdue, until it is done${farBehind}`,
        yellow: `${behind}, blocked`,
        blue: `due within ${count(dueSoonDays, "day")}${slightly}`,
        green: "on track, done",
        grey,
      };
    case "yinchuan":
      return {
        ...yinchuan(yellowGap, redGap ?? 100, redMonths ?? 12),
        green: "on track (at or above the pace), done",
        grey,
      };
    case "sanya":
      return {
        ...sanya(yellowGap, redGap ?? 100, redMonths ?? 12),
        blue: `no estimate of progress${slightly}`,
        green: "on track (at or above the pace), done",
        grey,
      };
  }
}

/** Yinchuan: overdue milestones should be at 100%, so that only their progress decides between red and yellow. */
function yinchuan(from: number, to: number, months: number): Readonly<Record<"red" | "yellow" | "blue", string>> {
  const gap = count(to, "point");
  return {
    red: `more than ${gap} behind pace, overdue with less than ${100 - to}% done, no progress recorded for ${count(months, "month")}`,
    yellow: `${from} to ${gap} behind pace${months > 1 ? ", no progress recorded in its month" : ""}, overdue with ${100 - to}% done or more, blocked`,
    blue: `${from > 0 ? `less than ${count(from, "point")} behind pace, ` : ""}no estimate of progress`,
  };
}

/** Sanya: if one month is enough for red, an overdue milestone is never yellow. */
function sanya(from: number, to: number, months: number): Readonly<Record<"red" | "yellow", string>> {
  return {
    red: `more than ${to}% below the pace, ${count(months, "month")} missed${months > 1 ? " in a row" : ""}`,
    yellow: `${from > 0 ? `${from}%` : "up"} to ${to}% below the pace${months > 1 ? ", a month missed" : ""}, blocked`,
  };
}

/** The meaning of each light of indicators, which depends only on their numbers. */
function indicatorLegend({ name, yellowGap, redGap }: LightPolicyView): Readonly<Record<Light, string>> {
  const gap = (number: number): string =>
    name === "sanya" ? `${number}% below the pace` : `${count(number, "point")} behind pace`;
  const slightly = `less than ${gap(yellowGap)}`;
  const blue = [...(name === "standard" ? ["on pace, within the limit"] : []), ...(yellowGap > 0 ? [slightly] : [])];
  return {
    red: redGap === null ? "" : `more than ${gap(redGap)}`,
    yellow: yellowGap > 0 ? `${gap(yellowGap)} or more, short of the target` : "behind pace or short of the target",
    blue: blue.join(", "),
    green: name === "standard" ? "met, exceeded" : "on pace, within the limit, met, exceeded",
    grey: "can't be judged, cancelled",
  };
}

export const legends = { legend, indicatorLegend };
