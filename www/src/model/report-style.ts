// The style sheet of the saved report and of the printed summary: A4, ink on paper.

/** As text, to be put into the file. */
export const REPORT_STYLE = `
@page { size: A4; margin: 18mm 20mm; }
:root { color-scheme: light; }
body { margin: 0; background: #fffdf8; color: #23201b; font: 15px/1.75 'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', STSong, SimSun, serif; }
main { max-width: 43rem; margin: 0 auto; padding: 3rem 1.5rem; }
header { border-bottom: 3px double #b3261e; padding-bottom: 1rem; margin-bottom: 1.2rem; text-align: center; }
h1 { font-size: 1.6rem; line-height: 1.4; margin: 0 0 .4rem; text-wrap: balance; }
h2 { font-size: 1rem; font-weight: 400; color: #675f54; letter-spacing: .1em; margin: 1.6rem 0 .4rem; }
.head { margin: 0; color: #675f54; }
dl { display: grid; grid-template-columns: repeat(4, 1fr); gap: .8rem 1rem; margin: 0; }
dl div { display: flex; flex-direction: column-reverse; }
dt { color: #675f54; font-size: .8rem; }
dd { margin: 0; font-size: 1.4rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
small { font-size: .8rem; color: #675f54; margin-inline-start: .25em; }
.note, figcaption, footer { color: #675f54; font-size: .8rem; }
.words span { display: inline-block; margin-inline-end: 1em; }
ol, ul { list-style: none; margin: 0; padding: 0; }
li { border-bottom: 1px solid #ddd4c3; padding: .2rem 0; overflow-wrap: anywhere; }
li b { font-weight: 400; color: #b3261e; }
.d2 { padding-inline-start: 1.5em; } .d3 { padding-inline-start: 3em; } .d4 { padding-inline-start: 4.5em; } .d5 { padding-inline-start: 6em; }
.d6 { padding-inline-start: 7.5em; } .d7 { padding-inline-start: 9em; } .d8 { padding-inline-start: 10.5em; }
bdi { overflow-wrap: anywhere; }
figure { margin: 1.4rem 0 0; } figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #ddd4c3; vertical-align: baseline; text-align: start; }
th { font-weight: 400; color: #675f54; } .figure { text-align: end; }
section { break-inside: auto; } section:first-of-type { break-before: page; }
@media print { body { background: none; font-size: 11pt; } main { max-width: none; padding: 0; } }
`;
