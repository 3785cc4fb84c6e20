/** How a report looks: the app's colours, light and dark by the reader's system, black on white on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ground: #f4f6f5; --surface: #fff; --line: #dde4e1; --ink: #15211e; --dim: #55655f;
  --accent: #0f766e; --good: #0b6059; --attention: #7c5200; --attention-soft: #fbf0d2; --good-soft: #def1ed; --quiet-soft: #eef2f0;
  --notice: #5d4a17; --notice-soft: #fbf5e3 }
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #0e1312; --surface: #161d1b; --line: #27322f; --ink: #e6ecea; --dim: #9dada8; --accent: #2ba598;
    --good: #62cabd; --attention: #f0c95c; --attention-soft: #352a0d; --good-soft: #14352f; --quiet-soft: #111716;
    --notice: #e6d49a; --notice-soft: #272211 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 Inter, system-ui, "Segoe UI", Roboto, sans-serif }
main { max-width: 820px; margin: 0 auto; padding: 32px 20px 48px }
h1 { font-size: 28px; line-height: 1.25; margin: 4px 0 16px }
h2 { font-size: 19px; margin: 0 0 12px }
h3 { font-size: 15px; margin: 0 }
p { margin: 0 0 10px }
.brand { color: var(--accent); font-weight: 650; margin: 0 }
.headline { font-size: 18px }
.dim { color: var(--dim); font-size: 13px }
section { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 20px; margin: 0 0 16px }
article { border-top: 1px solid var(--line); padding: 16px 0 4px }
article:first-of-type { border-top: 0; padding-top: 0 }
.row { display: flex; gap: 12px; justify-content: space-between; align-items: baseline; margin-bottom: 6px }
.verdict { border-radius: 99px; padding: 1px 10px; font-size: 13px; font-weight: 600; white-space: nowrap }
.good { color: var(--good); background: var(--good-soft) }
.attention { color: var(--attention); background: var(--attention-soft) }
.quiet { color: var(--dim); background: var(--quiet-soft) }
.notice { color: var(--notice); background: var(--notice-soft); border-radius: 8px; padding: 10px 14px }
ul { margin: 0 0 10px; padding-left: 20px }
li { margin-bottom: 4px }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 0 }
dt { color: var(--dim) }
dd { margin: 0; overflow-wrap: anywhere }
figure { margin: 10px 0 0 }
figure svg { width: 100%; height: auto; display: block }
svg text { fill: var(--dim); font-size: 12px }
path.window, rect.window { fill: var(--accent); opacity: .55 }
path.baseline, rect.baseline { fill: none; stroke: var(--ink); stroke-width: 1.4 }
path.axis { stroke: var(--line) }
.mark { display: inline-block; width: 11px; height: 11px; margin-right: 6px; border-radius: 2px }
.mark.window { background: var(--accent); opacity: .55 }
.mark.baseline { border: 1.5px solid var(--ink) }
table { border-collapse: collapse; width: 100%; margin-top: 8px; font-size: 13px }
th { font-weight: 500; text-align: left }
th[scope=row] { overflow-wrap: anywhere }
thead th { color: var(--dim); vertical-align: bottom }
th, td { padding: 4px 8px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top }
table.figures td { white-space: nowrap }
table.figures td, table.figures thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums }
table.bars th[scope=row] { width: 34% }
table.bars thead th { width: 17%; overflow-wrap: anywhere }
table.bars svg { width: 100%; min-width: 90px; height: 16px; display: block }
.scroll { overflow-x: auto }
em { color: var(--attention); font-style: normal; font-size: 12px }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
footer { color: var(--dim); font-size: 13px }
@page { size: A4; margin: 14mm }
/* Last, as it goes over the rest. */
@media print {
  body { background: #fff; font-size: 12px }
  main { max-width: none; padding: 0 }
  section { border: 0; border-radius: 0; padding: 0; margin: 0 0 18px }
  h2 { border-bottom: 1px solid var(--line); padding-bottom: 4px }
  .row h2 { border: 0 }
  .dim, footer { font-size: 11px }
  h2, h3, .row { break-after: avoid }
  article, figure, tr, #scores { break-inside: avoid }
  th, td { padding: 2px 6px 2px 0 }
  .verdict, path.window, rect.window, .mark, .notice { print-color-adjust: exact }
  .scroll { overflow: visible }
  table { font-size: 11px }
}
`
