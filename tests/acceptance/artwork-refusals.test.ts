import { beforeAll, describe, expect, it } from 'vitest';
import { ask, requestUpload, send, settled, unique } from '../support/clients/client.ts';
import {
  changeArtwork,
  child,
  consent,
  draftExhibition,
  enter,
  enterComplete,
  exhibitionAct,
  faults,
  nobody,
  readArtwork,
  readStaffExhibition,
  uploadDrawing,
} from '../support/clients/exhibition-client.ts';
import { withCover } from '../support/files/with-cover.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('an artwork that is not valid', () => {
  let id: string;
  let taken: string;
  let uploadId: string;

  beforeAll(async () => {
    id = await draftExhibition();
    uploadId = await uploadDrawing();
    taken = (await enter(id, { entryNumber: 7, uploadId })).body.id;
  });

  const artist = (over: object) => ({ artist: { ...child('Aysel Hüseynova'), ...over } });
  const withConsent = (over: object) => artist({ consent: { ...consent, name: 'first', ...over } });

  it.each<[string, object, string]>([
    [
      'a language that the site does not have',
      { translations: { de: { title: 'x' } } },
      'translations.de is no language',
    ],
    ['an empty title', { translations: { az: { title: ' ' } } }, 'translations.az.title may not be empty'],
    ['an artist without a name', artist({ name: '' }), 'artist.name may not be empty'],
    [
      'an age of 9 and full age',
      artist({ isMinor: false }),
      'artist.isMinor is false, but the artist was younger than 18',
    ],
    ['a birth date, which nobody may keep', artist({ birthDate: '2013-01-01' }), 'artist.birthDate is not known here'],
    [
      'consent that lies in the future',
      withConsent({ grantedOn: inDays(3) }),
      'artist.consent.grantedOn lies in the future',
    ],
    [
      'consent that ends before it begins',
      withConsent({ expiresOn: '2021-12-31' }),
      'artist.consent.expiresOn lies before',
    ],
    ['consent of nobody', withConsent({ guardian: '' }), 'artist.consent.guardian may not be empty'],
    [
      'a form of name that there is not',
      withConsent({ name: 'nickname' }),
      'artist.consent.name is none of full, initial',
    ],
    ['an entry number of 0', { entryNumber: 0 }, 'entryNumber must be a whole number between 1 and 999999'],
    [
      'a state that follows from the selection',
      { status: 'selected' },
      'status is none of entered, shortlisted, withdrawn',
    ],
    ['an upload that is not known', { uploadId: nobody }, 'uploadId is no upload that we know'],
  ])('is refused for %s', async (_, content, fault) => {
    const answer = await enter(id, content);
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([expect.stringContaining(fault)]);
  });

  it('is refused for an image that was rejected', async () => {
    const bytes = Buffer.from(`<html>${unique('x')}</html>`);
    const { body } = await requestUpload(bytes);
    await send(body, bytes);
    expect((await settled(body.uploadId)).body.state).toBe('rejected');
    const answer = await enter(id, { uploadId: body.uploadId });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([expect.stringContaining('uploadId was rejected: ')]);
  });

  it('is refused where another one has its number or its image', async () => {
    const number = await enter(id, { entryNumber: 7 });
    expect(number.status).toBe(409);
    expect(faults(number)).toEqual(['entryNumber 7 is taken by another artwork of this exhibition']);
    const image = await enter(await draftExhibition(), { uploadId });
    expect(image.status).toBe(409);
    expect(faults(image)).toEqual(['uploadId is the image of another artwork already']);
    const other = (await enter(id, {})).body;
    expect(other.entryNumber).toBe(8);
    expect((await changeArtwork(id, other.id, { entryNumber: 7 })).status).toBe(409);
    expect((await changeArtwork(id, other.id, { uploadId })).status).toBe(409);
    // Given back, they are free.
    expect((await changeArtwork(id, taken, { uploadId: null, entryNumber: 70 })).status).toBe(200);
    expect((await changeArtwork(id, other.id, { uploadId, entryNumber: 7 })).body).toMatchObject({ uploadId });
  });

  it('cannot be the cover of an event, whose image no consent guards', async () => {
    const { body } = await enter(id, { uploadId: await uploadDrawing() });
    const answer = await ask('/v1/staff/events', { as: 'contributor', body: withCover(body.uploadId) });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([expect.stringContaining('pictures.0.uploadId ')]);
  });

  it('is changed against the version that was read only', async () => {
    const { body } = await enter(id, {});
    const change = (headers: Record<string, string>) =>
      ask(`/v1/staff/exhibitions/${id}/artworks/${body.id}`, {
        method: 'PATCH',
        as: 'contributor',
        body: { year: 2022 },
        headers,
      });
    expect((await change({})).status).toBe(428);
    const answers = await Promise.all(Array.from({ length: 4 }, () => change({ 'if-match': '"1"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect((await readArtwork(id, nobody)).status).toBe(404);
    expect((await readArtwork(nobody, body.id)).status).toBe(404);
  });

  it('gets numbers of their own where ten come at once', async () => {
    const entries = await draftExhibition();
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter(entries, {})));
    const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => body.entryNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(answers.filter(({ status }) => ![201, 409, 503].includes(status))).toEqual([]);
  });

  it('may have no number that leaves none to the entries after it', async () => {
    const entries = await draftExhibition();
    const answer = await enter(entries, { entryNumber: 999_999 });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([expect.stringContaining('entryNumber may be at most ')]);
  });
});

describe('a selection', () => {
  it('is refused for each artwork that cannot be shown, with the reason', async () => {
    const id = await draftExhibition();
    const good = await enterComplete(id, 'bir');
    const entries: [string, object][] = [
      ['entry 2 was withdrawn', { artist: child('A'), status: 'withdrawn' }],
      ['entry 3 has no artist', {}],
      [
        'entry 4 cannot be shown: consent is missing, and the artist is a minor',
        { artist: { name: 'A', isMinor: true } },
      ],
      [
        'entry 5 cannot be shown: consent does not allow the artwork to be shown',
        { artist: { ...child('A'), consent: { ...consent, name: 'none', image: false } } },
      ],
      [
        'entry 6 cannot be shown: consent expired on 2022-12-31',
        { artist: { ...child('A'), consent: { ...consent, name: 'none', expiresOn: '2022-12-31' } } },
      ],
    ];
    const ids: string[] = [];
    for (const [, content] of entries) ids.push((await enter(id, content)).body.id);
    const foreign = (await enter(await draftExhibition(), { artist: child('A') })).body.id;
    const artworkIds = [good, ...ids, nobody, foreign, good];
    const answer = await exhibitionAct(id, 'selection', { artworkIds });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([
      ...entries.map(([reason], n) => `artworkIds.${n + 1} ${reason}`),
      'artworkIds.6 is no artwork of this exhibition',
      'artworkIds.7 is no artwork of this exhibition',
      'artworkIds.8 entry 1 is named twice',
    ]);
    expect((await readStaffExhibition(id)).body).not.toHaveProperty('selection');
    expect((await exhibitionAct(id, 'selection', { artworkIds: [] })).status).toBe(400);
    const stale = await ask(`/v1/staff/exhibitions/${id}/selection`, {
      as: 'editor',
      body: { artworkIds: [good] },
      headers: { 'if-match': '"9"' },
    });
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: 1 } });
  });

  it('is one of those that were made at the same time', async () => {
    const id = await draftExhibition();
    const ids = [await enterComplete(id, 'bir'), await enterComplete(id, 'iki')];
    const orders = Array.from({ length: 6 }, (_, n) => (n % 2 ? ids : ids.toReversed()));
    const answers = await Promise.all(orders.map((artworkIds) => exhibitionAct(id, 'selection', { artworkIds })));
    for (const { status } of answers) expect([200, 412]).toContain(status);
    const { artworkIds } = (await readStaffExhibition(id)).body.selection;
    expect(orders).toContainEqual(artworkIds);
  });
});

describe('a rating', () => {
  it('is taken between the end of entries and the selection only, from 1 to 10', async () => {
    const id = await draftExhibition();
    const artworkId = await enterComplete(id, 'bir');
    const rate = (score: unknown, of = artworkId) =>
      ask(`/v1/staff/exhibitions/${id}/artworks/${of}/rating`, { method: 'PUT', as: 'editor', body: { score } });
    expect((await rate(5)).status).toBe(409);
    await exhibitionAct(id, 'status', { status: 'selection' });
    for (const score of [0, 11, 5.5, '5']) expect((await rate(score)).status).toBe(400);
    expect((await rate(5, nobody)).status).toBe(404);
    expect((await rate(3)).status).toBe(200);
    expect((await rate(5)).status).toBe(200);
    const { body } = await ask(`/v1/staff/exhibitions/${id}/ranking`, { as: 'editor' });
    expect(body.items).toEqual([{ artworkId, entryNumber: 1, mean: 5, ratings: 1, lowest: 5, highest: 5 }]);
    await exhibitionAct(id, 'selection', { artworkIds: [artworkId] });
    const late = await rate(10);
    expect(late.status).toBe(409);
    expect(late.body.detail).toContain('the selection is made');
  });
});
