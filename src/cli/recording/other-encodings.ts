/** A file of rows that is no UTF-8: read where its head proves what it is, else refused. */
import { readCsv } from "../../storage/row-files.ts";
import { guessEncoding } from "../../storage/encodings.ts";
import { usage } from "../failure.ts";
import { columnOf } from "./columns.ts";

/** How workbooks begin, new ones and old ones. */
const WORKBOOKS = new Set(["504b0304", "d0cf11e0"]);

/**
 * The text of a file in GB18030, as spreadsheets in China save CSV. That it is one is no guess where one of its headings is
 * known and Chinese: read as anything else it would be nothing. Headings that nobody knows are told by who reads them.
 */
export function textOfOther(bytes: Buffer, shown: string): string {
  if (WORKBOOKS.has(bytes.toString("hex", 0, 4))) throw usage((texts) => texts.rowsInWorkbook(shown));
  const guess = guessEncoding(bytes);
  const text = guess === "GB18030" ? new TextDecoder("gb18030").decode(bytes) : "";
  const { head } = readCsv(text);
  const isProof = (heading: string): boolean =>
    /\p{Script=Han}/u.test(heading) && columnOf(heading, head) !== undefined;
  if (head.some(isProof)) return text;
  throw usage((texts) => texts.notUtf8(shown, guess));
}
