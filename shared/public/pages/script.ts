/**
 * The one script of the pages, in all of them the same. It shows the print button, which needs it, and says once per page view that
 * somebody looks at the page: not while it is only rendered beforehand or lies in the background. It keeps nothing, and sends nothing
 * but the request itself.
 */
export const pageScript = `{const d=document,b=d.getElementById('print'),v=d.currentScript.dataset.views;
if(b){b.hidden=false;b.addEventListener('click',()=>window.print())}
if(v&&navigator.sendBeacon){const e=['visibilitychange','prerenderingchange'],f=()=>{if(d.prerendering||d.visibilityState!=='visible')return;
for(const n of e)d.removeEventListener(n,f);navigator.sendBeacon(v)};for(const n of e)d.addEventListener(n,f);f()}}`;
