/** Hostile texts, and readers of the formats that are independent of their writers. */

/** Texts that a spreadsheet takes for formulas, in half and full width, also after spaces and quotes. */
export const FORMULAS: readonly string[] = [
  ...[
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
  ],
  ...["＝1+1", "＋1", "－1", "＠SUM(A1)", " =1", "  +1", "\u3000=1", "\u00a0=1", "'=1", '"=1', "' =1", "\ufeff=1"],
];

/** Texts that a page, a terminal or a code hosting site would act on. */
export const POISON: readonly string[] = [
  ...[
    "a,b",
    'a"b',
    '"',
    '""',
    "a\nb",
    "a\r\nb",
    "a\rb",
    "a|b",
    "a||b",
    "\\|",
    "a\\",
    "a\\|b",
    "`|`",
    "``a``",
    "| a | b |",
  ],
  ...[
    "<b>x</b>",
    "<script>alert(1)</script>",
    "</script>",
    "]]>",
    "&lt;",
    "&amp;lt;",
    "&#60;",
    "a & b",
    "<!-- -->",
    "<br>",
  ],
  ...[
    "[x](javascript:1)",
    "![x](http://a/b.png)",
    "<javascript:1>",
    "[x]: http://a",
    "*a*",
    "_a_",
    "~~a~~",
    "# a",
    "## a",
    "- a",
    "1. a",
    "> a",
  ],
  ...[
    "@name",
    "a @name b",
    "@org/team",
    "#12",
    "见 #12",
    "GH-12",
    "a@b.org",
    "::error::x",
    "##[error]x",
    "---",
    "=== a",
    "| --- |",
  ],
  ...[
    "\u2028",
    "a\u2029b",
    "\u202egnp.exe",
    "\u2066a\u2069",
    "\u061c",
    "\u200e",
    "\ufeff",
    "\u{e0041}",
    "\ud800",
    "\u0085",
    "\u009b31m",
  ],
  ...[
    "\u001b[31mred",
    "\u001b]52;c;aGk=\u0007",
    "\u001b]8;;http://evil\u001b\\x\u001b]8;;\u001b\\",
    "\b\b",
    "\u007f",
    "\0",
    "\t",
    "\u000b",
  ],
];

/** The text with spelled-out characters (`<U+202E>`) restored. */
export function unspelled(text: string): string {
  return text.replace(/<U\+([0-9A-F]{4,6})>/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/**
 * Parses CSV by RFC 4180: fields separated by commas, records by CRLF, quotes doubled inside quotes. Throws if the text
 * does not follow it.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, next] = text[at] === '"' ? quoted(text, at) : unquoted(text, at);
    row.push(field);
    if (text.startsWith("\r\n", next)) {
      rows.push(row);
      row = [];
      at = next + 2;
      if (at === text.length) return rows;
    } else if (text[next] === ",") at = next + 1;
    else throw new Error(`neither comma nor line end at ${next}: ${JSON.stringify(text.slice(next, next + 10))}`);
    if (at === text.length) row.push("");
  }
  if (row.length > 0) throw new Error("no line end at the end");
  return rows;
}

function quoted(text: string, start: number): [string, number] {
  let field = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char !== '"') field += char;
    else if (text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else return [field, at + 1];
  }
  throw new Error(`the quote at ${start} is not closed`);
}

function unquoted(text: string, start: number): [string, number] {
  const field = /^[^,"\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  return [field, start + field.length];
}

/** The cells of a row of a Markdown table as in GitHub's extension: split at bars without a backslash. */
export function cellsOf(row: string): string[] {
  if (/[\r\n]/.test(row)) throw new Error(`a row of several lines: ${JSON.stringify(row)}`);
  const cells = [...row.matchAll(/((?:\\[^]|[^|\\])*)(?:\||$)/g)].map(([, cell = ""]) => cell);
  if (cells.shift() !== "" || cells.pop() !== "") throw new Error(`a row without its outer bars: ${row}`);
  return cells.map((cell) => cell.trim());
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

/** A cell as a reader sees it: code spans as they are, escapes and entities resolved, `<br>` as a line break. */
export function seenOf(cell: string): string {
  return cell.replace(
    /(`+)(?!`)(.+?)(?<!`)\1(?!`)|\\([!-/:-@[-`{-~])|&(\w+|#39);|<br>|\u2060/g,
    (whole: string, _ticks?: string, code?: string, escaped?: string, entity?: string) => {
      if (code !== undefined) return code;
      if (escaped !== undefined) return escaped;
      if (whole === "<br>") return "\n";
      return entity === undefined ? "" : (ENTITIES[entity] ?? whole);
    },
  );
}
