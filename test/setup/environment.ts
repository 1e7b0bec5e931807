/** The same world for every test, whoever's machine it is; a test that needs another one hands it to the program. */
for (const name of Object.keys(process.env)) {
  const isSwitch = ["COLUMNS", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"].includes(name);
  const isLocale = name.startsWith("LC_") || name === "LANGUAGE";
  // IPPLAN_TEST_NODE is the tests' own: the Node.js that scenarios run on.
  const isOurs = name.startsWith("IPPLAN_") && name !== "IPPLAN_TEST_NODE";
  if (isSwitch || isLocale || isOurs) Reflect.deleteProperty(process.env, name);
}
process.env["LANG"] = "C";
// In the year of the plan Apia is a day ahead of most places and has summer time: what takes the machine's zone for the plan's fails.
process.env["TZ"] = "Pacific/Apia";
