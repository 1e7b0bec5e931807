/** Rows of a CSV file, and where each of their cells begins. */
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

  it("begin behind the space in front of them, and quoted ones at their quote", () => {
    expect(placesOf('a,b,c\n 1, "x ""y"" , z",3\n')).toEqual([["2:2", "2:5", "2:19"]]);
  });

  it.each(["\n", "\r\n"])("of a row with line ends in it stand on their own lines (%j)", (end) => {
    expect(placesOf(["a,b,c", '1,"x', 'yy",3', "", "4,5,6", ""].join(end))).toEqual([
      ["2:1", "2:3", "3:5"],
      ["5:1", "5:3", "5:5"],
    ]);
  });

  it("are counted without the mark at the beginning of the file", () => {
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

  it("of JSON Lines are read behind that mark too", () => {
    expect(readJsonLines('\ufeff{"a":1}\r\n').lines.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, ["a", 1]],
    ]);
  });

  it("of JSON Lines whose key stands twice are told: one of both would be lost", () => {
    const twiceIn = (text: string): (string | null)[] => readJsonLines(text).lines.map(({ twice }) => twice);
    expect(twiceIn('{"a":1,"b":2,"a" : 3}\n{"a":1}')).toEqual(["a", null]);
    expect(twiceIn('{"a":{"b":1,"a":2},"b":[{"a":1},"a"],"c":"a\\":\\"a"}')).toEqual([null]);
    expect(twiceIn('{"a":1,"\\u0061":2}')).toEqual(["a"]);
  });
});

describe("what spreadsheets leave behind", () => {
  it("are rows and columns that are empty: they are none", () => {
    const { head, lines } = readCsv('a,b,\r\n1,2,\r\n,,\r\n" ",\r\n3,4,,,\r\n5,,\r\n,,');
    expect(head).toEqual(["a", "b"]);
    expect(lines.map(({ line, cells, misfit }) => [line, [...cells.values()], misfit])).toEqual([
      [2, ["1", "2"], null],
      [5, ["3", "4"], null],
      [6, ["5", ""], null],
    ]);
  });

  it("is a column without a heading that holds something: its rows do not fit", () => {
    expect(readCsv("a,b,\n1,2,x\n3,4,\n").lines.map(({ misfit }) => misfit)).toEqual([{ cells: 3, expected: 2 }, null]);
  });

  it("are formulas that keep an id a text", () => {
    const text = 'a,b\n="10-1",2\n3,="x y"\n"1,=""2""",4\n';
    expect(readCsv(text).lines.map(({ cells }) => [...cells.values()])).toEqual([
      ["10-1", "2"],
      ["3", "x y"],
      ['1,="2"', "4"],
    ]);
    expect(placesOf('a,b\n="10-1",2\n')).toEqual([["2:2", "2:9"]]);
  });
});

describe("cells between semicolons or tabs", () => {
  it.each([";", "\t"])("are read where the head has no comma: %j", (mark) => {
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

  it("are none where the head has commas", () => {
    expect(readCsv("a,b\n1;2,3\n").lines.map(({ cells }) => [...cells.values()])).toEqual([["1;2", "3"]]);
  });
});

describe("a row of more or fewer cells than the head", () => {
  it("is told with their number, and the others are read", () => {
    const { lines, badLine } = readCsv("a,b,c\n1,2\n3,4,5\n\n6,7,8,9\n");
    expect(badLine).toBeNull();
    expect(lines.map(({ line, cells, misfit }) => [line, [...cells.values()], misfit])).toEqual([
      [2, [], { cells: 2, expected: 3 }],
      [3, ["3", "4", "5"], null],
      [5, [], { cells: 4, expected: 3 }],
    ]);
  });
});

describe("what cannot be read", () => {
  it.each([
    ['a,b\n1,"2\n', 2],
    ['a,b\n1,2\n\n3,"4\n5,6\n7,8\n', 4],
    ['a,"b\n1,2\n', 1],
    ['a,b\n1,2\n3,"x" y\n', 3],
  ])("is told by the line where its quote opens: %j", (text, line) => {
    expect(readCsv(text)).toMatchObject({ head: [], lines: [], badLine: line, isQuote: true });
  });

  it("is no quote within a text", () => {
    expect(readCsv('a,b,c\n3,举办 "双创" 活动,4\n').lines.map(({ cells }) => [...cells.values()])).toEqual([
      ["3", '举办 "双创" 活动', "4"],
    ]);
  });

  it("is told of a head by its places", () => {
    expect([...readCsv('\n"a",b\n1,2\n').headPlaces]).toEqual([
      ["a", "2:1"],
      ["b", "2:5"],
    ]);
  });

  it("of JSON Lines too, whose rows have lines alone", () => {
    expect(readJsonLines('{"a":1}\n[]\n')).toMatchObject({ head: [], lines: [], badLine: 2, isQuote: false });
    expect(readJsonLines('\n{"a":1}\n').lines).toEqual([
      { line: 2, cells: new Map([["a", 1]]), places: new Map(), misfit: null, twice: null },
    ]);
  });
});

describe("a text of ten million characters", () => {
  const long = "x".repeat(10_000_000);

  it("in a quoted cell keeps the places of its row", () => {
    expect(placesOf(`a,b\n"${long}",1\n`)).toEqual([["2:1", `2:${long.length + 4}`]]);
  });

  it("in JSON Lines keeps none of its keys from being read", () => {
    const [row] = readJsonLines(`{"a":"${long}","b":1,"b":2}\n`).lines;
    expect([row?.cells.get("b"), row?.twice]).toEqual([2, "b"]);
  });
});
