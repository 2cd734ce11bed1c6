/** The header and the footer. */
export const frame = `
.skip { position: absolute; inset-inline-start: 1rem; top: -5rem; padding: 0.75rem 1rem; background: var(--paper); color: var(--ink); z-index: 1; }
.skip:focus { top: 0.5rem; }
.band, .foot { background: var(--header); color: var(--on-header); }
.band a, .foot a { color: inherit; }
.band :focus-visible, .foot :focus-visible { outline-color: currentColor; }
.band .width { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; justify-content: space-between; align-items: center; padding-block: 0.9rem; }
.name { margin: 0; font-size: 1.125rem; font-weight: 700; line-height: 1.25; max-width: 38rem; }
.name a { display: flex; align-items: center; gap: 0.9rem; min-height: 2.75rem; text-decoration: none; }
.name a:hover { text-decoration: underline; }
.name img { height: 3rem; width: auto; max-width: 9rem; object-fit: contain; }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0; padding: 0; font-size: 0.9375rem; }
.languages li > * { display: inline-block; padding: 0.4rem 0; text-decoration: none; }
.languages a:hover { text-decoration: underline; }
.languages [aria-current] { font-weight: 700; box-shadow: inset 0 -2px; }
.languages small { display: block; font-size: 0.8125rem; line-height: 1.2; }
.menu { border-bottom: 1px solid var(--line); }
.menu .width { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: center; }
.menu nav { flex: 1 1 30rem; min-width: 0; }
.menu ul { display: flex; flex-wrap: wrap; gap: 0 1.75rem; list-style: none; margin: 0; padding: 0; }
.menu a { display: block; padding: 0.9rem 0; color: var(--ink); text-decoration: none; font-weight: 600; }
.menu a:hover { color: var(--accent); text-decoration: underline; }
.menu [aria-current] { color: var(--accent); box-shadow: inset 0 -3px; }
.search { display: flex; gap: 0.4rem; margin: 0.5rem 0; }
.search input {
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--soft);
  border-radius: var(--radius);
  padding: 0.4rem 0.7rem;
  min-height: 2.75rem;
  width: 13rem;
  min-width: 0;
}
.finder { flex-wrap: wrap; align-items: center; gap: 0.6rem 1rem; margin: 0 0 1.5rem; }
.finder [type=search] { flex: 1 1 18rem; }
.finder [type=date] { width: auto; }
.notices ul { list-style: none; margin: 0; padding: 0; }
.notice { background: var(--wash); border-bottom: 1px solid var(--line); }
.draft, .notice.warning { background: #ffd84d; color: #000; }
.draft p, .notice p { margin: 0; padding-block: 0.7rem; }
.warning a { color: inherit; }
.foot { padding: 2.5rem 0; font-size: 0.9375rem; }
.foot .width { display: grid; gap: 2rem; }
.foot p, .foot ul { margin: 0; }
.foot h2 { font-size: 1rem; margin: 0 0 0.5rem; }
.foot ul { list-style: none; padding: 0; }
.foot li a, .foot p a { display: inline-block; padding: 0.2rem 0; }
.foot [href^=tel] { white-space: nowrap; }
.foot .address { white-space: pre-line; }
.foot figcaption { color: inherit; }
.quotation { margin: 0; max-width: var(--text-width); }
.quotation blockquote { margin: 0 0 0.5rem; font-size: 1.25rem; line-height: 1.45; white-space: pre-line; }
@media (max-width: 47.99rem) {
  .menu ul { flex-wrap: nowrap; overflow-x: auto; margin-inline: calc(-1 * var(--gutter)); padding-inline: var(--gutter); scrollbar-width: none;
    /* A shadow at an edge behind which there is more: what lies over it moves with the sections. */
    --shadow: rgb(128 128 128 / 35%), transparent;
    background: linear-gradient(90deg, var(--paper) 50%, transparent) left / 3rem 100% no-repeat local, linear-gradient(270deg, var(--paper) 50%, transparent) right / 3rem 100% no-repeat local, linear-gradient(90deg, var(--shadow)) left / 1rem 100% no-repeat, linear-gradient(270deg, var(--shadow)) right / 1rem 100% no-repeat; }
  .search { width: 100%; min-width: 0; }
  .menu a { white-space: nowrap; }
  .menu a:focus-visible { outline-offset: -3px; }
  .search input { flex: 1; }
  .finder label { display: flex; flex: 1 1 8rem; flex-direction: column; }
}
@media (min-width: 48rem) {
  .foot .width { grid-template-columns: repeat(4, 1fr); }
  .foot .quotation { grid-column: 1 / -1; }
}
`;
