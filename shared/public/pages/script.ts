/**
 * The one script, the same on all pages. It shows the print button, and reports a view once the page is visible: not
 * while it is prerendered or in the background. It stores nothing, and sends nothing but the request itself.
 */
export const pageScript = `{const d=document,b=d.getElementById('print'),v=d.currentScript.dataset.views;
if(b){b.hidden=false;b.addEventListener('click',()=>window.print())}
if(v&&navigator.sendBeacon){const e=['visibilitychange','prerenderingchange'],f=()=>{if(d.prerendering||d.visibilityState!=='visible')return;
for(const n of e)d.removeEventListener(n,f);navigator.sendBeacon(v)};for(const n of e)d.addEventListener(n,f);f()}}`;
