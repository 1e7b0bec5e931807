/** Reads a file of rows that is not UTF-8, if its head row proves the encoding. */
import { readCsv } from "../../storage/row-files.ts";
import { guessEncoding } from "../../storage/encodings.ts";
import { usage } from "../failure.ts";
import { columnOf } from "./columns.ts";

/** The first bytes of workbooks: .xlsx (zip) and .xls (OLE). */
const WORKBOOKS = new Set(["504b0304", "d0cf11e0"]);

/**
 * The text of a file in GB18030, as Chinese spreadsheets save CSV. A known Chinese heading proves the encoding: in any
 * other it would be gibberish. Fails if there is no proof. Unknown headings are reported by the reader of the rows.
 */
export function decodeNonUtf8(bytes: Buffer, shown: string): string {
  if (WORKBOOKS.has(bytes.toString("hex", 0, 4))) throw usage((texts) => texts.rowsInWorkbook(shown));
  const guess = guessEncoding(bytes);
  const text = guess === "GB18030" ? new TextDecoder("gb18030").decode(bytes) : "";
  const { head } = readCsv(text);
  const isProof = (heading: string): boolean =>
    /\p{Script=Han}/u.test(heading) && columnOf(heading, head) !== undefined;
  if (head.some(isProof)) return text;
  throw usage((texts) => texts.notUtf8(shown, guess));
}
