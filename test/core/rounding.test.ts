import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apportion,
  barCells,
  difference,
  oneDecimal,
  percentagesOfWhole,
  places,
  rate,
  sumOf,
  withoutNoise,
} from "../../src/core/rounding.ts";
import { LAW } from "../support/laws.ts";

const counts = fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 12 });
const someCounts = counts.filter((list) => list.some((count) => count > 0));

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe("a rate", () => {
  it.each([
    [16, 80, 20],
    [14, 16, 87.5],
    [12, 16, 75],
    [2, 3, 66.7],
    [1, 3, 33.3],
    [1, 8, 12.5],
    [4, 7, 57.1],
    [0, 18, 0],
    [18, 18, 100],
  ])("%i/%i is %d percent", (numerator, denominator, percent) => {
    expect(rate(numerator, denominator)).toEqual({ numerator, denominator, percent });
  });

  it("with a denominator of 0 is no number", () => {
    expect(rate(0, 0)).toEqual({ numerator: 0, denominator: 0, percent: null });
  });

  it.each([
    [1, 16, 6.3],
    [3, 16, 18.8],
    [1, 80, 1.3],
    [1, 2000, 0.1],
  ])("rounds the half of a tenth up: %i/%i is %d percent", (numerator, denominator, percent) => {
    expect(rate(numerator, denominator).percent).toBe(percent);
  });

  it("lies within half a tenth of the exact share", () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (numerator, denominator) => {
        const { percent } = rate(numerator, denominator);
        expect(Math.abs((percent ?? NaN) - (numerator / denominator) * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
      LAW,
    );
  });
});

describe("a sum", () => {
  it.each([
    [[0.1, 0.2], 0.3],
    [[12.5], 12.5],
    // What another program's arithmetic made of 0.3.
    [[0.300_000_000_000_000_04], 0.3],
    [[123_456_789_012, 0.25], 123_456_789_012.25],
    [[999_999_999_999, 999_999_999_999], 1_999_999_999_998],
    [[-3, 5.25], 2.25],
    [[], 0],
    // No such number is meant, but it must not throw.
    [[1e-150, 2], 2],
  ])("of %j is %d", (numbers, expected) => {
    expect(sumOf(numbers)).toBe(expected);
  });

  it("of decimals equals that of integers in units of the last decimal, however many there are", () => {
    const hundredths = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 });
    fc.assert(
      fc.property(hundredths, (all) => {
        expect(sumOf(all.map((one) => one / 100)) === sum(all) / 100).toBe(true);
      }),
      LAW,
    );
  });
});

describe("a difference", () => {
  it.each([
    [25_000.5, 25_000.3, 0.2],
    [0.3, 0.1, 0.2],
    [1e-7, 3e-8, 7e-8],
    [3, 5.25, -2.25],
    [1e15, 1, 999_999_999_999_999],
    [1e-150, 100, -100],
  ])("of %d and %d is %d", (minuend, subtrahend, expected) => {
    expect(difference(minuend, subtrahend)).toBe(expected);
  });

  it("of decimals equals that of integers in units of the last decimal", () => {
    const hundredths = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(hundredths, hundredths, (one, other) => {
        expect(difference(one / 100, other / 100)).toBe((one - other) / 100);
      }),
      LAW,
    );
  });
});

describe("sharing out by largest remainder", () => {
  it("gives out every unit", () => {
    fc.assert(
      fc.property(someCounts, fc.nat({ max: 2000 }), (list, units) => sum(apportion(list, units)) === units),
      LAW,
    );
  });

  it("leaves each share within one unit of the exact one", () => {
    fc.assert(
      fc.property(someCounts, fc.nat({ max: 2000 }), (list, units) => {
        const shares = apportion(list, units);
        const far = list.filter((count, index) => Math.abs((shares[index] ?? NaN) - (count * units) / sum(list)) >= 1);
        expect(far).toEqual([]);
      }),
      LAW,
    );
  });

  it("never gives a smaller count the greater share", () => {
    fc.assert(
      fc.property(someCounts, fc.nat({ max: 2000 }), (list, units) => {
        const sorted = [...list].sort((a, b) => b - a);
        const shares = apportion(sorted, units);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }),
      LAW,
    );
  });

  it("gives the odd unit to the largest remainder", () => {
    expect(apportion([1, 2, 4], 10)).toEqual([1, 3, 6]);
  });

  it("gives it to the earlier of equal remainders", () => {
    expect(apportion([1, 1, 1], 10)).toEqual([4, 3, 3]);
    expect(apportion([1, 1, 1], 11)).toEqual([4, 4, 3]);
  });

  it("gives nothing if all counts are zero", () => {
    expect(apportion([0, 0], 20)).toEqual([0, 0]);
    expect(apportion([], 20)).toEqual([]);
  });
});

describe("percentages of a whole", () => {
  it("add up to 100.0", () => {
    fc.assert(
      fc.property(someCounts, (list) => Math.round(sum(percentagesOfWhole(list)) * 10) === 1000),
      LAW,
    );
  });

  it("are those of the plan in May: 16, 28, 2 and 34 of 80", () => {
    expect(percentagesOfWhole([16, 28, 2, 34])).toEqual([20, 35, 2.5, 42.5]);
  });

  it("are 11.1 and 88.9 for 2 and 16 of 18", () => {
    expect(percentagesOfWhole([2, 16])).toEqual([11.1, 88.9]);
  });

  it("lift the largest remainder if rounding each alone would not reach the whole", () => {
    expect(percentagesOfWhole([1, 1, 1])).toEqual([33.4, 33.3, 33.3]);
    expect(percentagesOfWhole([17, 10, 24, 9, 162])).toEqual([7.7, 4.5, 10.8, 4, 73]);
  });

  it("are all zero if all counts are", () => {
    expect(percentagesOfWhole([0, 0, 0])).toEqual([0, 0, 0]);
  });
});

describe("the cells of a bar", () => {
  const CELLS = 20;

  it("add up to the bar", () => {
    fc.assert(
      fc.property(someCounts, (list) => sum(barCells(list, CELLS)) === CELLS),
      LAW,
    );
  });

  it("are none only for a count of zero", () => {
    fc.assert(
      fc.property(someCounts, (list) => {
        const cells = barCells(list, CELLS);
        expect(cells.map((count) => count > 0)).toEqual(list.map((count) => count > 0));
      }),
      LAW,
    );
  });

  it("are those of the plan in May: 4, 7, 1 and 8", () => {
    expect(barCells([16, 28, 2, 34], CELLS)).toEqual([4, 7, 1, 8]);
  });

  it("take from the largest to lift a small count", () => {
    expect(barCells([100, 1, 0], CELLS)).toEqual([19, 1, 0]);
    expect(barCells([1, 500, 1, 498], CELLS)).toEqual([1, 9, 1, 9]);
  });

  it("are one each if there are as many counts as cells", () => {
    expect(barCells([997, 1, 1, 1], 4)).toEqual([1, 1, 1, 1]);
  });

  it("are none if all counts are zero", () => {
    expect(barCells([0, 0], CELLS)).toEqual([0, 0]);
  });
});

describe("one decimal", () => {
  it.each([
    [53.25, 53.3],
    [1.005, 1],
    [(2.3 / 4) * 100, 57.5],
    [0.15, 0.2],
    [8.05, 8.1],
    [-0.05, 0],
    [-0.06, -0.1],
    [-21.7, -21.7],
    [0, 0],
  ])("of %d is %d: half goes up", (number, expected) => {
    expect(oneDecimal(number)).toBe(expected);
  });
});

describe("a sum of decimals", () => {
  it("is what a calculation by hand gives", () => {
    expect(withoutNoise(0.1 + 0.2)).toBe(0.3);
    expect(withoutNoise(123_456_789_012)).toBe(123_456_789_012);
  });
});

describe("places", () => {
  it("are shared by equals, and the next one is skipped: 1, 2, 3, 3, 5", () => {
    expect(places([90, 80, 70, 70, 60])).toEqual([1, 2, 3, 3, 5]);
    expect(places([50, 100, 100])).toEqual([3, 1, 1]);
  });

  it("are null without a number", () => {
    expect(places([null, 80, null, 90])).toEqual([null, 2, null, 1]);
    expect(places([null, -1])).toEqual([null, 1]);
    expect(places([])).toEqual([]);
  });
});

describe("the shares of a county's report", () => {
  it("of 17, 10, 24, 9 and 162 of 222 add up to 100.0, as the county's own (7.7, 4.5, 10.8, 4.1, 72.9) do", () => {
    expect(percentagesOfWhole([17, 10, 24, 9, 162])).toEqual([7.7, 4.5, 10.8, 4, 73]);
  });
});
