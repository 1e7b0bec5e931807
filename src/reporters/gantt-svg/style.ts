/** The style of the drawing: light, dark, and printed on A4 landscape. */

const FONTS =
  '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",system-ui,sans-serif';

/** Colours are repeated in each rule, as some SVG viewers do not support variables. */
const LIGHT = `
text{font-family:${FONTS}}
.g-paper{fill:#fff}.g-text{fill:#1b1f24}.g-soft{fill:#4d5661}.g-bold{font-weight:700}.g-tag{fill:#1b1f24}
.g-grid{stroke:#d0d7de;stroke-width:.5}.g-quarter{stroke:#8c959f;stroke-width:.8}.g-rule{stroke:#d0d7de;stroke-width:.5}
.g-band{fill:#f0f3f6}.g-today{stroke:#0b5394;stroke-width:1.5;stroke-dasharray:5 3}.g-flag{fill:#0b5394}.g-on-flag{fill:#fff}
.g-bar{stroke-width:.6}.g-void{fill:none;stroke:#59636e;stroke-dasharray:3 2}
.g-bar-red{fill:#f9d9d6;stroke:#b3261e}.g-bar-yellow{fill:#f7e9bf;stroke:#8a6a00}.g-bar-green{fill:#d3ecd9;stroke:#1a7f37}
.g-bar-blue{fill:#d3e5f9;stroke:#0969da}.g-bar-grey{fill:#eceff2;stroke:#818b98}
.g-shape{stroke-width:1}.g-red{fill:#b3261e;stroke:#fff}.g-yellow{fill:#f2c230;stroke:#5c4600}.g-green{fill:#1a7f37;stroke:#fff}
.g-blue{fill:#0969da;stroke:#fff}.g-grey{fill:#fff;stroke:#59636e;stroke-width:1.6}
.g-sign{fill:none;stroke-width:1.6;stroke-linecap:round}.g-on-red,.g-on-green{stroke:#fff}.g-on-yellow{stroke:#3d2f00}
.g-ghost{fill:#fff;stroke:#59636e;stroke-width:1.2}.g-link{fill:none;stroke:#59636e;stroke-width:1;stroke-dasharray:2 2}
`;

const DARK = `
.g-paper{fill:#12161b}.g-text,.g-tag{fill:#e6edf3}.g-soft{fill:#aab4bf}
.g-grid,.g-rule{stroke:#30363d}.g-quarter{stroke:#6e7681}.g-band{fill:#1c2229}
.g-today{stroke:#79b8ff}.g-flag{fill:#79b8ff}.g-on-flag{fill:#0d1117}
.g-void{stroke:#9198a1}.g-bar-red{fill:#4a1f1d;stroke:#ff7b72}.g-bar-yellow{fill:#44380f;stroke:#e3b341}
.g-bar-green{fill:#153d22;stroke:#56d364}.g-bar-blue{fill:#14365c;stroke:#79c0ff}.g-bar-grey{fill:#262c34;stroke:#8b949e}
.g-red{fill:#ff7b72;stroke:#12161b}.g-yellow{fill:#e3b341;stroke:#12161b}.g-green{fill:#56d364;stroke:#12161b}
.g-blue{fill:#79c0ff;stroke:#12161b}.g-grey{fill:#12161b;stroke:#aab4bf}.g-on-red,.g-on-green,.g-on-yellow{stroke:#12161b}
.g-ghost{fill:#12161b;stroke:#aab4bf}.g-link{stroke:#aab4bf}
`;

/** Most units of height that fit one A4 page with letters of 5 points; a taller drawing takes several pages. */
const ONE_PAGE = 1288;

/**
 * The style sheet. Viewers without media queries skip these rules, but would not skip a style element with a media
 * attribute.
 */
export function styleOf(height: number): string {
  return `${LIGHT}@media screen and (prefers-color-scheme:dark){${DARK}}
@media print{svg{width:277mm;height:${height <= ONE_PAGE ? "189mm" : "auto"}}}
@page{size:A4 landscape;margin:10mm}
`;
}
