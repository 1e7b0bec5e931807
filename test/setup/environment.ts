/** Gives every test the same environment on every machine. A test that needs another one passes it to the program. */
for (const name of Object.keys(process.env)) {
  const isSwitch = ["COLUMNS", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"].includes(name);
  const isLocale = name.startsWith("LC_") || name === "LANGUAGE";
  // IPPLAN_TEST_PROGRAM stays: it is the program that scenarios run.
  const isOurs = name.startsWith("IPPLAN_") && name !== "IPPLAN_TEST_PROGRAM";
  if (isSwitch || isLocale || isOurs) Reflect.deleteProperty(process.env, name);
}
process.env["LANG"] = "C";
// In 2017 Apia (UTC+13, +14 in summer) is often a day ahead of Beijing: code that takes its zone for the plan's fails.
process.env["TZ"] = "Pacific/Apia";
