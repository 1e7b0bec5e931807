/** Parses a workflow command like the runner (ActionCommand.TryParseV2); null if the line is not one. */
export function commandOf(line: string): { name: string; properties: Map<string, string>; data: string } | null {
  const text = line.trimStart();
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return null;
  const [name = "", ...rest] = text.slice(2, end).split(" ");
  const back = (value: string, marks: readonly string[]): string =>
    marks.reduce((all, mark) => all.replaceAll(mark, decodeURIComponent(mark)), value);
  const pairs = rest.join(" ").split(",");
  const properties = pairs.map((pair): [string, string] => {
    const [key = "", ...value] = pair.split("=");
    return [key, back(value.join("="), ["%0D", "%0A", "%3A", "%2C", "%25"])];
  });
  return { name, properties: new Map(properties), data: back(text.slice(end + 2), ["%0D", "%0A", "%25"]) };
}
