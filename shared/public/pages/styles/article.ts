/** The page of one event or exhibition. */
export const article = `
.trail { margin: 0 0 1.25rem; font-size: 0.9375rem; }
.trail ol { display: flex; flex-wrap: wrap; list-style: none; margin: 0; padding: 0; }
.trail li + li::before { content: "/"; margin: 0 0.6rem; color: var(--soft); }
.trail a { display: inline-block; padding: 0.15rem 0; }
.cover { margin: 0 0 1.75rem; }
.cover .zoom { display: block; }
.cover img { display: block; width: 100%; aspect-ratio: 16/9; max-height: min(50vh, 30rem); object-fit: cover; border-radius: var(--radius); }
.cover.whole { text-align: center; background: var(--wash); border-radius: var(--radius); }
.cover.whole img { margin: 0 auto; aspect-ratio: auto; object-fit: contain; border-radius: 0; }
figcaption, .meta { color: var(--soft); font-size: 0.9375rem; line-height: 1.45; }
.cover figcaption { padding-top: 0.5rem; text-align: start; }
.cover.whole figcaption { padding: 0.5rem 1rem; }
.meta { margin: 0 0 0.5rem; display: flex; flex-wrap: wrap; gap: 0 0.9rem; }
.summary-text { font-size: 1.25rem; line-height: 1.5; max-width: var(--text-width); }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem 4rem; }
.heading > :last-child { margin-bottom: 0; }
.text { max-width: var(--text-width); min-width: 0; }
.text > :first-child { margin-top: 0; }
.text blockquote { margin-inline: 0; padding-inline-start: 1.1rem; border-inline-start: 4px solid var(--accent); }
.text pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.text li { margin: 0.25rem 0; }
.text figure { margin: 1.75rem 0; }
.text .zoom { display: block; }
.text figure img { display: block; border-radius: var(--radius); }
.text figcaption { padding-top: 0.5rem; }
.files h2 { font-size: 1.25rem; }
.files ul { list-style: none; padding: 0; border-top: 1px solid var(--line); }
.files li { margin: 0; padding: 0.6rem 0; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; overflow-wrap: anywhere; }
.files a { padding: 0.3rem 0; }
.files small { color: var(--soft); font-size: 0.9375rem; white-space: nowrap; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
.scroll table { margin: 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.7rem; vertical-align: top; text-align: start; }
th { background: var(--wash); }
.facts-box { background: var(--wash); border-top: 3px solid var(--accent); padding: 1.1rem 1.25rem 1.25rem; align-self: start; }
.facts-box h2 { font-size: 1.125rem; margin: 0 0 0.75rem; }
.facts { margin: 0; }
.facts dt { color: var(--soft); font-size: 0.9375rem; }
.facts dd { margin: 0 0 0.8rem; }
.facts dd p, .facts ul { margin: 0; }
.facts ul { list-style: none; padding: 0; }
.facts a { display: inline-block; padding: 0.15rem 0; }
.facts time { font-weight: 600; }
summary { cursor: pointer; color: var(--accent); padding: 0.2rem 0; }
.facts-box .status { display: inline-block; margin: 0 0 0.8rem; background: var(--ink); color: var(--paper); padding: 0.1rem 0.7rem; border-radius: var(--radius); font-weight: 600; }
.tags { margin: 1.5rem 0 0; }
.does { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.25rem 0 0; }
.tools { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; margin: 2.5rem 0 0; padding: 1.25rem 0 0; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9375rem; max-width: var(--text-width); }
.tools > * { margin: 0; }
.copy { display: flex; flex-wrap: wrap; flex: 1 0 100%; gap: 0.5rem; align-items: center; }
.copy input { flex: 1 1 12rem; min-width: 0; font: inherit; color: inherit; background: var(--wash); border: 1px solid var(--line); border-radius: var(--radius); padding: 0.4rem 0.6rem; min-height: 2.75rem; }
.gallery { list-style: none; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
.gallery figure { margin: 0; }
.gallery .zoom { display: block; aspect-ratio: 4/3; overflow: hidden; border-radius: var(--radius); }
.gallery img { display: block; width: 100%; height: 100%; object-fit: cover; }
.gallery figcaption { padding-top: 0.5rem; }
.source { display: none; }
@media (min-width: 32rem) { .gallery { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media (min-width: 52rem) { .gallery { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 2rem; } }
@media (min-width: 60rem) {
  .columns { grid-template-columns: minmax(0, var(--text-width)) minmax(18rem, 1fr); }
  .columns { grid-template-rows: auto 1fr; }
  .columns > * { grid-column: 1; }
  .columns .facts-box { grid-column: 2; grid-row: 1 / span 2; }
}
`;
