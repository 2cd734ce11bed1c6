import { describe, expect, it } from 'vitest';
import { ask, createDraft, createPublished, publish, text, unique } from '../support/clients/client.ts';
import { withCover } from '../support/files/with-cover.ts';
import { refusedPaths } from '../support/refused-paths.ts';

describe('a publication', () => {
  it('says everything that is missing at once', async () => {
    const { body } = await ask('/v1/staff/events', {
      as: 'contributor',
      body: { translations: { az: { title: 'T' }, ru: { body: 'B' } } },
    });
    const answer = await publish(body.id);
    expect(answer.status).toBe(400);
    expect(refusedPaths(answer)).toEqual(['category', 'translations.az.body', 'translations.ru.title']);
  });

  it('is refused for a draft without any language', async () => {
    const { body } = await createDraft({});
    expect(refusedPaths(await publish(body.id))).toEqual(['translations']);
  });

  it('publishes the languages that are asked for and leaves the others', async () => {
    const { body } = await createDraft({ translations: { az: text(unique('az')), ru: { title: 'Набросок' } } });
    expect((await publish(body.id)).status).toBe(400);
    const answer = await publish(body.id, { locales: ['az'] });
    expect(answer).toMatchObject({ status: 200, body: { publishedLocales: ['az'] } });
    expect((await ask(`/v1/events/${body.id}?locale=ru`)).body).toMatchObject({
      locale: 'az',
      alternates: [{ locale: 'az' }],
    });
  });

  it('is refused for a cover without a text for those who cannot see it', async () => {
    const upload = {
      fileName: 'a.jpg',
      contentType: 'image/jpeg',
      contentLength: 5,
      sha256: Buffer.from(unique('x').padEnd(32)).toString('hex'),
    };
    const { body: signed } = await ask('/v1/staff/uploads', { as: 'contributor', body: upload });
    const { body } = await createDraft({ ...withCover(signed.uploadId, {}), translations: { az: text(unique('az')) } });
    expect(refusedPaths(await publish(body.id))).toEqual(['pictures.0.alt.az', 'pictures.0.uploadId']);
  });

  it('is refused for a slug that another event has, and finds a free one by itself', async () => {
    const title = unique('same title');
    const first = await createPublished({ translations: { az: text(title) } });
    const slug = first.body.translations.az.slug;
    const second = await createPublished({ translations: { az: text(title) } });
    expect(second.body.translations.az.slug).toBe(`${slug}-2`);
    const third = await createPublished({ translations: { az: { ...text(title), slug } } });
    expect(third.status).toBe(400);
    expect(refusedPaths(third)).toEqual(['translations.az.slug']);
  });

  it('gives five events of one title, published at once, five addresses', async () => {
    const title = unique('at once');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => createPublished({ translations: { az: text(title) } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(new Set(answers.map(({ body }) => body.translations.az.slug)).size).toBe(5);
  });

  it('stays out of sight until its time comes', async () => {
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    const campaign = unique('later');
    const answer = await createPublished({ campaign, translations: { az: text(unique('later')) } }, { publishAt });
    expect(answer).toMatchObject({ status: 200, body: { publishedAt: publishAt } });
    expect((await ask(`/v1/feed?campaign=${campaign}`)).status).toBe(404);
    expect((await ask(`/v1/events/${answer.body.id}`)).status).toBe(404);
    expect((await ask(`/v1/events/${answer.body.translations.az.slug}`)).status).toBe(404);
  });

  it('keeps an old address as a redirect when the slug is changed', async () => {
    const { body } = await createPublished({ translations: { az: text(unique('old')) } });
    const slug = unique('new');
    await ask(`/v1/staff/events/${body.id}`, {
      method: 'PATCH',
      as: 'contributor',
      headers: { 'if-match': `"${body.version}"` },
      body: { translations: { az: { slug } } },
    });
    expect((await publish(body.id)).status).toBe(200);
    const old = await ask(`/v1/events/${body.translations.az.slug}`);
    expect(old.status).toBe(301);
    expect((await ask(old.headers.get('location') ?? '')).body).toMatchObject({ id: body.id, slug });
  });
});
