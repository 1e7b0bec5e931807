/** What lights mean, by the plan's policy: the legends of reports. */
import type { Light } from "../../core/lights.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";

/** What the lights mean by a policy, with its thresholds. */
function legend({ name, yellowGap, redGap, redMonths, dueSoonDays }: LightPolicyView): Readonly<Record<Light, string>> {
  const behind = yellowGap > 0 ? `${yellowGap} points or more behind pace` : "behind pace";
  const farBehind = redGap === null ? "" : `, more than ${redGap} points behind pace`;
  const slightly = yellowGap > 0 ? ", slightly behind pace" : "";
  const grey = "not begun, cancelled";
  switch (name) {
    case "standard":
      return {
        red: `overdue${farBehind}`,
        yellow: `due within ${dueSoonDays} days, blocked, ${behind}, done late`,
        blue: `on track${slightly}`,
        green: "done",
        grey,
      };
    case "suqian":
      return {
        red: `overdue, until it is done${farBehind}`,
        yellow: `${behind}, blocked`,
        blue: `due within ${dueSoonDays} days${slightly}`,
        green: "on track, done",
        grey,
      };
    case "yinchuan":
      return {
        red: `more than ${redGap ?? 100} points behind pace, no progress recorded for ${redMonths ?? 12} months`,
        yellow: `${yellowGap} to ${redGap ?? 100} points behind pace, no progress recorded in its month, overdue, blocked`,
        blue: `less than ${yellowGap} points behind pace, no progress reported`,
        green: "on pace, done",
        grey,
      };
    case "sanya":
      return {
        red: `more than ${redGap ?? 100}% below the pace, ${redMonths ?? 12} months missed in a row`,
        yellow: `up to ${redGap ?? 100}% below the pace, a month missed, blocked`,
        blue: `no progress reported${slightly}`,
        green: "on pace, done",
        grey,
      };
  }
}

/** What the lights of indicators mean: judged by their numbers alone. */
function indicatorLegend({ name, yellowGap, redGap }: LightPolicyView): Readonly<Record<Light, string>> {
  const unit = name === "sanya" ? "% below the pace" : " points behind pace";
  const slightly = `less than ${yellowGap}${unit}`;
  const blue = [...(name === "standard" ? ["on pace"] : []), ...(yellowGap > 0 ? [slightly] : [])];
  return {
    red: redGap === null ? "" : `more than ${redGap}${unit}`,
    yellow: yellowGap > 0 ? `${yellowGap}${unit} or more, short of the target` : "behind pace or short of the target",
    blue: blue.join(", "),
    green: name === "standard" ? "met, exceeded" : "on pace, met, exceeded",
    grey: "no reading yet, can't be judged",
  };
}

export const legends = { legend, indicatorLegend };
