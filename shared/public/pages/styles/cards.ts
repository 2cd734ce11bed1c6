/** Cards and the grids that they stand in, filters, and ways to further pages. */
export const cards = `
.head { display: flex; flex-wrap: wrap; gap: 0 1.5rem; justify-content: space-between; align-items: baseline; border-top: 3px solid var(--ink); margin: 0 0 1.5rem; padding-top: 0.9rem; }
.head h2 { margin: 0; }
.head p { margin: 0; }
main section + section, .related { margin-top: 4rem; }
.cards { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.25rem 1.5rem; }
.card { position: relative; display: flex; flex-direction: column; }
.card h2, .card h3 { font-size: 1.1875rem; line-height: 1.3; margin: 0.35rem 0 0.4rem; text-wrap: pretty; }
.card h2 a, .card h3 a { color: inherit; text-decoration: none; }
.card a::after { content: ""; position: absolute; inset: 0; }
.card:hover h2 a, .card:hover h3 a { text-decoration: underline; }
.card p { margin: 0 0 0.3rem; font-size: 0.9375rem; }
.card .when { font-weight: 600; }
.card .where, .card .published { color: var(--soft); }
.card .summary { line-height: 1.5; margin-top: 0.3rem; }
.kind { color: var(--accent); font-weight: 600; }
h1 .kind { display: block; font-size: 1rem; letter-spacing: 0; }
.mark { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.6rem; margin-inline-start: 0.5rem; color: var(--soft); font-weight: 400; font-size: 0.8125rem; line-height: 1.5; }
.mark.status { background: var(--ink); border-color: var(--ink); color: var(--paper); font-weight: 600; }
mark { background: #ffe58a; color: #000; border-radius: 0.15em; }
.shot { display: block; aspect-ratio: 3/2; margin-bottom: 0.8rem; overflow: hidden; background: var(--wash); border-radius: var(--radius); }
.shot img { width: 100%; height: 100%; object-fit: cover; }
.shot.none { display: flex; flex-direction: column; justify-content: center; align-items: center; color: var(--accent); font-weight: 600; }
.shot.none b { font-size: 4rem; line-height: 1.1; }
.said:first-child { border-top: 3px solid var(--line); padding-top: 0.6rem; }
.card .said:first-child :is(h2, h3) { font-size: 1.4375rem; }
.filters { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; align-items: baseline; margin: 0 0 2rem; }
.filters ul { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; margin: 0; padding: 0; }
.filters a { display: inline-block; padding: 0.25rem 0.9rem; border: 1px solid var(--line); border-radius: 2rem; color: var(--ink); text-decoration: none; }
.filters a:hover { border-color: var(--accent); text-decoration: underline; }
.filters [aria-current] { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; }
.filters label { color: var(--soft); }
.filters select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: var(--radius); padding: 0.4rem 0.7rem; min-height: 2.75rem; max-width: 100%; }
form.filters { gap: 0.5rem 0.75rem; align-items: center; }
.pages { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 2.5rem 0 0; }
.items { list-style: none; padding: 0; margin: 0; }
.items li { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
.items a { display: inline-block; padding: 0.15rem 0; }
.cards:not(:has(img)) .shot.none { display: none; }
@media (min-width: 32rem) { .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media (min-width: 52rem) {
  .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 2.75rem 2rem; }
}
@media (min-width: 60rem) {
  .lead { flex-direction: row; gap: 2rem; margin-bottom: 2.75rem; }
  .lead > * { flex: 1; }
  .lead > .shot { flex: 0 0 57%; margin: 0; }
  .lead > .shot.none { font-size: 1.5rem; }
  .lead > .shot.none b { font-size: 9rem; }
  .lead .said { align-self: center; }
  .lead h3 { font-size: clamp(1.5rem, 1rem + 1.6vw, 2.25rem); line-height: 1.15; letter-spacing: -0.012em; }
  .lead p { font-size: 1.0625rem; }
}
@media (max-width: 59.99rem) { .lead { margin-bottom: 2.25rem; } }
@media (max-width: 31.99rem) {
  .shot.none { display: none; }
  .filters label { width: 100%; }
  .head { flex-direction: column; }
}
`;
