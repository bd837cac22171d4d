/** Light and dark by the reader's own setting; colours only ever repeat what the words say. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5d6875; --line: #e3e7ec; --ground: #f5f7f9; --card: #fff; --good: #12805c; --bad: #b3372f; --tint: #12805c26; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --soft: #9aa6b2; --line: #2c353f; --ground: #12171c; --card: #1a2128; --good: #4cc38a; --bad: #ff8f87; --tint: #4cc38a2e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
header { display: flex; gap: 2rem; align-items: center; margin-bottom: 2rem; flex-wrap: wrap; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; font-weight: 650; letter-spacing: -.01em; }
header p { margin: 0; color: var(--soft); }
header p.good { color: var(--good); } header p.bad { color: var(--bad); }
.ring { width: 8rem; height: 8rem; flex: none; }
.ring circle { fill: none; stroke: var(--line); stroke-width: 9; }
.ring .done { stroke: var(--good); stroke-linecap: round; }
.ring text { fill: var(--ink); font-size: 18px; font-weight: 650; text-anchor: middle; }
details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: .75rem 0; overflow: hidden; }
summary { display: grid; grid-template-columns: 1fr minmax(6rem, 14rem) 6rem; gap: 1rem; align-items: center; padding: .85rem 1.1rem; cursor: pointer; }
summary:focus-visible { outline: 2px solid var(--good); outline-offset: -2px; }
.name { font-weight: 600; } .name::first-letter { text-transform: uppercase; }
.count { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
meter { width: 100%; height: .6rem; }
table { width: 100%; border-collapse: collapse; border-top: 1px solid var(--line); table-layout: fixed; }
th, td { text-align: left; padding: .4rem 1.1rem; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--soft); font-weight: 500; font-size: .85rem; }
thead th:nth-child(2) { width: 9rem; }
tbody th { font-weight: 450; }
td:last-child { color: var(--soft); font-size: .87rem; }
.turns { position: relative; } .turns i { position: absolute; inset: .35rem auto auto .6rem; height: 1.45rem; max-width: calc(100% - 1.2rem); background: var(--tint); border-radius: 4px; }
.turns b { position: relative; font-weight: 500; font-variant-numeric: tabular-nums; }
.missing th, .missing td { color: var(--bad); } .missing th { font-weight: 600; }
@media (max-width: 36rem) { summary { grid-template-columns: 1fr 5rem; } meter { display: none; } th, td { padding-inline: .6rem; } thead th:nth-child(2) { width: 4.5rem; } }
`;
