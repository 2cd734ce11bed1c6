import { viewWeights } from '../../../model/site/view-weight.ts';

/** How many readers one view stands for where `n` were counted: an expression of the script. */
const weightAtN = viewWeights.map(({ from, weight }) => (from > 0 ? `n>=${from}?${weight}` : `${weight}`)).join(':');

/** How long the script waits for the count of now before it sends a view without knowing it, in milliseconds. */
const countsTimeoutMs = 3_000;

/**
 * The one script, the same on all pages. It shows the buttons that need it (print, share, copy the address), and
 * reports a view once the page is visible: not while it is prerendered or in the background. First it asks for the
 * count of now, where the page names a file that has it (`data-counts`), and shows it where it is the larger one. Of
 * what is read often it then reports one view of so many, by chance: as the count of now says, or as the page does
 * (`data-weight`). It stores nothing, and sends nothing but the request itself.
 */
export const pageScript = `{const d=document,g=(i,f)=>{const b=d.getElementById(i);if(b){b.hidden=false;b.addEventListener('click',()=>f(b))}},{views:v,weight:k=1,counts:c}=d.currentScript.dataset,a=d.getElementById('address');
g('print',()=>window.print());
if(navigator.share)g('share',()=>navigator.share({title:d.title,url:a.value}).catch(()=>{}));
if(navigator.clipboard)g('copy',b=>navigator.clipboard.writeText(a.value).then(()=>{b.textContent=b.dataset.done}));
if(v&&navigator.sendBeacon){const e=['visibilitychange','prerenderingchange'],s=async()=>{let w=+k;
try{if(c){const r=await fetch(c,{signal:AbortSignal.timeout(${countsTimeoutMs})}),n=r.ok&&(await r.json()).views[v.slice(4,-6)];
if(n){const p=d.getElementById('views'),t=n+ +p.dataset.before;if(t>+p.textContent){p.textContent=t;p.parentNode.hidden=false}w=Math.max(w,${weightAtN})}}}catch{}
if(Math.random()*w<1)navigator.sendBeacon(w>1?v+'?weight='+w:v)},f=()=>{if(d.prerendering||d.visibilityState!=='visible')return;
for(const n of e)d.removeEventListener(n,f);s()};for(const n of e)d.addEventListener(n,f);f()}}`;
