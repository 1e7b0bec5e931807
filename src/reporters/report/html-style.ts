/** The page's style for phones, screens and A4, light and dark. Contrast is at least 4.5:1 in both. */
export const STYLE = `
:root{--ink:#1b1f24;--soft:#4d5661;--paper:#fff;--line:#c9d1d9;--band:#f3f5f7;--accent:#0b5394;
--red:#b3261e;--yellow:#b58900;--green:#1a7f37;--blue:#0969da;--grey:#8c959f}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#aab4bf;--paper:#12161b;--line:#3b434c;--band:#1c2229;
--accent:#79b8ff;--red:#ff7b72;--yellow:#e3b341;--green:#56d364;--blue:#79c0ff;--grey:#8b949e}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--paper);color:var(--ink);line-height:1.7;
font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.35;text-align:center;margin:.5rem 0}
h2{font-size:1.25rem;margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--accent)}
h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0}
.head{text-align:center;color:var(--soft)}.head span{display:inline-block;margin:0 .75em}
.note{color:var(--soft);font-size:.875rem}
.sign{text-align:right;margin:2rem 2em 0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:.5rem 0;margin:0;list-style:none;font-size:.9rem}
a{color:var(--accent)}
.scroll{overflow-x:auto;margin:.5rem 0}
.scroll:focus-visible,a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{border:1px solid var(--line);padding:.35rem .5rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}
.never{white-space:nowrap}.words,th{word-break:keep-all;overflow-wrap:break-word}
.piece{display:inline-block}
th{background:var(--band);vertical-align:middle;text-align:center}
.right{text-align:right;font-variant-numeric:tabular-nums}.center{text-align:center}
th.right,th.left{text-align:center}
.total td{font-weight:700;background:var(--band)}
th button{all:unset;cursor:pointer;font-weight:700;width:100%}
th[aria-sort=ascending] button::after{content:" ▲";color:var(--accent)}
th[aria-sort=descending] button::after{content:" ▼";color:var(--accent)}
.light{display:inline-block;width:.7em;height:.7em;border-radius:50%;margin-right:.35em}
.light.red,rect.red{background:var(--red);fill:var(--red)}.light.yellow,rect.yellow{background:var(--yellow);fill:var(--yellow)}
.light.green,rect.green{background:var(--green);fill:var(--green)}.light.blue,rect.blue{background:var(--blue);fill:var(--blue)}
.light.grey,rect.grey{background:var(--grey);fill:var(--grey)}
rect.back{fill:var(--band)}
figure{margin:1rem 0}figcaption{font-weight:700;font-size:.9rem}
.chart{list-style:none;margin:0;padding:0;max-width:44rem}
.chart li{display:grid;grid-template-columns:6.5em 1fr 9em;gap:.75rem;align-items:center;font-size:.9rem}
.chart svg{width:100%;height:.9rem;display:block}
.filter{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.75rem 0}
.filter[hidden]{display:none}
input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:4px;padding:.3rem .5rem;max-width:100%}
output{color:var(--soft)}
@media screen and (max-width:700px){
.scroll{overflow:visible}
table,tbody,tr,td{display:block;width:auto}
colgroup{display:none}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:.35rem .6rem}
tr[hidden]{display:none}
td{border:0;padding:.1rem 0;display:grid;grid-template-columns:7em 1fr;gap:.5rem;text-align:left}
td.right,td.center{text-align:left}
td::before{content:attr(data-label);color:var(--soft)}
td:empty{display:none}
.light{display:none}
.total td{background:none}
.chart li{grid-template-columns:5.5em 1fr 7em;gap:.4rem}
}
@page{size:A4;margin:20mm 18mm}
@page annex{size:A4 landscape;margin:15mm}
@media print{
:root{--ink:#000;--soft:#333;--paper:#fff;--line:#777;--band:#eee;--accent:#000}
body{max-width:none;padding:0;font-size:10.5pt;line-height:1.5}
nav,.filter,.filter[hidden]{display:none}
.scroll{overflow:visible}
table{font-size:8.5pt}
thead{display:table-header-group;break-inside:avoid}tbody tr:first-child{break-before:avoid}
tr,figure,li{break-inside:avoid}tr.tall{break-inside:auto}.tall .piece{display:inline}
h2,h3,p:has(+.scroll){break-after:avoid}
.annex{page:annex;break-before:page}
.annex table{font-size:7.5pt}
th button{display:contents}th button::after{content:""!important}
.light,rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
