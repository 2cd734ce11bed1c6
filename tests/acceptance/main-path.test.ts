import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { page } from '../../shared/contract/list.ts';
import { feedCardSchema, publicEventSchema } from '../../shared/contract/public-schemas.ts';
import { staffEventSchema, staffUploadSchema } from '../../shared/contract/staff/schemas.ts';
import {
  ask,
  createDraft,
  eventually,
  feed,
  publish,
  requestUpload,
  send,
  settled,
  sha256,
  unique,
} from '../support/clients/client.ts';
import { scan } from '../support/files/scans.ts';

describe('an event with an image, from a staff member to a feed', () => {
  const campaign = unique('drawings');
  const word = unique('sergi');
  let bytes: Buffer;
  let id: string;
  let uploadId: string;
  const states = new Set<string>();

  beforeAll(async () => {
    bytes = await scan(3000, 2000);
  });

  it('creates a draft in two languages', async () => {
    const { status, headers, body } = await createDraft({
      campaign,
      showings: [{ startsAt: '2022-11-18' }],
      place: { name: { az: 'Bakı, Nizami küçəsi' } },
      translations: {
        az: {
          title: `Şagirdlərin rəsm müsabiqəsi ${word}`,
          summary: '10 rəsm seçilib.',
          body: 'Müsabiqədə **100** şagird.',
        },
        en: { title: `A drawing competition ${word}`, body: 'About 100 <script>children</script> took part.' },
      },
    });
    expect(status).toBe(201);
    expect(staffEventSchema.parse(body)).toMatchObject({ status: 'draft', version: 1, hasUnpublishedChanges: false });
    expect(headers.get('etag')).toBe('"1"');
    id = body.id;
  });

  it('gives the draft to nobody', async () => {
    expect((await ask(`/v1/events/${id}`)).status).toBe(404);
    expect((await feed(campaign)).body.items).toEqual([]);
  });

  it('takes a scan by a signed address and makes it ready', async () => {
    const request = await requestUpload(bytes);
    expect(request.status).toBe(201);
    uploadId = request.body.uploadId;
    const before = await ask(`/v1/staff/uploads/${uploadId}`, { as: 'contributor' });
    expect(before.body.state).toBe('awaiting');

    expect((await send(request.body, bytes)).status).toBe(200);
    const done = await eventually(
      () => ask(`/v1/staff/uploads/${uploadId}`, { as: 'contributor' }),
      ({ body }) => {
        states.add(body.state);
        return body.state === 'ready' || body.state === 'rejected';
      },
    );
    const upload = staffUploadSchema.parse(done.body);
    // The scan lay on its side: upright it is 2,000 wide.
    expect(upload).toMatchObject({ state: 'ready', width: 2000, height: 3000, sha256: sha256(bytes) });
    expect([...states].every((state) => ['awaiting', 'processing', 'ready'].includes(state))).toBe(true);
    const sizes = upload.renditions?.map(({ type, width }) => `${type} ${width}`);
    // The widest is a JPEG alone.
    const widths = {
      avif: [1280, 320, 480, 640, 960],
      jpeg: [1280, 2000, 320, 480, 640, 960],
      webp: [1280, 320, 480, 640, 960],
    };
    expect(sizes?.sort()).toEqual(Object.entries(widths).flatMap(([f, of]) => of.map((w) => `image/${f} ${w}`)));
  });

  it('shows staff the renditions before they are public', async () => {
    const { body } = await ask(`/v1/staff/uploads/${uploadId}`, { as: 'contributor' });
    const response = await fetch(body.renditions[0].url);
    expect(response.status).toBe(200);
    expect((await sharp(await response.bytes()).metadata()).width).toBe(body.renditions[0].width);
  });

  it('answers a file that is known with the upload that is there', async () => {
    const again = await requestUpload(bytes);
    expect(again).toMatchObject({ status: 201, body: { uploadId, alreadyUploaded: true } });
    expect(again.body).not.toHaveProperty('url');
  });

  it('makes the image the cover, against the version that was read', async () => {
    const pictures = [{ uploadId, alt: { az: 'Uşaq rəsmi', en: 'A drawing' } }];
    const { status, body } = await ask(`/v1/staff/events/${id}`, {
      method: 'PATCH',
      as: 'contributor',
      headers: { 'if-match': '"1"' },
      body: { pictures },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, pictures });
    expect(body.translations.az.title).toContain(word);
  });

  it('publishes it', async () => {
    const { status, body } = await publish(id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'published', publishedLocales: ['az', 'en'], hasUnpublishedChanges: false });
    expect(body.translations.az.slug).toBe(`sagirdlerin-resm-musabiqesi-${word}`);
  });

  it.each([
    ['az', 'az', 'Tədbirlər'],
    ['en', 'en', 'Events'],
    ['ru', 'az', 'Мероприятия'],
  ])('lists it in the feed in %s', async (locale, really, label) => {
    const answer = await eventually(
      () => feed(campaign, { locale }),
      ({ body }) => body.items?.length === 1,
    );
    const { items } = page(feedCardSchema).parse(answer.body);
    expect(items[0]).toMatchObject({
      id,
      kind: 'event',
      locale: really,
      category: { slug: 'events', label },
      campaign,
    });
    expect(items[0]?.picture?.alt).toBe(really === 'az' ? 'Uşaq rəsmi' : 'A drawing');
    expect(items[0]?.url).toContain(`/${really}/events/`);
    expect(await ask(items[0]?.url ?? '')).toMatchObject({ status: 200, body: expect.stringContaining(word) });
  });

  it('answers the event by slug and by id, in the language asked for', async () => {
    const bySlug = await ask(`/v1/events/sagirdlerin-resm-musabiqesi-${word}`);
    const event = publicEventSchema.parse(bySlug.body);
    expect(event).toMatchObject({
      id,
      locale: 'az',
      showings: [{ startsAt: '2022-11-18' }],
      place: { name: 'Bakı, Nizami küçəsi' },
    });
    expect(event.body.html).toBe('<p>Müsabiqədə <strong>100</strong> şagird.</p>');
    expect(event.alternates.map(({ locale }) => locale)).toEqual(['az', 'en']);
    expect(bySlug.headers.get('content-language')).toBe('az');

    const english = await ask(`/v1/events/${event.slug}?locale=en`);
    expect(english.body).toMatchObject({ id, locale: 'en', slug: `a-drawing-competition-${word}` });
    expect(english.body.body.html).not.toContain('<script');

    expect((await ask(`/v1/events/${id}?locale=ru`)).body).toMatchObject({ id, locale: 'az' });
  });

  it('serves every rendition upright, in its type, size and without any metadata', async () => {
    const { body } = await ask(`/v1/events/${id}`);
    expect(body.pictures[0].renditions).toHaveLength(16);
    for (const { url, width, height, type } of body.pictures[0].renditions) {
      const response = await fetch(url);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type);
      const image = await response.bytes();
      const metadata = await sharp(image).metadata();
      expect([metadata.width, metadata.height]).toEqual([width, height]);
      expect([metadata.exif, metadata.iptc, metadata.xmp, metadata.orientation]).toEqual(Array(4).fill(undefined));
      expect(Buffer.from(image).includes('Mammadova')).toBe(false);
    }
  });

  it('is described by a document, which answers 304 to who has it in a coding', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const first = await ask('/v1/openapi.json', { headers });
    expect([first.status, first.body.openapi]).toEqual([200, '3.1.1']);
    const again = await ask('/v1/openapi.json', {
      headers: { ...headers, 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('answers 304 to who has it, HEAD without a body, and any origin', async () => {
    const path = `/v1/events/${id}`;
    const first = await ask(path, { headers: { origin: 'https://frontend.example' } });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^(W\/)?"[\w-]+"$/);
    // What the CDN says, or where there is none, the API.
    expect(first.headers.get('cache-control')).toMatch(
      /^public, (max-age=(0, must-revalidate|5, s-maxage=20)|must-revalidate, stale-if-error=)/,
    );
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const second = await ask(path, { headers: { 'if-none-match': etag } });
    expect(second).toMatchObject({ status: 304, body: '' });
    expect(second.headers.get('etag')?.replace('W/', '')).toBe(etag.replace('W/', ''));
    const head = await ask(path, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect(head).toMatchObject({ status: 200, body: '' });
    // That of GET, or none.
    const full = await ask(path, { headers: { 'accept-encoding': 'identity' } });
    expect([null, full.headers.get('content-length')]).toContain(head.headers.get('content-length'));
    expect(head.headers.get('content-length')).not.toBe('0');
  });

  it('keeps an edit from the public until it is published again', async () => {
    const { body: draft } = await ask(`/v1/staff/events/${id}`, { as: 'contributor' });
    const edited = await ask(`/v1/staff/events/${id}`, {
      method: 'PATCH',
      as: 'contributor',
      headers: { 'if-match': `"${draft.version}"` },
      body: { translations: { en: { title: 'Another title' } } },
    });
    expect(edited.body.hasUnpublishedChanges).toBe(true);
    expect((await ask(`/v1/events/${id}?locale=en`)).body.title).toContain('A drawing competition');
    expect((await publish(id)).status).toBe(200);
    const answer = await eventually(
      () => ask(`/v1/events/${id}?locale=en`),
      ({ body }) => body.title === 'Another title',
    );
    // The address stays: only whoever changes the slug moves it.
    expect(answer.body).toMatchObject({ title: 'Another title', slug: `a-drawing-competition-${word}` });
  });

  it('withdraws it with its media', async () => {
    const { body: published } = await ask(`/v1/events/${id}`);
    const { status, body } = await ask(`/v1/staff/events/${id}/unpublish`, { as: 'editor', body: {} });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'withdrawn', publishedLocales: [] });
    expect(
      (
        await eventually(
          () => ask(`/v1/events/${id}`),
          ({ status }) => status === 410,
        )
      ).status,
    ).toBe(410);
    expect(
      (
        await eventually(
          () => ask(`/v1/events/${published.slug}`),
          ({ status }) => status === 410,
        )
      ).status,
    ).toBe(410);
    expect(
      (
        await eventually(
          () => feed(campaign),
          ({ body }) => body.items.length === 0,
        )
      ).body.items,
    ).toEqual([]);
    // Of a real CDN the edge may hold an image longer; the store holds none.
    for (const { url } of published.pictures[0].renditions) {
      expect(
        (
          await eventually(
            () => ask(url),
            ({ status }) => status === 404,
          )
        ).status,
      ).toBe(404);
    }
    expect((await settled(uploadId)).body.state).toBe('ready');
  });

  it('publishes it again where it was', async () => {
    expect((await publish(id)).status).toBe(200);
    const answer = await eventually(
      () => feed(campaign),
      ({ body }) => body.items.length === 1,
    );
    expect((await fetch(answer.body.items[0].picture.renditions[0].url)).status).toBe(200);
  });
});
