/** The calendar of a month. */
export const calendar = `
.months { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; justify-content: space-between; margin: 0 0 1.5rem; }
.day { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.25rem 2rem; padding: 1.25rem 0; border-top: 1px solid var(--line); }
.day h3 { margin: 0; font-size: 1.0625rem; }
.day ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
.entry { position: relative; display: grid; gap: 1rem; align-items: start; }
.entry .shot { display: none; margin: 0; }
.entry h4 { margin: 0 0 0.2rem; font-size: 1.125rem; line-height: 1.3; }
.entry h4 a { color: inherit; text-decoration: none; }
.entry a::after { content: ""; position: absolute; inset: 0; }
.entry:hover h4 a { text-decoration: underline; }
.entry p { margin: 0 0 0.2rem; font-size: 0.9375rem; color: var(--soft); }
@media (min-width: 48rem) {
  .day { grid-template-columns: 13rem minmax(0, 1fr); }
  .entry { grid-template-columns: 14rem minmax(0, 1fr); gap: 1.5rem; }
  .entry .shot { display: block; }
  .entry > :only-child { grid-column: 2; }
}
`;
