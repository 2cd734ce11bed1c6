/**
 * The style of the page of an artwork: the picture as large as the screen allows, and what is known of it beside or
 * below.
 */
export const artworkStyle = `
.artwork{display:grid;grid-template-columns:minmax(0,1fr);gap:0 3rem}
.hung{margin:0 0 1.5rem;text-align:center}
.hung img{margin:0 auto}
.hung p{margin:.75rem 0 0}
.about h1{margin-top:0}
.neighbours{display:grid;grid-template-columns:1fr auto 1fr;gap:1rem;align-items:center;margin-top:2rem;padding-top:1rem;border-top:1px solid var(--line)}
.neighbours a{display:block;padding:.3rem 0}
.neighbours span{display:block;color:var(--soft);font-size:.9375rem}
.neighbours .next{grid-column:3;text-align:end}
@media(min-width:60rem){
.artwork{grid-template-columns:minmax(0,2fr) minmax(19rem,1fr)}
.neighbours{grid-column:1/-1}
}
@media print{.artwork{display:block}.hung{break-inside:avoid}.hung img{width:auto!important;max-height:150mm}.hung p,#viewer{display:none}}
`.trim();
