import { expect, it } from "vitest";
import { attributes, escapeMarkup } from "../../src/reporters/markup.ts";

it("escapes syntax, spells out hidden characters, and replaces those that XML cannot hold", () => {
  expect(escapeMarkup("<a b=\"c\" d='e'>&\u0000\u001b\ufffe\uffff\ud800\n")).toBe(
    "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;&lt;U+0000&gt;&lt;U+001B&gt;\ufffd\ufffd&lt;U+D800&gt;\n",
  );
});

it("puts an attribute on one line", () => {
  expect(attributes({ name: 'a"b\nc', tests: 2 })).toBe(' name="a&quot;b\u240ac" tests="2"');
});
