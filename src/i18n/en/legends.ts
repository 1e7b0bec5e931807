/** What lights mean, by the plan's policy: the legends of reports. */
import type { Light } from "../../core/lights.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";
import { count } from "./count.ts";

/** What the lights mean by a policy, with its thresholds. */
function legend({ name, yellowGap, redGap, redMonths, dueSoonDays }: LightPolicyView): Readonly<Record<Light, string>> {
  const behind = yellowGap > 0 ? `${count(yellowGap, "point")} or more behind pace` : "behind pace";
  const farBehind = redGap === null ? "" : `, more than ${count(redGap, "point")} behind pace`;
  const slightly = yellowGap > 0 ? ", slightly behind pace" : "";
  const grey = "not begun, cancelled";
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
        red: `more than ${count(redGap ?? 100, "point")} behind pace, no progress recorded for ${count(redMonths ?? 12, "month")}`,
        yellow: `${yellowGap} to ${count(redGap ?? 100, "point")} behind pace, no progress recorded in its month, overdue, blocked`,
        blue: `less than ${count(yellowGap, "point")} behind pace, no progress reported`,
        green: "on pace, done",
        grey,
      };
    case "sanya":
      return {
        red: `more than ${redGap ?? 100}% below the pace, ${count(redMonths ?? 12, "month")} missed${redMonths === 1 ? "" : " in a row"}`,
        yellow: `up to ${redGap ?? 100}% below the pace, a month missed, blocked`,
        blue: `no progress reported${slightly}`,
        green: "on pace, done",
        grey,
      };
  }
}

/** What the lights of indicators mean: judged by their numbers alone. */
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
    grey: "no reading yet, can't be judged",
  };
}

export const legends = { legend, indicatorLegend };
