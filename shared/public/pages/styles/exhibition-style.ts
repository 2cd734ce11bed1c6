/** The style of the page of an exhibition: its opener, and its gallery in rows of one height, which fill the screen. */
export const exhibitionStyle = `
.opener{display:flex;flex-wrap:wrap-reverse;gap:1.5rem 3rem;align-items:center;margin-bottom:2rem}
.opener>div{flex:1 1 22rem}
.hero{flex:0 1 34rem;margin:0}.hero img{display:block}
.opening{color:var(--accent);font-weight:600}
.works{display:flex;flex-wrap:wrap;gap:2rem 1.25rem;list-style:none;padding:0}
.works li{flex:calc(var(--ratio)*10) 1 calc(var(--ratio)*16rem);max-width:calc(var(--ratio)*26rem)}
.works::after{content:"";flex:100 1 0}
.work{margin:0}
.work a{display:block}
.work img{width:100%}
.work h3{margin:.7rem 0 .2rem}
.work p{margin:0 0 .3rem}
@media print{.works{display:grid;grid-template-columns:1fr 1fr}.works li{max-width:none}}
`.trim();
