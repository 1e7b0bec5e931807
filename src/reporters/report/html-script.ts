/**
 * The page's only script: makes headings sort, and filters the long table. A test checks that SCRIPT_HASH matches it.
 */
export const SCRIPT = `
"use strict";
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = head.dataset.sort;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isUp = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      const key = (row) => row.cells[at].dataset.order ?? row.cells[at].textContent;
      const rows = [...body.rows].filter((row) => !row.classList.contains("total"));
      const isNumber = rows.every((row) => key(row) !== "" && Number.isFinite(Number(key(row))));
      const compare = (a, b) => (isNumber ? key(a) - key(b) : key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
      rows.sort((a, b) => (isUp ? compare(a, b) : compare(b, a)));
      body.prepend(...rows);
    });
  });
}
for (const filter of document.querySelectorAll(".filter")) {
  const rows = [...document.getElementById(filter.dataset.for).tBodies[0].rows];
  const [input, select, output] = ["input", "select", "output"].map((name) => filter.querySelector(name));
  const apply = () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const isLed = select.value === "" || row.cells[filter.dataset.column].textContent === select.value;
      row.hidden = !(isLed && words.every((word) => text.includes(word)));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    output.textContent = filter.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length);
  };
  input.addEventListener("input", apply);
  select.addEventListener("change", apply);
  filter.hidden = false;
  apply();
}
`;

/** For the page's Content-Security-Policy, which allows no other script. */
export const SCRIPT_HASH = "sha256-K1hxuRdY+K0aahPxR5sMJ0vPRLnUoSJfXEZ+BrhyqcI=";
