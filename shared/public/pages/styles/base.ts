/** What holds for every element: type, links, the focus, what only screen readers get. */
export const base = `
* { box-sizing: border-box; }
html {
  font: 1.0625rem/1.6 var(--type);
  background: var(--paper);
  color: var(--ink);
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
body { margin: 0; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1.6em 0 0.5em; text-wrap: balance; font-weight: 700; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); letter-spacing: -0.012em; margin: 0 0 0.5em; }
h2 { font-size: 1.5rem; letter-spacing: -0.006em; }
h3 { font-size: 1.1875rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol, dl, figure, blockquote, table, pre { margin: 0 0 1rem; }
a { color: var(--accent); text-decoration-thickness: 0.08em; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 0.16em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: 0; }
img { max-width: 100%; height: auto; vertical-align: middle; }
time, cite { unicode-bidi: isolate; }
body [dir] { text-align: -webkit-match-parent; text-align: match-parent; }
[hidden] { display: none !important; }
@media (scripting: enabled) { #copy[hidden], #print[hidden], #zoom[hidden] { display: inline-block !important; visibility: hidden; } }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.width, main { max-width: calc(var(--page-width) + 2 * var(--gutter)); margin: 0 auto; padding: 0 var(--gutter); }
main { padding-top: 2rem; padding-bottom: 4rem; }
main > h1 { max-width: var(--text-width); }
.note { color: var(--soft); font-size: 0.9375rem; }
button, .button {
  display: inline-block;
  font: inherit;
  color: var(--accent);
  background: none;
  border: 1px solid currentColor;
  border-radius: var(--radius);
  padding: 0.5rem 1.1rem;
  min-height: 2.75rem;
  cursor: pointer;
  text-decoration: none;
}
button:hover, .button:hover { background: var(--wash); }
.button.first { background: var(--accent); color: var(--paper); border-color: var(--accent); font-weight: 600; }
.button.first:hover { text-decoration: underline; }
@media (prefers-reduced-motion: no-preference) { .skip { transition: top 0.15s; } }
`;
