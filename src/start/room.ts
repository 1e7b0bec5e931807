/** What is not touched costs nothing yet: enough for most files and what V8 made of them. */
const MOST = 512 * 1024;

/** Memory that is used again and again: to touch it for the first time is most of what reading into it costs. */
export class Room {
  private bytes = Buffer.allocUnsafeSlow(MOST);

  /** So many bytes, until the next ones are asked for. */
  take(length: number): Buffer {
    if (this.bytes.length < length) this.bytes = Buffer.allocUnsafeSlow(length);
    return this.bytes.subarray(0, length);
  }
}
