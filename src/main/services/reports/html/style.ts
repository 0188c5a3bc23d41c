/** The whole look of a report: on a screen in light and dark, and on paper. No address is in it: nothing is fetched. */
export const style = `
:root{--ink:#1c1d26;--soft:#565969;--line:#e0e1e9;--paper:#fff;--band:#f6f6fa;--accent:#4353c9;--added:#1a8754;--addable:#2f6fd0;--blocked:#d0392b;--settings:#a15407;--open:#757888;--warn:#fdf3e3;--warn-line:#d9932b;color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8e9ef;--soft:#a9acba;--line:#31333d;--paper:#17181d;--band:#1f2027;--accent:#a3adf7;--added:#4cc38a;--addable:#6aa6f8;--blocked:#f07167;--settings:#e5a046;--open:#9194a5;--warn:#2d2518;--warn-line:#b98434;color-scheme:dark}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 "Inter Variable",Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
main,header.top,footer{max-width:60rem;margin:0 auto;padding:0 2rem}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
h1{font-size:1.85rem;line-height:1.2;letter-spacing:-.018em;font-weight:650}
h2{font-size:1.22rem;line-height:1.3;letter-spacing:-.01em;font-weight:650;margin:0 0 .75rem}
h3{font-size:1.05rem;line-height:1.35;font-weight:650;margin:0}
h4{font-size:.82rem;font-weight:650;margin:1rem 0 .25rem}
a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.soft{color:var(--soft)}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
header.top{padding-top:2.75rem;padding-bottom:1.75rem}
.client{display:flex;gap:1rem;align-items:center;min-height:2rem;margin-bottom:1.6rem;font-weight:600}
.client img{display:block;height:52px;width:auto;max-width:240px;object-fit:contain;object-position:left center;border-radius:3px}
@media screen and (prefers-color-scheme:dark){.client img{background:#fff;padding:6px}}
.list{font-size:1.05rem;color:var(--soft);margin-top:.4rem}
.facts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.1rem 2.25rem;margin-top:1.5rem;padding:.95rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.facts div{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:.75rem;padding:.14rem 0}
.facts dt{color:var(--soft)}
section{margin:0 0 2.6rem}
section>p{margin-bottom:.8rem}
section>h3{margin:1.6rem 0 .55rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:0 0 1rem;list-style:none}
.figures li{padding:.8rem .95rem .75rem;border:1px solid var(--line);border-top:3px solid var(--tone);border-radius:6px}
.figures b{display:block;font-size:1.7rem;line-height:1.15;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.strip{display:block;width:100%;height:10px;margin:0 0 1.1rem;border-radius:5px}
.summary p{margin-bottom:.4rem}
nav ol{columns:2;column-gap:2.25rem;list-style:none;font-size:.93rem}
nav li{break-inside:avoid;padding:.08rem 0}
.chart{margin:0 0 1rem}
.chart svg{display:block;width:100%;height:auto}
.bar-label{fill:var(--ink);font-size:13.5px}
.bar-number{fill:var(--soft);font-size:13px;font-variant-numeric:tabular-nums}
.tone-added{fill:var(--added);--tone:var(--added)}.tone-addable{fill:var(--addable);--tone:var(--addable)}.tone-blocked{fill:var(--blocked);--tone:var(--blocked)}.tone-settings{fill:var(--settings);--tone:var(--settings)}.tone-open{fill:var(--open);--tone:var(--open)}.tone-repeated{fill:var(--line);--tone:var(--line)}
.dot{display:inline-block;flex:none;width:.62em;height:.62em;border-radius:50%;background:var(--tone);margin-right:.55em}
table{width:100%;border-collapse:collapse;font-size:.92rem}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding:0 0 .4rem}
th,td{padding:.36rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);unicode-bidi:isolate}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.8rem;font-weight:600;color:var(--soft);border-bottom:1.5px solid var(--line);vertical-align:bottom}
th.number,td.number{text-align:right}
tbody th{font-weight:500}
.wide{overflow-x:auto}
.steps{margin:.2rem 0 0 1.25rem}
.steps li{padding:.12rem 0 .12rem .2rem}
.path{display:block;color:var(--soft);font-size:.88rem}
.plain{list-style:none}
.plain li{padding:.16rem 0 .16rem 1.1rem;position:relative}
.plain li::before{content:"";position:absolute;left:.1rem;top:.82em;width:.36rem;height:.36rem;border-radius:50%;background:var(--soft)}
.warning{padding:.7rem .95rem;border-left:3px solid var(--warn-line);border-radius:0 6px 6px 0;background:var(--warn);margin:0 0 1rem}
.cause{padding-top:1.35rem;border-top:1px solid var(--line)}
.cause-head{display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:baseline;margin-bottom:.5rem}
.cause-head .soft{font-size:.9rem}
.cut{margin:0 0 .5rem;font-size:.88rem;color:var(--soft)}
.rows{margin-top:1rem}
.rows tbody{border-bottom:1px solid var(--line)}
.rows tbody td{border-bottom:0}
.rows tbody tr:first-child td{padding-bottom:.1rem}
.rows tr.how td{padding-top:0;padding-bottom:.4rem;font-size:.86rem}
.line{color:var(--soft);width:3.6rem;white-space:nowrap}
.any{overflow-wrap:anywhere;min-width:13rem}
.rows .any{width:38%}
.nowrap{white-space:nowrap}
.suggests{display:block;color:var(--settings);font-size:.86rem}
.now{display:block;color:var(--soft);font-size:.86rem}
summary{cursor:pointer;color:var(--soft);width:fit-content}
summary:hover{color:var(--ink)}
.evidence{list-style:none;margin:.35rem 0 .45rem;border-left:2px solid var(--line);padding-left:.85rem}
.evidence li{padding:.16rem 0}
.evidence{overflow-wrap:anywhere}
.evidence code{font:.94em/1.45 ui-monospace,"SF Mono",Menlo,Consolas,monospace;white-space:pre-wrap}
.evidence .where{display:block;color:var(--soft);font-size:.94em}
footer{padding-top:1.1rem;padding-bottom:3rem;color:var(--soft);font-size:.86rem}
footer p{border:0}
footer::before{content:"";display:block;border-top:1px solid var(--line);margin-bottom:1rem}
.paper-only{display:none}
@media (max-width:44rem){main,header.top,footer{padding-left:1.1rem;padding-right:1.1rem}.facts{grid-template-columns:1fr}nav ol{columns:1}}
@page{size:A4;margin:17mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#565969}@bottom-left{content:"Invite Doctor";font:8pt system-ui,sans-serif;color:#565969}}
@media print{
html{font-size:9.2pt}
body{font-size:1rem;line-height:1.42;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,header.top,footer{max-width:none;padding-left:0;padding-right:0}
header.top{padding-top:0}
h1{font-size:20pt}
.rows tbody tr:first-child td{padding-bottom:.28rem}
th,td{padding-top:.26rem;padding-bottom:.26rem}
a{color:inherit;text-decoration:none}
nav,.screen-only{display:none}
.paper-only{display:block}
section{margin-bottom:1.8rem}
.cause{break-inside:auto}
.cause-group{break-before:page}
.cause-group>h2{margin-bottom:0}
h2,h3,h4,.cause-head{break-after:avoid}
.figures,.chart,.warning,.facts,.steps li,.evidence li,tr,.rows tbody{break-inside:avoid}
thead{display:table-header-group}
.wide{overflow:visible}
.how{display:none}
.how.printed{display:table-row}
.how.printed summary{list-style:none}
.how.printed details::details-content{content-visibility:visible;display:block;block-size:auto;height:auto}
@supports not selector(::details-content){.how.printed{display:none}}
}
`;
