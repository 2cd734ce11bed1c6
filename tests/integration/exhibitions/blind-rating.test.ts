import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { juryPrefix } from '../../../shared/media/keys.ts';
import { type BlindRating, startBlindRating, worksPath as works } from '../../support/blind-rating.ts';
import type { AskAs } from '../../support/clients/staff-members.ts';
import { type ExhibitionCloud, exhibitionPath as path } from '../../support/cloud/exhibition-cloud.ts';
import { type PlantedEntry, tellingTexts } from '../../support/entries/enter-by.ts';
import { artistOf, found } from '../../support/entries/secrets.ts';

let cloud: ExhibitionCloud;
let own: AskAs;
let foreign: AskAs;
let editor: AskAs;
let admin: AskAs;
let juror: AskAs;
let both: AskAs;
let blind: BlindRating['blind'];
let numbersOf: BlindRating['numbersOf'];

beforeAll(async () => {
  ({ cloud, own, foreign, editor, admin, juror, both, blind, numbersOf } = await startBlindRating());
});
afterAll(() => cloud.end());

/** The folders of the copies that the jury of an exhibition sees. */
const foldersOf = async (id: string): Promise<string[]> =>
  (await cloud.items('DeskTable'))
    .map((item) => JSON.parse(item))
    .filter(({ pk, sk }) => pk === `EXHIBITION#${id}` && sk.startsWith('WORK#'))
    .map(({ folder }) => folder);

const copies = () => cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'), juryPrefix);

describe('a jury that rates blind', () => {
  let id: string;
  let entries: PlantedEntry[];
  let theirNumbers: ReadonlySet<number>;
  beforeAll(async () => {
    ({ id, entries } = await blind(8));
    theirNumbers = new Set(await numbersOf(id, both));
  });

  /** Everything that would tell whose a work is, or which entry. */
  const hints = () => [
    ...entries.flatMap(({ artworkId, uploadId, secrets }) => [artworkId, uploadId, ...Object.values(secrets)]),
    ...['createdBy', 'createdAt', 'updatedAt', 'entryNumber', 'uploadId', 'artist', 'consentGap', 'fileName'],
    ...['aysel', 'publicName', 'status', 'version'],
  ];

  it('sees works by numbers, and nothing that tells whose they are', async () => {
    const list = await juror(works(id, '?limit=100'));
    expect(list.body.items).toHaveLength(9);
    const answers = [JSON.stringify([list.body, [...list.headers]])];
    for (const { number } of list.body.items) {
      const { status, body, headers } = await juror(works(id, `/${number}`));
      expect(status).toBe(200);
      expect(body.translations.az.alt).toBe('Rəsm');
      answers.push(JSON.stringify([body, [...headers]]));
      for (const { url } of body.image.renditions) {
        const image = await cloud.fetch(url);
        expect(image.status, url).toBe(200);
        await image.arrayBuffer();
        answers.push(JSON.stringify([url, [...image.headers]]));
      }
    }
    expect(found(answers, hints())).toEqual([]);
    // Nor do the numbers themselves tell how many there are.
    expect(Math.min(...(await numbersOf(id, juror)))).toBeGreaterThanOrEqual(100);
  });

  it('reads no text that names the artist, the guardian, the school or the region', async () => {
    const other = await blind(1, tellingTexts);
    const list = (await juror(works(other.id))).body.items;
    const answers = await Promise.all(
      list.map(async ({ number }: { number: number }) => (await juror(works(other.id, `/${number}`))).body),
    );
    for (const { translations, medium } of [...list, ...answers]) {
      expect(translations.az).toEqual({ title: expect.stringContaining('Rəsm'), alt: 'Rəsm' });
      expect(medium).toBeUndefined();
    }
    const ratings = (await editor(path(other.id, '/ratings'))).body;
    expect(ratings.items).toHaveLength(2);
    const secrets = other.entries.flatMap((entry) => Object.values(entry.secrets));
    expect(found([JSON.stringify([list, answers, ratings])], secrets)).toEqual([]);
  });

  it('sees them in another order than that of the entries, page by page', async () => {
    const orders = new Set<string>();
    for (let n = 0; n < 3; n += 1) {
      const other = await blind(6);
      const { items } = (await juror(works(other.id, '?limit=4'))).body;
      const { nextCursor } = (await juror(works(other.id, '?limit=4'))).body;
      const rest = (await juror(works(other.id, `?limit=4&cursor=${nextCursor}`))).body;
      expect(rest).not.toHaveProperty('nextCursor');
      const titles = [...items, ...rest.items].map((work) => work.translations.az.title);
      expect(new Set(titles).size).toBe(7);
      orders.add(titles.join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it('sees nothing else of the desk', async () => {
    const [{ artworkId, uploadId } = entries[0] as PlantedEntry] = entries;
    for (const address of [
      ...['', '/artworks', `/artworks/${artworkId}`, '/ranking', '/duplicates', '/jurors'].map((rest) =>
        path(id, rest),
      ),
      ...['/v1/staff/exhibitions', '/v1/staff/events', `/v1/staff/uploads/${uploadId}`, '/v1/staff/site'],
    ]) {
      expect((await juror(address)).status, address).toBe(403);
    }
    const { id: other } = (await editor('/v1/staff/exhibitions', { body: {} })).body;
    expect((await juror(works(other))).status).toBe(404);
    expect((await foreign(works(id))).status).toBe(404);
    expect((await juror('/v1/staff/juries')).body).toMatchObject({ jurorId: 'nigar' });
    expect((await foreign('/v1/staff/juries')).body.items).toEqual([]);
  });

  it('rates with comments, which the others read once they have rated themselves', async () => {
    const [number = 0, second = 0] = await numbersOf(id);
    const rate = (who: AskAs, score: number, comment?: string, of = number) =>
      who(works(id, `/${of}/rating`), { method: 'PUT', body: { score, ...(comment && { comment }) } });
    expect((await rate(juror, 9, 'Rənglər gözəldir')).body).toEqual({ number, score: 9, comment: 'Rənglər gözəldir' });
    expect((await rate(juror, 4, undefined, second)).status).toBe(200);
    expect((await rate(juror, 11)).status).toBe(400);
    expect((await rate(juror, 5, undefined, 1)).status).toBe(404);
    expect((await editor(works(id, `/${number}`))).body.opinions).toEqual([
      { score: 9, comment: 'Rənglər gözəldir', jurorId: 'nigar' },
    ]);
    const theirs = await numbersOf(id, both);
    if (theirs.includes(number)) {
      expect((await both(works(id, `/${number}`))).body).not.toHaveProperty('opinions');
      expect((await rate(both, 3)).status).toBe(200);
      expect((await both(works(id, `/${number}`))).body.opinions).toEqual([{ score: 9, comment: 'Rənglər gözəldir' }]);
    }
    const { items } = (await juror(works(id, '?limit=100'))).body;
    expect(items.find((work: { number: number }) => work.number === second).myScore).toBe(4);
    const jurors = (await editor(path(id, '/jurors'))).body.items;
    expect(jurors).toContainEqual(expect.objectContaining({ jurorId: 'nigar', rated: 2, total: 9 }));
    expect(jurors).toContainEqual(expect.objectContaining({ jurorId: 'kamal', total: 8 }));
  });

  it('changes the points and the comment apart: a second device takes nothing away', async () => {
    const number = (await numbersOf(id))[2] as number;
    const change = (body: object) => juror(works(id, `/${number}/rating`), { method: 'PATCH', body });
    const early = await change({ comment: 'Rənglər' });
    expect([early.status, early.body.errors]).toMatchObject([400, [{ path: 'score', code: 'required' }]]);
    expect((await change({})).status).toBe(400);
    expect((await change({ score: 8, comment: 'Rənglər gözəldir' })).status).toBe(200);
    expect((await change({ score: 9 })).body).toEqual({ number, score: 9, comment: 'Rənglər gözəldir' });
    expect((await change({ comment: 'Cəsarətlidir' })).body).toEqual({ number, score: 9, comment: 'Cəsarətlidir' });
    expect((await change({ score: 11 })).status).toBe(400);
    expect((await change({ comment: null })).body).toEqual({ number, score: 9 });
    expect((await juror(works(id, `/${number}`))).body).toMatchObject({ myScore: 9 });
  });

  it('shows editors what each has given, by numbers alone', async () => {
    const { status, body } = await editor(path(id, '/ratings?limit=4'));
    expect(status).toBe(200);
    expect(body.items).toHaveLength(4);
    const rest = (await editor(path(id, `/ratings?limit=100&cursor=${body.nextCursor}`))).body;
    const all = [...body.items, ...rest.items];
    expect(all.map(({ number }: { number: number }) => number)).toEqual(await numbersOf(id));
    expect(all[0].ratings).toContainEqual({ juror: { id: 'nigar' }, score: 9, comment: 'Rənglər gözəldir' });
    expect(found([JSON.stringify(all)], hints())).toEqual([]);
    for (const who of [juror, both, foreign]) expect((await who(path(id, '/ratings'))).status).toBe(403);
    const { items } = (await juror('/v1/staff/juries')).body;
    expect(items[0]).toMatchObject({ exhibitionId: expect.any(String), translations: { az: { title: 'Müsabiqə' } } });
    const mine = items.find(({ exhibitionId }: { exhibitionId: string }) => exhibitionId === id);
    expect(mine.progress).toEqual({ rated: 3, total: 9 });
  });

  it('has no member who sees or rates what he has entered himself', async () => {
    const all = await numbersOf(id, juror);
    const [mine, ...more] = all.filter((number) => !theirNumbers.has(number));
    expect(more).toEqual([]);
    expect((await both(works(id, `/${mine}`))).status).toBe(404);
    for (const method of ['PUT', 'PATCH'])
      expect((await both(works(id, `/${mine}/rating`), { method, body: { score: 10 } })).status).toBe(404);
  });
  it('is told nothing by the ways around it', async () => {
    const [{ artworkId, uploadId } = entries[0] as PlantedEntry] = entries;
    const entry = path(id, `/artworks/${artworkId}`);
    for (const who of [both, editor, admin]) {
      const answers = [
        await who(entry),
        await who(`/v1/staff/uploads/${uploadId}`),
        await who(entry, { method: 'PATCH', version: 1, body: { uploadId: null } }),
        await who(entry, { method: 'PATCH', version: 9, body: { uploadId: await cloud.copiedUpload() } }),
        await who(path(id, '/duplicates')),
        await who(path(id, `/artworks/${artworkId}/audit`)),
        await who(path(id), { method: 'PATCH', version: 3, body: { blindRating: false } }),
        await who(path(id, '/artworks'), { body: {} }),
        await who(path(id, '/selection'), { body: { artworkIds: [artworkId] } }),
      ];
      for (const { status, body } of answers) {
        expect([400, 403, 409, 412], JSON.stringify(body)).toContain(status);
        expect(found([JSON.stringify(body)], [...Object.values(entries[0]?.secrets ?? {}), 'aysel'])).toEqual([]);
      }
      const exhibition = (await who(path(id))).body;
      expect(JSON.stringify(exhibition.selection ?? {})).not.toContain(artworkId);
    }
    const listed = await both(path(id, '/artworks'));
    expect(listed.body.items.map((item: { createdBy: { id: string } }) => item.createdBy.id)).toEqual(['kamal']);
    for (const who of [editor, admin]) expect((await who(path(id, '/artworks'))).status).toBe(403);
    const { items } = (await editor(path(id, '/ranking'))).body;
    expect(Object.keys(items[0]).sort()).toEqual(['highest', 'lowest', 'mean', 'number', 'ratings']);
  });

  it('tells an admin by no record of ratings, and by no foreseen erasure, which entry has a number', async () => {
    const other = await blind(1);
    const { artworkId } = other.entries[0] as PlantedEntry;
    const numbers = await numbersOf(other.id);
    for (const number of numbers)
      expect((await admin(works(other.id, `/${number}/rating`), { method: 'PUT', body: { score: 4 } })).status).toBe(
        200,
      );
    expect((await editor(path(other.id, '/selection'), { body: { numbers } })).status).toBe(200);
    const recorded = async (query: string) => {
      const { items, nextCursor } = (await admin(`/v1/staff/audit?${query}`)).body;
      return {
        rated: items.filter(
          ({ action, item }: { action: string; item: string }) => action === 'artwork.rated' && item === artworkId,
        ).length,
        nextCursor,
      };
    };
    const foreseen = async (act: object) =>
      (await admin(path(other.id, `/artworks/${artworkId}/effects`), { body: act })).body;
    expect(await recorded('limit=100')).toMatchObject({ rated: 0 });
    expect(await recorded(`item=${artworkId}&action=artwork.rated&limit=1`)).toEqual({
      rated: 0,
      nextCursor: undefined,
    });
    expect(await foreseen({ erase: true })).toMatchObject({ leaves: [], deletes: { pictures: 1, forms: 0 } });
    expect((await foreseen({ erase: true })).deletes).not.toHaveProperty('ratings');
    expect((await foreseen({ consent: null })).leaves).toEqual([]);
    expect((await editor(path(other.id, '/reveal'), { body: {} })).status).toBe(200);
    expect(await recorded('limit=100')).toMatchObject({ rated: 1 });
    expect(await recorded(`item=${artworkId}`)).toMatchObject({ rated: 1 });
    expect(await foreseen({ erase: true })).toMatchObject({ leaves: [{ as: 'selection' }], deletes: { ratings: 1 } });
    expect((await foreseen({ consent: null })).leaves).toMatchObject([{ as: 'selection' }]);
  });

  it('says of a consent that is taken back in no answer and in no record that the work was selected', async () => {
    const other = await blind(2);
    const { artworkId } = other.entries[0] as PlantedEntry;
    const numbers = await numbersOf(other.id);
    expect((await editor(path(other.id, '/selection'), { body: { numbers } })).status).toBe(200);
    const entry = path(other.id, `/artworks/${artworkId}`);
    const taken = { method: 'PATCH', version: 1, body: { artist: { consent: null } } };
    const { status, body } = await admin(entry, taken);
    expect([status, JSON.stringify(body)]).toEqual([200, expect.not.stringContaining('selection')]);
    const { items } = (await admin(`/v1/staff/audit?item=${artworkId}`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toContain('artwork.updated');
    expect(JSON.stringify(items)).not.toContain('selection');
  });

  it('does not keep a guardian from being heard: an admin looks the person up, and the audit says who did', async () => {
    const [{ artworkId, entryNumber, secrets } = entries[0] as PlantedEntry] = entries;
    expect((await editor(path(id, '/lookup'), { body: { entryNumber } })).status).toBe(403);
    expect((await admin(path(id, '/lookup'), { body: {} })).status).toBe(400);
    const { status, body } = await admin(path(id, '/lookup'), { body: { name: secrets.guardian.toLowerCase() } });
    expect(status).toBe(200);
    expect(body.items).toEqual([expect.objectContaining({ id: artworkId, artist: artistOf(secrets, 'full') })]);
    const byNumber = await admin(path(id, '/lookup'), { body: { number: body.items[0].number } });
    expect(byNumber.body.items[0].id).toBe(artworkId);
    const { items } = (await admin(`/v1/staff/audit?item=${artworkId}`)).body;
    expect(items[0]).toMatchObject({ action: 'artwork.lookedUp', createdBy: { id: 'rauf' } });
    const { version } = body.items[0];
    const entry = path(id, `/artworks/${artworkId}`);
    const taken = await own(entry, { method: 'PATCH', version, body: { artist: { consent: null } } });
    expect(taken).toMatchObject({ status: 200, body: { consentGap: expect.stringContaining('is missing') } });
    // What consent lacks now shows to nobody else.
    const ranked = (await editor(path(id, '/ranking'))).body.items;
    expect(ranked.flatMap(({ obstacle }: { obstacle?: string }) => obstacle ?? [])).toEqual([
      'cannot be selected as it is: an admin can look up why',
    ]);
  });

  it('loses a work at once that is erased, with the copies of its images', async () => {
    const last = entries.at(-2) as PlantedEntry;
    const before = (await copies()).length;
    const entry = path(id, `/artworks/${last.artworkId}`);
    expect((await own(entry, { method: 'DELETE' })).status).toBe(403);
    expect((await editor(entry, { method: 'DELETE' })).status).toBe(403);
    expect(await admin(entry, { method: 'DELETE' })).toMatchObject({ status: 200, body: { erased: true } });
    expect(await numbersOf(id)).toHaveLength(8);
    expect((await copies()).length).toBeLessThan(before);
    // What stays is the audit, and the record that refuses the same file.
    const left = found(await cloud.items('DeskTable'), [last.artworkId]).filter((item) => !item.includes('AUDIT#'));
    expect(left).toHaveLength(1);
    expect(left[0]).toContain('"pk":"PICTURE#');
  });

  it('ends with one act that shows the artists, after which nothing is rated and no work taken in by its name', async () => {
    expect((await editor(path(id, '/reveal'), { body: {} })).status).toBe(409);
    expect((await editor(path(id, '/publish'), { body: {} })).status).toBe(409);
    const { items } = (await editor(path(id, '/ranking'))).body;
    const [first, second] = items
      .filter(({ obstacle }: { obstacle?: string }) => !obstacle)
      .map(({ number }: { number: number }) => number);
    expect((await editor(path(id, '/selection'), { body: { numbers: [first, 1] } })).body.errors).toMatchObject([
      { path: 'numbers.1', message: 'is no number of this jury' },
    ]);
    const selected = await editor(path(id, '/selection'), { body: { numbers: [first, second] } });
    expect(selected.body.selection).toMatchObject({ numbers: [first, second] });
    expect((await foreign(path(id))).body).not.toHaveProperty('selection');
    expect((await editor(path(id, '/selection'), { body: { numbers: [first] } })).status).toBe(200);

    const foldersBefore = await foldersOf(id);
    expect(found(await copies(), foldersBefore).length).toBeGreaterThan(8);
    const revealed = await editor(path(id, '/reveal'), { body: {} });
    expect(revealed).toMatchObject({ status: 200, body: { rating: { revealedBy: { id: 'leyla' } } } });
    const { artworkIds } = revealed.body.selection;
    expect(artworkIds).toHaveLength(1);
    expect(found(await copies(), foldersBefore)).toEqual([]);
    expect((await juror(works(id))).status).toBe(409);
    // Editors still see what each has given, now of the entries.
    const given = (await editor(path(id, '/ratings?limit=100'))).body.items;
    expect(given.map(({ artworkId }: { artworkId: string }) => artworkId)).toContain(artworkIds[0]);
    const ended = (await juror('/v1/staff/juries')).body.items;
    const jury = ended.find(({ exhibitionId }: { exhibitionId: string }) => exhibitionId === id);
    expect(jury.state).toBe('ended');
    expect(jury).not.toHaveProperty('progress');
    for (const method of ['PUT', 'PATCH'])
      expect((await juror(works(id, `/${first}/rating`), { method, body: { score: 10 } })).status).toBe(409);
    expect((await editor(path(id, '/reveal'), { body: {} })).status).toBe(409);
    const list = (await editor(path(id, '/artworks'))).body.items;
    expect(list.every((item: object) => 'artist' in item || 'createdBy' in item)).toBe(true);

    const other = list.find(
      ({ id: one, consentGap }: { id: string; consentGap?: string }) => one !== artworkIds[0] && !consentGap,
    );
    const wider = { artworkIds: [...artworkIds, other.id] };
    expect((await editor(path(id, '/selection'), { body: wider })).status).toBe(403);
    expect((await admin(path(id, '/selection'), { body: wider })).status).toBe(200);
    const audit = (await admin(`/v1/staff/audit?item=${id}`)).body.items;
    expect(audit[0]).toMatchObject({ action: 'exhibition.selected', createdBy: { id: 'rauf' }, namesSeen: true });
  });

  it('is begun again by an admin only, with other numbers, and the audit says that names had been seen', async () => {
    expect((await editor(path(id, '/status'), { body: { status: 'open' } })).status).toBe(403);
    const before = new Set(theirNumbers);
    const reopened = (await admin(path(id, '/status'), { body: { status: 'open' } })).body;
    expect(reopened.status).toBe('open');
    expect(reopened).not.toHaveProperty('selection');
    const audit = (await admin(`/v1/staff/audit?item=${id}`)).body.items;
    expect(audit[0]).toMatchObject({ action: 'exhibition.reopened', namesSeen: true });
    const closed = await editor(path(id, '/status'), { body: { status: 'selection' } });
    expect(closed.body.rating).toMatchObject({ namesSeen: true });
    const numbers = await numbersOf(id);
    expect(numbers).toHaveLength(8);
    expect(numbers.filter((number) => !before.has(number)).length).toBeGreaterThan(4);
    // In the order of the former selection, which was one of names, the new numbers would say whose they are.
    for (const who of [editor, admin]) expect((await who(path(id))).body).not.toHaveProperty('selection');
    expect((await editor(path(id, '/reveal'), { body: {} })).status).toBe(409);
  });
});
