/**
 * The one script, the same on all pages. It shows the buttons that need it (print, share, copy the address), and reports
 * a view once the page is visible: not while it is prerendered or in the background. Of a page that is read often it reports one of so many
 * (`data-weight`), by chance. It stores nothing, and sends nothing but the request itself.
 */
export const pageScript = `{const d=document,g=(i,f)=>{const b=d.getElementById(i);if(b){b.hidden=false;b.addEventListener('click',()=>f(b))}},{views:v,weight:w=1}=d.currentScript.dataset,a=d.getElementById('address');
g('print',()=>window.print());
if(navigator.share)g('share',()=>navigator.share({title:d.title,url:a.value}).catch(()=>{}));
if(navigator.clipboard)g('copy',b=>navigator.clipboard.writeText(a.value).then(()=>{b.textContent=b.dataset.done}));
if(v&&navigator.sendBeacon){const e=['visibilitychange','prerenderingchange'],f=()=>{if(d.prerendering||d.visibilityState!=='visible')return;
for(const n of e)d.removeEventListener(n,f);if(Math.random()*w<1)navigator.sendBeacon(v)};for(const n of e)d.addEventListener(n,f);f()}}`;
