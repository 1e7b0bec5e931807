import { createHash } from "node:crypto";
import { expect, it, vi } from "vitest";
import { sha256 } from "../../src/storage/sha256.ts";

it("is SHA-256 for the first texts and for all that follow", () => {
  const texts = ["", "abc", "知识产权", ...Array.from({ length: 40 }, (_, index) => "节点".repeat(index * 7))];
  for (const text of texts) {
    expect(sha256(Buffer.from(text))).toBe(createHash("sha256").update(text).digest("hex"));
  }
});

it.each([1, 24, 25, 1000])("is the same where %i hashes are expected", async (count) => {
  vi.resetModules();
  const anew = await import("../../src/storage/sha256.ts");
  anew.expectHashes(count);
  expect(anew.sha256(Buffer.from("节点"))).toBe(createHash("sha256").update("节点").digest("hex"));
});
