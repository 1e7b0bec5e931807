import { usage } from "./failure.ts";

/** The format asked for, by flag or by the ending of the file; undefined where neither says. Fails where there is no such. */
export function askedFormat<Format extends string>(
  { format, output }: { readonly format?: string | undefined; readonly output?: string | undefined },
  formats: readonly Format[],
  endings: Readonly<Record<string, Format>>,
): Format | undefined {
  if (format !== undefined) {
    const known = formats.find((name) => name === format);
    if (known === undefined) throw usage((texts) => texts.formats(format, formats.join(", ")));
    return known;
  }
  if (output === undefined) return undefined;
  const ending = /\.[^./\\]+$/.exec(output)?.[0].toLowerCase() ?? "";
  const implied = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  if (implied === undefined) throw usage((texts) => texts.unknownEnding(output, Object.keys(endings).join(" ")));
  return implied;
}
