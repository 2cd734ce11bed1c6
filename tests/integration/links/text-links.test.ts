import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let count = 0;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** A draft of an event whose Azerbaijani text links to something. */
const draft = async (body: string, others: object = {}): Promise<string> => {
  count += 1;
  const translations = { az: { title: `Keçid ${count}`, body }, ...others };
  const answer = await cloud.ask('/v1/staff/events', { body: { category: 'events', translations } });
  expect(answer.status).toBe(201);
  return answer.body.id;
};

const act = (id: string, name: 'publish' | 'unpublish', body: object = {}) =>
  cloud.ask(`/v1/staff/events/${id}/${name}`, { body });

const event = async (body: string, others: object = {}): Promise<string> => {
  const id = await draft(body, others);
  expect((await act(id, 'publish')).status).toBe(200);
  return id;
};

/** Gives an event another text, and publishes that. */
const rewrite = async (id: string, texts: object): Promise<void> => {
  const path = `/v1/staff/events/${id}`;
  const { version } = (await cloud.ask(path)).body;
  expect((await cloud.ask(path, { method: 'PATCH', version, body: { translations: texts } })).status).toBe(200);
  expect((await act(id, 'publish')).status).toBe(200);
};

/** A published exhibition of one artwork. */
const exhibition = async (description: string): Promise<string> => {
  count += 1;
  const id = await cloud.exhibition({ translations: { az: { title: `Sərgi ${count}`, description } } });
  const artworkId = await cloud.enter(id);
  expect((await cloud.act(id, 'selection', { artworkIds: [artworkId] })).status).toBe(200);
  return id;
};

const to = (kind: 'event' | 'exhibition', id: string): string => `Bax: [orada](${kind}:${id}).`;

const refusals = ({ status, body }: { status: number; body: { errors?: { path: string; code: string }[] } }) =>
  status === 400 ? (body.errors ?? []).map(({ path, code }) => [path, code]) : status;

const dead = [['translations.az.body', 'linkLeadsNowhere']];

describe('a link by id', () => {
  it('leads to the item under whatever slug it has', async () => {
    const target = await event('Mətn');
    const source = await event(to('event', target));
    const { html } = (await cloud.ask(`/v1/events/${source}`)).body.body;
    const [, address = ''] = /href="([^"]*)"/.exec(html) ?? [];
    expect(new URL(address).pathname).toBe(`/az/events/${target}`);
    const landed = async () => {
      const answer = await cloud.fetch(`${cloud.apiUrl}${new URL(address).pathname}`, { redirect: 'manual' });
      return [answer.status, new URL(answer.headers.get('location') ?? 'none:').pathname];
    };
    const { slug } = (await cloud.ask(`/v1/events/${target}`)).body;
    expect(await landed()).toEqual([301, `/az/events/${slug}`]);
    await rewrite(target, { az: { slug: 'yeni-unvan' } });
    expect(await landed()).toEqual([301, '/az/events/yeni-unvan']);
  });

  it('is refused where it leads nowhere, in the text that has it', async () => {
    const hidden = await draft('Mətn');
    const gone = await event('Mətn');
    await act(gone, 'unpublish');
    for (const link of [
      to('event', nobody),
      to('event', 'x'),
      to('event', hidden),
      to('event', gone),
      to('exhibition', gone),
    ])
      expect(refusals(await act(await draft(link), 'publish'))).toEqual(dead);
    const id = await draft('Mətn', { en: { title: 'Link', body: to('exhibition', nobody) } });
    expect(refusals(await act(id, 'publish'))).toEqual([['translations.en.body', 'linkLeadsNowhere']]);
    expect((await act(id, 'publish', { locales: ['az'] })).status).toBe(200);
    const many = Array.from({ length: 51 }, (_, n) => to('event', `${n}`)).join(' ');
    expect(refusals(await act(await draft(many), 'publish'))).toEqual([['translations.az.body', 'tooManyLinks']]);
  });

  it('may lead to what is public by then, and to the text itself', async () => {
    const later = await draft('Mətn');
    expect((await act(later, 'publish', { publishAt: '2090-01-02T00:00:00.000Z' })).status).toBe(200);
    const id = await draft(to('event', later));
    expect(refusals(await act(id, 'publish'))).toEqual(dead);
    expect(refusals(await act(id, 'publish', { publishAt: '2090-01-01T00:00:00.000Z' }))).toEqual(dead);
    expect((await act(id, 'publish', { publishAt: '2090-01-02T00:00:00.000Z' })).status).toBe(200);
    const own = await draft('Mətn');
    await rewrite(own, { az: { body: to('event', own) } });
    expect((await act(own, 'unpublish')).body.linkedFrom).toBeUndefined();
  });
});

describe('the dry run of an import', () => {
  it('refuses a link by id that leads nowhere, as the import does', async () => {
    count += 1;
    const target = await event('Mətn');
    const send = async (id: string, query: string) => {
      const translations = { az: { title: `Arxiv ${count}`, body: to('event', id) } };
      const line = { externalId: `link-${count}`, publishedAt: '2020-01-01', category: 'news', translations };
      return (await cloud.importArchive([line], query)).body;
    };
    const refused = {
      created: 0,
      refused: [{ errors: [expect.objectContaining({ path: 'translations.az.body', code: 'linkLeadsNowhere' })] }],
    };
    expect(await send(nobody, '?dryRun=true')).toMatchObject(refused);
    expect(await send(nobody, '')).toMatchObject(refused);
    expect(await send(target, '?dryRun=true')).toMatchObject({ created: 1 });
    expect(await send(target, '')).toMatchObject({ created: 1 });
    expect(await send(nobody, '?dryRun=true&update=true')).toMatchObject(refused);
  });
});

describe('a withdrawal', () => {
  it('names the public texts that link to what goes, as long as they do', async () => {
    const target = await event('Mətn', { en: { title: 'Target', body: 'Text' } });
    const both = await event(to('event', target), { en: { title: 'Both', body: to('event', target) } });
    const rewritten = await event(to('event', target));
    const withdrawn = await event(to('event', target));
    const drafted = await event('Mətn');
    const path = `/v1/staff/events/${drafted}`;
    const { version } = (await cloud.ask(path)).body;
    await cloud.ask(path, { method: 'PATCH', version, body: { translations: { az: { body: to('event', target) } } } });
    await rewrite(rewritten, { az: { body: 'Keçid yoxdur' } });
    await act(withdrawn, 'unpublish');

    const part = await act(target, 'unpublish', { locales: ['en'] });
    expect([part.status, part.body.linkedFrom]).toEqual([200, undefined]);
    const named = ['az', 'en'].map((locale) => ({ kind: 'event', id: both, locale, field: 'body' }));
    expect((await act(target, 'unpublish')).body.linkedFrom).toEqual(named);
    // Asked again, it says so again.
    expect((await act(target, 'unpublish')).body.linkedFrom).toEqual(named);
    const left = (await cloud.items('DeskTable')).filter((item) => item.includes(`LINKS#event#${target}`));
    expect(left).toHaveLength(1);
  });

  it('that is planned names them when it is planned, and in the audit when it happens', async () => {
    const hour = 3_600_000;
    const at = new Date(Date.now() + hour).toISOString();
    const target = await draft('Mətn');
    expect((await act(target, 'publish', { unpublishAt: at })).body.linkedFrom).toBeUndefined();
    const source = await event(to('event', target));
    const sooner = await draft(to('event', target));
    await act(sooner, 'publish', { unpublishAt: new Date(Date.now() + hour / 2).toISOString() });
    const named = [{ kind: 'event', id: source, locale: 'az', field: 'body' }];
    expect((await act(target, 'publish', { unpublishAt: at })).body.linkedFrom).toEqual(named);
    const kept = await draft('Mətn');
    await act(kept, 'publish', { unpublishAt: at });
    await act(kept, 'publish', { unpublishAt: null });

    const ends = async (id: string) => {
      await cloud.trigger('EveryMinute');
      const { items } = (await cloud.ask(`/v1/staff/events/${id}/audit`)).body;
      return items.filter(({ action }: { action: string }) => action === 'event.ended');
    };
    expect(await ends(target)).toEqual([]);
    try {
      cloud.clock.set(hour + 1000);
      expect(await ends(target)).toEqual([expect.objectContaining({ createdBy: { id: 'sergi' }, places: named })]);
      expect(await ends(target)).toHaveLength(1);
      expect(await ends(kept)).toEqual([]);
    } finally {
      cloud.clock.set(0);
    }
  });

  it('of an exhibition names texts too, and those of exhibitions are named', async () => {
    const target = await exhibition('Mətn');
    expect(refusals(await cloud.act(await exhibition(to('exhibition', target)), 'publish'))).toEqual([
      ['translations.az.description', 'linkLeadsNowhere'],
    ]);
    expect((await cloud.act(target, 'publish')).status).toBe(200);
    const source = await exhibition(to('exhibition', target));
    expect((await cloud.act(source, 'publish')).status).toBe(200);
    await cloud.published();
    const fromEvent = await event(to('exhibition', target));
    const { body } = await cloud.act(target, 'unpublish');
    expect(body.linkedFrom).toEqual([
      { kind: 'event', id: fromEvent, locale: 'az', field: 'body' },
      { kind: 'exhibition', id: source, locale: 'az', field: 'description' },
    ]);
    expect((await cloud.act(source, 'unpublish')).body.linkedFrom).toBeUndefined();
    expect((await cloud.act(target, 'unpublish')).body.linkedFrom).toHaveLength(1);
  });
});
