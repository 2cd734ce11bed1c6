/**
 * Opens the viewer of an artwork in a dialog. What it needs is loaded when a reader first asks for it; where that
 * fails, and without script, the picture's link leads to its largest file.
 *
 * A reader who asks the link for a new tab, a new window or the file itself by a key gets that.
 *
 * OpenSeadragon puts a style of its own into a page, which the policy forbids, unless one is marked as that already.
 */
export const viewerScript = `{
const dialog = document.getElementById('viewer');
if (dialog && dialog.showModal) {
const button = document.getElementById('zoom'), link = document.querySelector('a.zoom');
const { script, info, image } = dialog.dataset;
const loaded = () => new Promise((done, failed) => {
const element = document.createElement('script');
element.src = script; element.onload = done; element.onerror = failed;
document.head.append(element);
});
const source = async () => info ? { ...await (await fetch(info)).json(), id: info.replace('/info.json', '') } : { type: 'image', url: image };
const start = async () => {
await loaded();
document.querySelector('style').dataset.openseadragonMobileCss = '';
const viewer = OpenSeadragon({
element: dialog.querySelector('.stage'), tileSources: await source(), drawer: 'canvas',
showNavigationControl: false, visibilityRatio: .5, maxZoomPixelRatio: 2,
animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : .8,
});
const zoom = (by) => () => { viewer.viewport.zoomBy(by); viewer.viewport.applyConstraints(); };
dialog.querySelector('.in').addEventListener('click', zoom(1.5));
dialog.querySelector('.out').addEventListener('click', zoom(1 / 1.5));
viewer.addHandler('open', () => { dialog.dataset.state = 'open'; });
viewer.addHandler('open-failed', () => location.assign(link.href));
return viewer;
};
let started;
const open = async (event) => {
event.preventDefault();
dialog.showModal();
started ??= start();
try { (await started).canvas.focus(); } catch { location.assign(link.href); }
};
button.hidden = false;
button.addEventListener('click', open);
link.addEventListener('click', (event) => { if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) open(event); });
dialog.querySelector('.close').addEventListener('click', () => dialog.close());
}
}`;
