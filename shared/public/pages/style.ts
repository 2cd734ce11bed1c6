/** The style of all pages. Its colours have a contrast of at least 7 to 1, on a light screen as on a dark one. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#4a5058;--line:#c9ced6;--accent:#0b4a6f;--wash:#f3f6f8}
@media(prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#eceff2;--soft:#b9c1ca;--line:#3d4650;--accent:#9fd2f2;--wash:#1d232a}}
*{box-sizing:border-box}
html{font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
h1,h2,h3,blockquote{font-family:Georgia,"Noto Serif","Times New Roman",serif}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.1rem + 2.4vw,2.5rem);margin:.2em 0 .4em}
h2{font-size:1.4rem}h3{font-size:1.15rem}h4,h5,h6{font-size:1rem}
p,ul,ol,dl,figure,blockquote,table,pre{margin:0 0 1rem}
a{color:var(--accent);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
main:focus{outline:0}
[hidden]{display:none!important}
img{max-width:100%;height:auto;vertical-align:middle}
.site,.quotation,main{max-width:48rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:1rem;top:-5rem;padding:.75rem 1rem;background:var(--accent);color:var(--paper);z-index:1}
.skip:focus{top:.5rem}
.top{border-bottom:1px solid var(--line);border-top:4px solid var(--accent)}
.site{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;align-items:center;padding-top:.5rem;padding-bottom:.5rem}
.site p{margin:0;font-weight:600}
.site p a{display:inline-block;padding:.3rem 0;color:inherit;text-decoration:none}
.site ul{display:flex;flex-wrap:wrap;gap:0 .25rem;list-style:none;margin:0 -.6rem;padding:0}
.site li>*{display:inline-block;padding:.45rem .6rem}
.site [aria-current]{font-weight:600}
.quotation{padding-top:1.5rem}
.quotation figure{margin:0;padding:.25rem 0 .25rem 1.1rem;border-left:4px solid var(--accent)}
.quotation blockquote{margin:0 0 .4rem;font-style:italic;white-space:pre-line}
.quotation p{margin:0}
figcaption,.meta,.note{color:var(--soft);font-size:.9375rem}
main{padding-top:2rem;padding-bottom:2.5rem}
.meta{margin:0;display:flex;flex-wrap:wrap;gap:0 .75rem}
.meta .kind{color:var(--accent);font-weight:600}
.lead{font-size:1.2rem;line-height:1.5}
.facts{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.35rem 1.25rem;padding:.9rem 1.1rem;background:var(--wash);border-radius:.25rem}
.facts dt{color:var(--soft)}.facts dd{margin:0}
.facts a,.tools a{display:inline-block;padding:.15rem 0}
.cover{margin:1.25rem 0 1.75rem;text-align:center}
figure .zoom,figure img{display:block}.cover img{margin:0 auto}
.text blockquote{padding-left:1rem;border-left:3px solid var(--line)}
.text pre{white-space:pre-wrap;overflow-wrap:anywhere}
.text li{margin:.25rem 0}
.scroll{overflow-x:auto;margin:0 0 1rem}.scroll table{margin:0}
table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.4rem .7rem;vertical-align:top}th{background:var(--wash)}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;margin:2rem 0 0;padding:1rem 0;border-top:1px solid var(--line);color:var(--soft);font-size:.9375rem}
.tools>*{margin:0}
button{font:inherit;color:var(--accent);background:none;border:1px solid currentColor;border-radius:.25rem;padding:.45rem 1rem;min-height:2.75rem;cursor:pointer}
button:hover{background:var(--wash)}
.works{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:2rem 1.5rem}
.work{margin:0}.work h3{margin:.7rem 0 .2rem}.work p{margin:0 0 .3rem}
.newest{margin-top:2.5rem;padding-top:.5rem;border-top:4px solid var(--accent)}
.items{list-style:none;padding:0;margin:0}
.items li{padding:.7rem 0;border-bottom:1px solid var(--line)}
.items .meta{display:inline}
.items a{display:block;padding:.15rem 0}
.sections ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
.sections a,.older{display:inline-block;padding:.3rem 0}
.sections [aria-current]{font-weight:600}
.source{display:none}
@media(prefers-reduced-motion:no-preference){.skip{transition:top .15s}}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--line:#999;--accent:#000;--wash:#fff}
@page{margin:18mm 16mm}
html{font:11pt/1.45 Georgia,"Noto Serif","Times New Roman",serif}
nav,.skip,.quotation,.tools,.newest,.older{display:none}
.top{border:0;border-bottom:1pt solid #000}
.site,main{max-width:none;padding-left:0;padding-right:0}
main{padding-top:1rem}
h1{font-size:20pt}h2{font-size:14pt}h3{font-size:12pt}
h1,h2,h3,h4,h5,h6{break-after:avoid}
p,li{orphans:3;widows:3}
.cover,.work,tr,blockquote{break-inside:avoid}
img{background:none!important}
.cover img,.work img{width:auto!important}.cover img{max-height:120mm}.work img{max-height:85mm}
.works{grid-template-columns:1fr 1fr}
.scroll{overflow:visible}
.facts{padding:0}
.text a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
a{color:inherit}
.source{display:block;margin-top:1.5rem;padding-top:.6rem;border-top:1pt solid #000;font-size:9.5pt;break-inside:avoid}
}
`
  .replace(/\n/g, '')
  .trim();
