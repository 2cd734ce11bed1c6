/** On paper: one dated document, black on white, without what leads elsewhere. */
export const print = `
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --wash: #fff; --header: #fff; --on-header: #000; }
  @page { margin: 18mm 16mm; }
  html { font-size: 11pt; line-height: 1.45; }
  nav, .skip, .menu, .foot, .tools, .does, .related, .pages, .filters, .draft, .shot.none, section[aria-labelledby="sections"] { display: none; }
  .notice.warning { background: none; }
  .band { border-bottom: 1pt solid #000; }
  .band .width { padding-block: 0 0.5rem; }
  .name img { height: 10mm; }
  .width, main { max-width: none; padding-inline: 0; }
  main { padding-block: 1rem 0; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 12pt; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  .cover, .work, .card, tr, blockquote, figure { break-inside: avoid; }
  img { background: none !important; }
  .cover img, .work img { width: auto !important; margin: 0 auto; }
  .cover img { aspect-ratio: auto; max-height: 110mm; object-fit: contain; }
  .work img { max-height: 85mm; }
  .text img { width: auto !important; max-height: 110mm; }
  .gallery { grid-template-columns: 1fr 1fr; }
  .cards { grid-template-columns: repeat(3, 1fr); }
  .columns { display: block; }
  .text { max-width: none; }
  .scroll { overflow: visible; }
  .facts-box { margin-top: 1rem; padding: 0; border: 0; }
  .summary-text { max-width: none; font-size: 12pt; }
  .facts { display: grid; grid-template-columns: auto 1fr; gap: 0.2rem 1rem; margin-bottom: 1rem; }
  .facts dd { margin: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  .text a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
  .text .files a::after { content: none; }
  a { color: inherit; }
  .source { display: block; margin-top: 1.5rem; padding-top: 0.6rem; border-top: 1pt solid #000; font-size: 9.5pt; break-inside: avoid; }
}
`;
