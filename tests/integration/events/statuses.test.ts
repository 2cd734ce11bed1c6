import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from '../../fixtures/fixture.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const hour = 3_600_000;
const at = (time: number) => new Date(time).toISOString();
/** Sets the clock of the functions to a moment; it runs on from there. */
const goTo = (time: number) => cloud.clock.set(time - Date.now());
const statuses = ['draft', 'inReview', 'scheduled', 'published', 'withdrawn', 'archived'];

const staff = async (path: string, options?: Parameters<ExhibitionCloud['ask']>[1]) => {
  const { status, body } = await cloud.ask(`/v1/staff${path}`, options);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** The ids in the list of a status, page by page. */
const listed = async (status: string, limit = 100): Promise<string[]> => {
  const ids: string[] = [];
  let cursor = '';
  do {
    const page = await staff(`/events?status=${status}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    for (const item of page.items) expect(item.status).toBe(status);
    ids.push(...page.items.map(({ id }: { id: string }) => id));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  return ids;
};

/** In which lists an event is, and what its own answer says. */
const placesOf = async (id: string): Promise<string> => {
  const lists = await Promise.all(
    statuses.map(async (status) => ((await listed(status)).includes(id) ? [status] : [])),
  );
  return `${lists.flat().join(' ')}: ${(await staff(`/events/${id}`)).status}`;
};

/** What is stored on the desk, but for planned messages: the stream makes them a moment after the publication. */
const storedItems = async () =>
  (await itemsOf(cloud, 'DeskTable')).filter(({ pk }) => !pk?.S?.startsWith('WEBHOOK-PLAN#'));

const events = async (count: number) => Promise.all(Array.from({ length: count }, () => cloud.draft()));

describe('a publication that is planned from one time to another', () => {
  it('is scheduled, published and withdrawn to the second, in answers and lists, with nothing written', async () => {
    const from = Math.ceil(Date.now() / 1000) * 1000 + 2 * hour;
    const until = from + hour;
    const id = await cloud.draft();
    await cloud.publish(id, { publishAt: at(from), unpublishAt: at(until) });
    await listed('draft');
    const stored = await storedItems();
    expect(await placesOf(id)).toBe('scheduled: scheduled');
    // The clock of the functions runs on while we ask.
    goTo(from - 5_000);
    expect(await placesOf(id)).toBe('scheduled: scheduled');
    goTo(from);
    expect(await placesOf(id)).toBe('published: published');
    expect(await staff(`/events/${id}`)).toMatchObject({ publishedLocales: ['az'] });
    goTo(until - 5_000);
    expect(await placesOf(id)).toBe('published: published');
    goTo(until);
    expect(await placesOf(id)).toBe('withdrawn: withdrawn');
    expect(await staff(`/events/${id}`)).toMatchObject({ publishedLocales: [], hasUnpublishedChanges: false });
    expect(await storedItems()).toEqual(stored);
    // A version says what it was when it was made.
    const { items } = await staff(`/events/${id}/revisions`);
    expect(items.map(({ status }: { status: string }) => status)).toEqual(['scheduled', 'draft']);
  });

  it('allows by the clock what its status allows', async () => {
    const from = Date.now() + 2 * hour;
    const id = await cloud.draft();
    const planned = await cloud.publish(id, { publishAt: at(from), unpublishAt: at(from + hour) });
    const { version } = planned.body;
    const archive = () => cloud.ask(`/v1/staff/events/${id}`, { method: 'DELETE', version });
    const submit = () => cloud.ask(`/v1/staff/events/${id}/status`, { body: { status: 'inReview' } });
    for (const time of [0, from]) {
      if (time > 0) goTo(time);
      expect((await archive()).status).toBe(409);
      expect((await submit()).status).toBe(409);
    }
    goTo(from + hour);
    expect(await archive()).toMatchObject({ status: 200, body: { status: 'archived', publishedLocales: [] } });
    expect((await staff(`/events/${id}/revisions`)).items.map(({ action }: { action: string }) => action)).toEqual([
      ...['archived', 'unpublished', 'published', 'created'],
    ]);
    expect(await staff(`/events/${id}/erase`, { version: version + 2, body: {} })).toMatchObject({ id });
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(410);
  });

  it('stays withdrawn when it is changed after its end, and may be published again', async () => {
    const until = Date.now() + hour;
    const id = await cloud.draft();
    await cloud.publish(id, { unpublishAt: at(until) });
    goTo(until);
    const { version } = await staff(`/events/${id}`);
    const changed = await staff(`/events/${id}`, {
      method: 'PATCH',
      version,
      body: { place: { name: { az: 'Bakı' } } },
    });
    expect(changed.status).toBe('withdrawn');
    expect(await placesOf(id)).toBe('withdrawn: withdrawn');
    expect((await cloud.publish(id, { unpublishAt: null })).body).toMatchObject({ status: 'published' });
    expect(await placesOf(id)).toBe('published: published');
  });
});

describe('an event that staff withdraw', () => {
  it('is withdrawn, stays so when it is changed, and leaves that by publication alone, review or archive', async () => {
    const id = await cloud.draft();
    await cloud.publish(id);
    expect(await staff(`/events/${id}/unpublish`, { body: {} })).toMatchObject({ status: 'withdrawn' });
    const changed = await staff(`/events/${id}`, {
      method: 'PATCH',
      version: 3,
      body: { place: { name: { az: 'Bakı' } } },
    });
    expect(changed).toMatchObject({ status: 'withdrawn', version: 4 });
    expect(await placesOf(id)).toBe('withdrawn: withdrawn');
    expect(await staff(`/events/${id}/status`, { body: { status: 'inReview' } })).toMatchObject({ status: 'inReview' });
    expect(await placesOf(id)).toBe('inReview: inReview');
    expect(await staff(`/events/${id}/status`, { body: { status: 'draft' } })).toMatchObject({ status: 'withdrawn' });
    await staff(`/events/${id}`, { method: 'DELETE', version: 6 });
    expect(await staff(`/events/${id}/revisions/4/restore`, { version: 7, body: {} })).toMatchObject({
      status: 'withdrawn',
    });
    expect((await cloud.publish(id)).body.status).toBe('published');
    expect(await placesOf(id)).toBe('published: published');
  });

  it('is a draft again where nobody has seen it, and withdrawn where it was public before', async () => {
    const later = { publishAt: at(Date.now() + hour) };
    const unseen = await cloud.draft();
    await cloud.publish(unseen, later);
    expect(await staff(`/events/${unseen}/unpublish`, { body: {} })).toMatchObject({ status: 'draft' });
    expect(await placesOf(unseen)).toBe('draft: draft');
    const seen = await cloud.draft();
    await cloud.publish(seen);
    await staff(`/events/${seen}/unpublish`, { body: {} });
    expect((await cloud.publish(seen, later)).body.status).toBe('scheduled');
    expect(await staff(`/events/${seen}/unpublish`, { body: {} })).toMatchObject({ status: 'withdrawn' });
    expect(await placesOf(seen)).toBe('withdrawn: withdrawn');
    const status = (next: string) => staff(`/events/${seen}/status`, { body: { status: next } });
    await status('inReview');
    expect(await status('draft')).toMatchObject({ status: 'withdrawn' });
    const version = async () => (await staff(`/events/${seen}`)).version;
    await staff(`/events/${seen}`, { method: 'DELETE', version: await version() });
    const unarchived = await staff(`/events/${seen}/unarchive`, { body: {}, version: await version() });
    expect(unarchived).toMatchObject({ status: 'withdrawn' });
  });

  it('is published again under the date at which readers saw it, whatever was planned meanwhile', async () => {
    const id = await cloud.draft();
    const { publishedAt } = (await cloud.publish(id)).body;
    const plan = async (hours: number) => {
      await staff(`/events/${id}/unpublish`, { body: {} });
      await cloud.publish(id, { publishAt: at(Date.now() + hours * hour) });
    };
    await plan(1);
    await plan(2);
    // A plan is given up by a withdrawal, or by a publication in place of it.
    await staff(`/events/${id}/unpublish`, { body: {} });
    expect((await cloud.publish(id)).body).toMatchObject({ status: 'published', publishedAt });
    await plan(3);
    expect((await cloud.publish(id)).body).toMatchObject({ status: 'published', publishedAt });
    const earlier = at(Date.parse(publishedAt) - hour);
    expect((await cloud.publish(id, { publishAt: earlier })).body).toMatchObject({ publishedAt: earlier });
    await plan(4);
    expect((await cloud.publish(id)).body).toMatchObject({ status: 'published', publishedAt: earlier });
  });

  it('does not end before it begins, whichever of both was said before', async () => {
    const id = await cloud.draft();
    const [two, four, six] = [2, 4, 6].map((hours) => at(Date.now() + hours * hour));
    expect((await cloud.publish(id, { publishAt: two, unpublishAt: four })).status).toBe(200);
    const late = await cloud.publish(id, { publishAt: six });
    expect([late.status, late.body.errors]).toMatchObject([
      400,
      [{ path: 'unpublishAt', code: 'endBeforePublication' }],
    ]);
    expect((await cloud.publish(id, { publishAt: six, unpublishAt: null })).body.status).toBe('scheduled');
  });

  it('is planned again once it has ended', async () => {
    const id = await cloud.draft();
    await cloud.publish(id, { unpublishAt: at(Date.now() + hour) });
    cloud.clock.set(2 * hour);
    const [three, four] = [3, 4].map((hours) => at(Date.now() + hours * hour));
    expect((await cloud.publish(id, { publishAt: three })).body.errors).toMatchObject([
      { path: 'unpublishAt', code: 'endInThePast' },
    ]);
    expect((await cloud.publish(id, { publishAt: three, unpublishAt: four })).body).toMatchObject({
      status: 'scheduled',
      publishedAt: three,
      unpublishAt: four,
    });
  });
});

describe('a draft', () => {
  it('goes to review and back', async () => {
    const id = await cloud.draft();
    expect(await staff(`/events/${id}/status`, { body: { status: 'inReview' } })).toMatchObject({ status: 'inReview' });
    expect(await placesOf(id)).toBe('inReview: inReview');
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(404);
    expect(await staff(`/events/${id}/status`, { body: { status: 'draft' } })).toMatchObject({ status: 'draft' });
    await staff(`/events/${id}/status`, { body: { status: 'inReview' } });
    expect((await cloud.publish(id)).body).toMatchObject({ status: 'published', version: 5 });
    const actions = (await staff(`/audit?item=${id}`)).items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(
      ['published', 'submitted', 'recalled', 'submitted', 'created'].map((action) => `event.${action}`),
    );
  });
});

describe('the lists', () => {
  it('give each event once, in pages of any size, while the clock passes the times of some', async () => {
    const start = Date.now() + 1_000 * hour;
    const ids = await events(9);
    // Each becomes public an hour after the one before; every third ends half an hour later.
    for (const [n, id] of ids.entries()) {
      const publishAt = at(start + n * hour);
      const unpublishAt = at(start + n * hour + hour / 2);
      await cloud.publish(id, { publishAt, ...(n % 3 === 0 && { unpublishAt }) });
    }
    const mine = (found: string[]) => found.filter((id) => ids.includes(id)).map((id) => ids.indexOf(id));
    for (const limit of [1, 2, 100]) {
      goTo(start - 60_000);
      expect(mine(await listed('scheduled', limit))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
      goTo(start + 4 * hour);
      expect(mine(await listed('scheduled', limit))).toEqual([5, 6, 7, 8]);
      expect(mine(await listed('published', limit)).sort()).toEqual([1, 2, 4]);
      // What is over last comes first.
      expect(mine(await listed('withdrawn', limit))).toEqual([3, 0]);
      goTo(start + 6 * hour);
      // What will leave by itself comes first.
      expect(mine(await listed('published', limit))[0]).toBe(6);
    }
  });

  it('go on where the page before ended though the time has come meanwhile for what was next', async () => {
    const start = Date.now() + 5_000 * hour;
    const ids = await events(3);
    for (const [n, id] of ids.entries()) await cloud.publish(id, { publishAt: at(start + n * hour) });
    goTo(start - 60_000);
    const first = await staff('/events?status=scheduled&limit=1');
    goTo(start + hour);
    const { items } = await staff(`/events?status=scheduled&limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...items].map(({ id }: { id: string }) => id)).toEqual([ids[0], ids[2]]);
  });

  it('refuse the cursor of another list', async () => {
    const ids = await events(2);
    for (const id of ids) await cloud.publish(id);
    const { nextCursor } = await staff('/events?status=published&limit=1');
    const { status } = await cloud.ask(`/v1/staff/events?status=withdrawn&limit=1&cursor=${nextCursor}`);
    expect(status).toBe(400);
  });
});

describe('an act on many events', () => {
  const bulk = async (act: string, ids: readonly string[], versions: Readonly<Record<string, number>> = {}) => {
    const items = await Promise.all(
      ids.map(async (id) => ({ id, version: versions[id] ?? (await staff(`/events/${id}`)).version })),
    );
    return cloud.job(await cloud.ask('/v1/staff/events/bulk', { body: { act, items } }));
  };
  const outcomes = ({ results }: { results: { item: string; outcome: string }[] }) =>
    results.map(({ item, outcome }) => [item, outcome]);

  it('is done to each by itself, and reports what became of it', async () => {
    const ids = await events(12);
    const [stale = '', empty = ''] = [ids[3], await cloud.draft({ translations: {} })];
    const job = await bulk('publish', [...ids, empty], { [stale]: 7 });
    expect(job).toMatchObject({ kind: 'events', state: 'succeeded', done: 13, total: 13 });
    expect(outcomes(job)).toEqual(
      [...ids, empty].map((id) => [id, id === stale || id === empty ? 'refused' : 'changed']),
    );
    const codes = job.errors.map(({ item, code }: { item: string; code: string }) => `${item} ${code}`);
    expect(codes).toContain(`${stale} versionConflict`);
    expect(codes.some((one: string) => one.startsWith(empty))).toBe(true);
    const others = ids.filter((id) => id !== stale);
    for (const id of others) expect(await placesOf(id)).toBe('published: published');
    expect(outcomes(await bulk('archive', others)).every(([, outcome]) => outcome === 'refused')).toBe(true);
    expect(outcomes(await bulk('unpublish', others)).every(([, outcome]) => outcome === 'changed')).toBe(true);
    expect(outcomes(await bulk('submit', others)).every(([, outcome]) => outcome === 'changed')).toBe(true);
    expect(outcomes(await bulk('recall', others)).every(([, outcome]) => outcome === 'changed')).toBe(true);
    expect(outcomes(await bulk('archive', others)).every(([, outcome]) => outcome === 'changed')).toBe(true);
    expect((await staff(`/events/${others[0]}/revisions`)).items[0]).toMatchObject({ action: 'archived' });
  });

  it('takes at most a hundred, each once, and does what the caller may', async () => {
    const id = await cloud.draft();
    const ask = (items: readonly object[], as: 'contributor' | 'editor' = 'editor') =>
      cloud.ask('/v1/staff/events/bulk', { body: { act: 'publish', items }, as });
    const item = { id, version: 1 };
    expect((await ask([])).status).toBe(400);
    expect((await ask([item, item])).status).toBe(400);
    expect((await ask(Array.from({ length: 101 }, () => item))).status).toBe(400);
    const job = await cloud.job(await ask([item], 'contributor'));
    expect(job).toMatchObject({
      results: [{ item: id, outcome: 'refused', errors: [{ code: 'eventActionForbidden' }] }],
    });
  });
});

describe('an exhibition that is published for a later time', () => {
  it('is scheduled, and published to the second, in its answer and the lists, with nothing written', async () => {
    const from = Math.ceil(Date.now() / 1000) * 1000 + 2 * hour;
    const id = await cloud.exhibition();
    const artworkIds = [await cloud.enter(id)];
    await cloud.act(id, 'selection', { artworkIds });
    const lists = async () => {
      const found: string[] = [(await staff(`/exhibitions/${id}`)).status];
      for (const status of ['draft', 'open', 'selection', 'scheduled', 'published', 'withdrawn']) {
        const { items } = await staff(`/exhibitions?status=${status}`);
        for (const item of items) if (item.id === id) found.push(`${status}: ${item.status}`);
      }
      return found;
    };
    await cloud.act(id, 'publish', { publishAt: at(from) });
    await cloud.queue('PublisherQueue').idle();
    expect(await lists()).toEqual(['scheduled', 'scheduled: scheduled']);
    const stored = await storedItems();
    const refused = await cloud.act(id, 'status', { status: 'open' });
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ path: 'status' }] } });
    expect(JSON.stringify(refused.body)).toContain('scheduled');
    goTo(from - 5_000);
    expect(await lists()).toEqual(['scheduled', 'scheduled: scheduled']);
    goTo(from);
    expect(await lists()).toEqual(['published', 'published: published']);
    expect(await cloud.shown(id)).toEqual(artworkIds);
    expect(await storedItems()).toEqual(stored);
    await cloud.act(id, 'unpublish');
    expect(await lists()).toEqual(['withdrawn', 'withdrawn: withdrawn']);
  });
});
