/** The ids of a compiled journal's records by index, and the index of the record with an id. */
import { hexOf } from "./bytes.ts";
import type { Container } from "./container.ts";
import type { Numbers } from "./numbers.ts";
import { ID_BYTES, NONE } from "./record-columns.ts";

/** Up to this share of all ids is read one by one, then all at once: a lookup of one id needs only a few. */
const FEW_IDS = 1 / 400;

/** Reads ids from the section `recordIds`. */
export class RecordIds {
  private readonly container: Container;
  private readonly count: number;
  private bytes: Uint8Array | undefined;
  private asked = 0;

  constructor(container: Container, count: number) {
    this.container = container;
    this.count = count;
  }

  at(index: number): string {
    if (this.bytes === undefined && this.asked < this.count * FEW_IDS) {
      this.asked += 1;
      return hexOf(this.container.bytesView("recordIds", index * ID_BYTES, ID_BYTES), 0, ID_BYTES);
    }
    this.bytes ??= this.container.stableBytes("recordIds", 0, this.count * ID_BYTES);
    return hexOf(this.bytes, index * ID_BYTES, (index + 1) * ID_BYTES);
  }

  /** The index of the record with the id, by binary search, or `NONE`. `sorted` holds all indexes sorted by id. */
  find(wanted: string, sorted: Numbers): number {
    let [low, high] = [0, sorted.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const index = sorted.at(middle);
      const found = this.at(index);
      if (found === wanted) return index;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return NONE;
  }
}
