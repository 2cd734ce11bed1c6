import { setTimeout as pause } from 'node:timers/promises';
import { makeCall } from './client.ts';
import type { Traffic, Written } from './traffic.ts';

/** Until when what follows by itself must have followed, in milliseconds after the end of the traffic. */
const patience = 120_000;

/** Looks again until a condition holds, or patience ends. */
const until = async (holds: () => Promise<boolean>, end: number): Promise<boolean> => {
  for (;;) {
    if (await holds()) return true;
    if (performance.now() > end) return false;
    await pause(300);
  }
};

/**
 * Whether desk, feeds, pages, search, calendar and media say the same of every event, and what was confirmed is there.
 * Gives each difference in words.
 */
export const disagreements = async ({ server, record, world }: Traffic): Promise<string[]> => {
  const end = performance.now() + patience;
  const authorization = `Bearer ${await server.token('inspector')}`;
  const get = async (path: string, headers: { [name: string]: string } = {}) => {
    const address = path.startsWith('http') ? path : `${server.url}${path}`;
    for (;;) {
      const answer = await makeCall(record, 'inspection', address, { headers, allowed: [403, 404, 410, 429] });
      if (answer && answer.status !== 429) return answer;
      if (performance.now() > end + patience) throw new Error(`${address} is not answered.`);
      await pause(1000);
    }
  };
  const found: string[] = [];
  for (const id of world.uploads) {
    const isDone = async () => (await get(`/v1/staff/uploads/${id}`, { authorization })).json().state !== 'processing';
    if (!(await until(isDone, end))) found.push(`upload ${id} is still being processed`);
  }
  const feed = new Set<string>();
  for (let cursor: string | undefined, n = 0; n === 0 || cursor; n += 1) {
    const more = cursor ? `&cursor=${cursor}` : '';
    const { items, nextCursor } = (await get(`/v1/feed?locale=az&limit=100${more}`)).json();
    for (const { id } of items) feed.add(id);
    cursor = nextCursor;
  }
  let calendar = '';
  const inspect = async (event: Written): Promise<void> => {
    const desk = (await get(`/v1/staff/events/${event.id}`, { authorization })).json();
    const expects = (what: string, is: boolean, wanted: boolean) => {
      if (is !== wanted) found.push(`${event.id} is ${desk.status}: ${what} ${is ? 'has' : 'lacks'} it`);
    };
    if (event.state !== 'unsure' && desk.status !== event.state)
      found.push(`${event.id} was confirmed as ${event.state}, and is ${desk.status}`);
    const isPublic = desk.status === 'published';
    expects('the feed', feed.has(event.id), isPublic);
    expects('the answer of the API', (await get(`/v1/events/${event.id}`)).status === 200, isPublic);
    const slug = desk.translations?.az?.slug ?? event.slug;
    if (slug) expects('its page', (await get(`/az/events/${slug}`)).status === 200, isPublic);
    const isSearched = async () => {
      const { items } = (await get(`/v1/search?locale=az&q=${encodeURIComponent(event.word)}`)).json();
      return items.some(({ id }: { id: string }) => id === event.id) === isPublic;
    };
    if (!(await until(isSearched, end))) expects('search', !isPublic, isPublic);
    const isListed = async () => {
      if (!calendar.includes(event.id) && isPublic) calendar = (await get('/v1/feed.ics?locale=az')).text;
      return calendar.includes(event.id);
    };
    if (event.startsAt && isPublic && !(await until(isListed, end))) found.push(`${event.id} is not in the calendar`);
    if (event.media) {
      const isGone = async () => ((await get(event.media ?? '')).status === 200) === isPublic;
      if (!(await until(isGone, end))) found.push(`${event.id} is ${desk.status}, and its picture is the other way`);
    }
  };
  // A few at a time: the API refuses more than people send.
  const left = [...world.events];
  const work = async () => {
    for (let event = left.shift(); event; event = left.shift()) await inspect(event);
  };
  await Promise.all([work(), work(), work()]);
  return found;
};
