import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const programs = join(import.meta.dirname, 'programs');

interface Event {
  readonly slug: string;
  readonly title: string;
  readonly pictures: readonly { readonly renditions: readonly { readonly url: string; readonly type: string }[] }[];
}

/**
 * Writes each file that the client's README shows by its name (`// src/…`) into a folder, for a Sergi at another
 * address.
 */
const writeRecipes = (site: string, baseUrl: string): void => {
  const readme = readFileSync(join(root, 'client/README.md'), 'utf8');
  const recipes = readme.matchAll(/```(?:ts|tsx|astro)\n((?:---\n)?\/\/ (src\/\S+)\n[\s\S]*?)```/g);
  for (const [, text = '', path = ''] of recipes) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text.replace('http://127.0.0.1:8787', baseUrl));
  }
};

const readEvents = async (baseUrl: string): Promise<Event[]> => {
  const read = async (path: string): Promise<unknown> => (await fetch(`${baseUrl}/v1/${path}`)).json();
  const { items } = (await read('feed?locale=az&limit=100')) as { items: { id: string; kind: string }[] };
  const ids = items.filter(({ kind }) => kind === 'event').map(({ id }) => id);
  return (await Promise.all(ids.map((id) => read(`events/${id}?locale=az`)))) as Event[];
};

/** Throws where a page lacks the title of its event, or an address of one of its pictures in `srcset`. */
const checkPage = (page: string, { slug, title, pictures }: Event): void => {
  if (!page.includes(`<h1>${title}</h1>`)) throw new Error(`The page of ${slug} has no title:\n${page}`);
  const candidates = [...page.matchAll(/<img[^>]* srcset="([^"]+)"/gi)].flatMap(([, srcset = '']) =>
    srcset.split(', '),
  );
  const addresses = candidates.map((candidate) => candidate.split(' ')[0]);
  const jpegs = pictures.flatMap(({ renditions }) => renditions.filter(({ type }) => type === 'image/jpeg'));
  const missing = jpegs.filter(({ url }) => !addresses.includes(url)).map(({ url }) => url);
  if (missing.length > 0) throw new Error(`The page of ${slug} lacks ${missing.join(' ')}:\n${page}`);
};

/**
 * Builds the sites of the client's README for a Sergi: that of Astro by Astro, and the page of Next.js by React alone,
 * since Next.js takes 340 MB. Throws where the pages lack titles, pictures or links of its events. What they need is
 * installed in the folder.
 */
export const runSiteRecipes = async (folder: string, baseUrl: string): Promise<void> => {
  const site = join(folder, 'site');
  writeRecipes(site, baseUrl);
  writeFileSync(join(site, 'package.json'), '{"type": "module"}');
  for (const name of ['next-page.js', 'next-navigation.js']) cpSync(join(programs, name), join(site, name));
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const run = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)(process.execPath, args, { cwd: site, env, maxBuffer: 2 ** 26 })).stdout;

  const events = await readEvents(baseUrl);
  if (!events.some(({ pictures }) => pictures.length > 0)) throw new Error('The sample has no event with a picture.');

  await run(join(folder, 'node_modules/astro/bin/astro.mjs'), 'build');
  const built = (path: string): string => readFileSync(join(site, 'dist', path, 'index.html'), 'utf8');
  for (const event of events) {
    checkPage(built(`events/${event.slug}`), event);
    const link = `<a href="/events/${event.slug}">${event.title}</a>`;
    if (!built('').includes(link)) throw new Error(`The list lacks ${link}:\n${built('')}`);
  }
  console.log("ok: the client's recipe for Astro");

  const bundling = ['next-page.js', '--bundle', '--platform=node', '--format=esm', '--jsx=automatic'];
  const imports = ['--alias:next/navigation=./next-navigation.js', '--packages=external', '--outfile=next.mjs'];
  const esbuild = join(root, 'node_modules/.bin/esbuild');
  await promisify(execFile)(esbuild, [...bundling, ...imports, '--log-level=error'], { cwd: site });
  const pages = JSON.parse(await run('next.mjs')) as Record<string, string>;
  for (const event of events) checkPage(pages[event.slug] ?? '', event);
  console.log("ok: the page of the client's recipe for Next.js");
};
