import { halfWidth } from "../half-width.ts";
import type { ProblemWords } from "../problems.ts";

const QUOTE_HINT = "if it is meant as text, put it in double quotes";
const FEATURE_HINTS = {
  anchor: QUOTE_HINT,
  alias: QUOTE_HINT,
  tag: QUOTE_HINT,
  directive: "delete the line; if it is meant as text, put it in double quotes",
  document: "delete the line --- or ...; put a separate document into another file",
  key: "write one word, a colon and a space; if it is meant as text, put it in double quotes",
  merge: "write the keys out here, one by one",
} as const;

const HIDES = {
  file: " The file may contain more mistakes, which show once this is fixed.",
  item: " This entry may contain more mistakes, which show once this is fixed.",
};

/** Texts for YAML syntax errors. */
export const syntaxProblems: Pick<ProblemWords, "E-YAML-FEATURE" | "E-SYNTAX" | "E-FULLWIDTH"> = {
  "E-YAML-FEATURE": ({ feature, hides }) => ({
    message:
      {
        anchor: "A leading & makes a YAML anchor, which plans do not use.",
        alias: "A leading * makes a YAML alias, which plans do not use.",
        tag: "A leading ! makes a YAML tag, which plans do not use.",
        directive: "A leading % makes a YAML directive, which plans do not use.",
        document: "A file holds one document only.",
        key: "A key is a single word.",
        merge: "<< merges maps in YAML, which plans do not use.",
      }[feature] + (hides === undefined ? "" : HIDES[hides]),
    hint: FEATURE_HINTS[feature],
  }),
  "E-SYNTAX": ({ fault, hides }) => ({
    message:
      {
        tab: "There is a tab in the indentation.",
        conflict: "This is a mark of a git merge conflict; both sides are still in the file.",
        quote: "A quote that opens here is not closed, or a text begins with a special character.",
        quoted: "The quotes end before this, but the text goes on.",
        colon: "This line lacks a colon, or a colon in its text was taken for a new key.",
        indent: "The indentation is off: this line does not belong to the one above.",
        joined: "This line became part of the text above; it is no item or key of its own.",
        bracket: "A bracket or brace is not closed.",
        comment: 'What follows " #" is a comment, and so is the closing bracket.',
        comma: "Between brackets, a comma separates items; it ends the text here.",
        item: "An item begins with one hyphen followed by a space.",
        "line ends": "Lines end with CR alone, as on very old systems; the whole file is one line.",
        other: "This is not YAML.",
      }[fault] + (hides === undefined ? "" : HIDES[hides]),
    hint: {
      tab: "use spaces, two for each level; an editor can convert a whole file's indentation to spaces",
      conflict: "keep the right side and delete the lines <<<<<<<, ======= and >>>>>>>",
      quote: "close the quote; put a text that begins with @ ` % & * ! | > in double quotes",
      quoted: `put the whole text in other quotes, as in '"first" plan'`,
      colon: 'write "key: value"; put a text that holds ": " in double quotes',
      indent: "align the keys of one level; indent the next by two spaces",
      joined:
        'indent it like its neighbours, with a space after "-" or ":", and add any key missing above; if it is text, join it to the line above, or use |',
      bracket: "add ] or } and separate items by commas",
      comment: "put the text in double quotes; put a comment after the bracket",
      comma: "put a text with a comma in double quotes",
      item: "write one hyphen and a space: - id: 10",
      "line ends": "set the line ends to LF or CRLF in your editor and save",
      other: "compare the lines around it",
    }[fault],
  }),
  "E-FULLWIDTH": ({ key, found, count }) => ({
    message:
      (found === "："
        ? `A full-width colon "：" follows ${key}; write a plain colon and a space.`
        : /\s/.test(found)
          ? `A full-width or no-break space follows the colon of ${key}; write a plain space.`
          : `"${found}" is full-width; write ${halfWidth(found)} here.`) +
      (count === undefined ? "" : ` From here on ${count} lines of the file are like this.`),
    hint: "switch the input method to Latin punctuation and half width",
  }),
};
