import type { Words } from "../../i18n/zh/words.ts";

/** `各区县（自治县）` · `两江新区、高新区及相关区县` · `无`. */
export function districtText(districts: readonly string[], words: Words): string {
  if (districts.includes("all")) return words.allDistricts;
  const names = districts.filter((name) => name !== "related");
  return words.districts(names, districts.includes("related"));
}
