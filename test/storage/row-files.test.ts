/** Rows of a CSV or JSON Lines file, and where their cells begin. */
import { describe, expect, it } from "vitest";
import { readCsv, readJsonLines } from "../../src/storage/row-files.ts";

function placesOf(text: string): (readonly string[])[] {
  return readCsv(text).lines.map(({ places }) => [...places.values()]);
}

describe("cells", () => {
  it("begin behind their commas, in any order of columns", () => {
    expect(placesOf("指标,填报值,发生日\n9/grants,许多,Q1\n,3,\n")).toEqual([
      ["2:1", "2:10", "2:13"],
      ["3:1", "3:2", "3:4"],
    ]);
  });

  it("begin behind leading spaces, and quoted ones at their quote", () => {
    expect(placesOf('a,b,c\n 1, "x ""y"" , z",3\n')).toEqual([["2:2", "2:5", "2:19"]]);
  });

  it.each(["\n", "\r\n"])("of a row with line ends inside are placed on their own lines (%j)", (end) => {
    expect(placesOf(["a,b,c", '1,"x', 'yy",3', "", "4,5,6", ""].join(end))).toEqual([
      ["2:1", "2:3", "3:5"],
      ["5:1", "5:3", "5:5"],
    ]);
  });

  it("are counted without the byte order mark", () => {
    expect(readCsv("\ufeffa,b\r\n1,2\r\n").lines).toEqual([
      {
        line: 2,
        cells: new Map([
          ["a", "1"],
          ["b", "2"],
        ]),
        places: new Map([
          ["a", "2:1"],
          ["b", "2:3"],
        ]),
        misfit: null,
        twice: null,
      },
    ]);
  });

  it("of JSON Lines are read behind a byte order mark, too", () => {
    expect(readJsonLines('\ufeff{"a":1}\r\n').lines.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, ["a", 1]],
    ]);
  });

  it("of JSON Lines with a repeated key are reported, since one of the two would be lost", () => {
    const twiceIn = (text: string): (string | null)[] => readJsonLines(text).lines.map(({ twice }) => twice);
    expect(twiceIn('{"a":1,"b":2,"a" : 3}\n{"a":1}')).toEqual(["a", null]);
    expect(twiceIn('{"a":{"b":1,"a":2},"b":[{"a":1},"a"],"c":"a\\":\\"a"}')).toEqual([null]);
    expect(twiceIn('{"a":1,"\\u0061":2}')).toEqual(["a"]);
  });
});

describe("leftovers of spreadsheets", () => {
  it("such as empty rows and columns are ignored", () => {
    const { head, lines } = readCsv('a,b,\r\n1,2,\r\n,,\r\n" ",\r\n3,4,,,\r\n5,,\r\n,,');
    expect(head).toEqual(["a", "b"]);
    expect(lines.map(({ line, cells, misfit }) => [line, [...cells.values()], misfit])).toEqual([
      [2, ["1", "2"], null],
      [5, ["3", "4"], null],
      [6, ["5", ""], null],
    ]);
  });

  it("such as a column with content but no heading make its rows not fit", () => {
    expect(readCsv("a,b,\n1,2,x\n3,4,\n").lines.map(({ misfit }) => misfit)).toEqual([{ cells: 3, expected: 2 }, null]);
  });

  it("such as formulas that keep an id a text are read as the text", () => {
    const text = 'a,b\n="10-1",2\n3,="x y"\n"1,=""2""",4\n';
    expect(readCsv(text).lines.map(({ cells }) => [...cells.values()])).toEqual([
      ["10-1", "2"],
      ["3", "x y"],
      ['1,="2"', "4"],
    ]);
    expect(placesOf('a,b\n="10-1",2\n')).toEqual([["2:2", "2:9"]]);
  });
});

describe("semicolons or tabs between cells", () => {
  it.each([";", "\t"])("are separators if the head has no comma: %j", (mark) => {
    const rows = [
      ["a", "b", "c"],
      ["1", '"x, y"', ""],
      ["", " 2", "3,4"],
    ];
    const text = rows.map((row) => row.join(mark)).join("\n");
    const { head, lines, badLine } = readCsv(text);
    expect({ head, badLine }).toEqual({ head: ["a", "b", "c"], badLine: null });
    expect(lines.map(({ cells }) => [...cells.values()])).toEqual([
      ["1", "x, y", ""],
      ["", "2", "3,4"],
    ]);
    expect(placesOf(text)).toEqual([
      ["2:1", "2:3", "2:10"],
      ["3:1", "3:3", "3:5"],
    ]);
  });

  it("are not separators if the head has commas", () => {
    expect(readCsv("a,b\n1;2,3\n").lines.map(({ cells }) => [...cells.values()])).toEqual([["1;2", "3"]]);
  });
});

describe("a row with more or fewer cells than the head", () => {
  it("is reported with their number, and the others are read", () => {
    const { lines, badLine } = readCsv("a,b,c\n1,2\n3,4,5\n\n6,7,8,9\n");
    expect(badLine).toBeNull();
    expect(lines.map(({ line, cells, misfit }) => [line, [...cells.values()], misfit])).toEqual([
      [2, [], { cells: 2, expected: 3 }],
      [3, ["3", "4", "5"], null],
      [5, [], { cells: 4, expected: 3 }],
    ]);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ['a,b\n1,"2\n', 2],
    ['a,b\n1,2\n\n3,"4\n5,6\n7,8\n', 4],
    ['a,"b\n1,2\n', 1],
    ['a,b\n1,2\n3,"x" y\n', 3],
  ])("is reported with the line on which its quote opens: %j", (text, line) => {
    expect(readCsv(text)).toMatchObject({ head: [], lines: [], badLine: line, isQuote: true });
  });

  it("is not one with a quote inside a text", () => {
    expect(readCsv('a,b,c\n3,举办 "双创" 活动,4\n').lines.map(({ cells }) => [...cells.values()])).toEqual([
      ["3", '举办 "双创" 活动', "4"],
    ]);
  });

  it("has places for the cells of its head", () => {
    expect([...readCsv('\n"a",b\n1,2\n').headPlaces]).toEqual([
      ["a", "2:1"],
      ["b", "2:5"],
    ]);
  });

  it("may be JSON Lines, whose rows have lines but no cell places", () => {
    expect(readJsonLines('{"a":1}\n[]\n')).toMatchObject({ head: [], lines: [], badLine: 2, isQuote: false });
    expect(readJsonLines('\n{"a":1}\n').lines).toEqual([
      { line: 2, cells: new Map([["a", 1]]), places: new Map(), misfit: null, twice: null },
    ]);
  });
});

describe("a text of ten million characters", () => {
  const long = "x".repeat(10_000_000);

  it("in a quoted cell leaves the places of its row right", () => {
    expect(placesOf(`a,b\n"${long}",1\n`)).toEqual([["2:1", `2:${long.length + 4}`]]);
  });

  it("in JSON Lines does not keep its keys from being read", () => {
    const [row] = readJsonLines(`{"a":"${long}","b":1,"b":2}\n`).lines;
    expect([row?.cells.get("b"), row?.twice]).toEqual([2, "b"]);
  });
});
