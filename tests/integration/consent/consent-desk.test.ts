import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ExhibitionCloud;
let contributor: AskAs;
let editor: AskAs;
let admin: AskAs;
let log = '';

beforeAll(async () => {
  cloud = await startExhibitionsInProcess((line) => {
    log += JSON.stringify(line);
  });
  contributor = await member(cloud, 'aysel', 'contributor');
  editor = await member(cloud, 'leyla', 'editor');
  admin = await member(cloud, 'rauf', 'admin');
});
afterAll(() => cloud.end());

const search = (body: object, who = editor) => who('/v1/staff/consents/search', { body });
const idsOf = ({ body }: { body: { items: { id: string }[] } }): string[] => body.items.map(({ id }) => id).sort();

/** All parts of a search, one after the other. */
const allTexts = async (path: string, body: object, who = editor) => {
  const texts: { place: object; isPublic: boolean; match: string }[] = [];
  const files: string[] = [];
  let cursor: string | undefined;
  do {
    const answer = await who(path, { body: { ...body, cursor } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    texts.push(...answer.body.texts);
    files.push(...(answer.body.files ?? []).map(({ fileName }: { fileName: string }) => fileName));
    cursor = answer.body.nextCursor;
  } while (cursor);
  return { texts, files };
};

const entry = (id: string, artworkId: string, rest = '') => `/v1/staff/exhibitions/${id}/artworks/${artworkId}${rest}`;

/** What readers get of events and exhibitions; lists for search follow by themselves. */
const publicItems = async () =>
  (await cloud.items('ShowcaseTable')).filter((item) => /"pk":"(EVENT|EXHIBITION)#/.test(item));

/** An event that shows a picture as its cover and in its text, with a name in its text, and is public. */
const publicEvent = async (uploadId: string, name: string): Promise<string> => {
  const body = `Sərgidə ${name} da var.\n\n![Rəsm](upload:${uploadId})`;
  const event = { category: 'events', translations: { az: { title: 'Xəbər', body } }, ...withCover(uploadId) };
  const { id } = (await cloud.ask('/v1/staff/events', { body: event })).body;
  const { status, body: answer } = await cloud.ask(`/v1/staff/events/${id}/publish`, { body: {} });
  expect(status, JSON.stringify(answer)).toBe(200);
  return id;
};

describe('the desk for consents', () => {
  it('finds the entries of a person in all exhibitions, by the name in other spellings and forms, or by the guardian', async () => {
    const [one, two] = [await cloud.exhibition(), await cloud.exhibition()];
    const first = await cloud.enter(one, { artist: child('Leyla Məmmədova') });
    const second = await cloud.enter(two, { artist: child('Лейла Мамедова', { guardian: 'Könül Xəlilzadə' }) });
    await cloud.enter(two, { artist: child('Leyla Quliyeva') });
    const both = [first, second].sort();
    for (const name of [
      'Leyla Məmmədova',
      'mammadova leyla',
      'Лейлы Мамедовой',
      'Leylanın Məmmədovanın',
      'leyla məmm',
    ]) {
      const answer = await search({ name });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(
        idsOf(answer).filter((id) => both.includes(id)),
        name,
      ).toEqual(both.filter((id) => name !== 'leyla məmm' || id === first));
      expect(
        answer.body.items.some(({ artist }: { artist: { name: string } }) => artist.name === 'Leyla Quliyeva'),
      ).toBe(false);
    }
    const byGuardian = await search({ name: 'könül xelilzade' });
    expect(idsOf(byGuardian)).toEqual([second]);
    expect(byGuardian.body.items[0]).toMatchObject({
      exhibitionId: two,
      isPublic: false,
      artist: { consent: { guardian: 'Könül Xəlilzadə', name: 'first', expiresOn: '2099-12-31' } },
    });
  });

  it('is for editors and admins, and puts every look on record without the name', async () => {
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id, { artist: child('Zxqwname Zxqwsurname') });
    for (const path of ['search', 'texts'])
      expect((await contributor(`/v1/staff/consents/${path}`, { body: { name: 'Zxqwname' } })).status).toBe(403);
    expect(idsOf(await search({ name: 'zxqwname' }))).toEqual([artworkId]);
    expect((await search({ name: 'Zxqwnobody' })).body).toEqual({ items: [], hidden: [] });
    const looks = (await admin(`/v1/staff/audit?item=${artworkId}`)).body.items;
    expect(looks.map(({ action }: { action: string }) => action)).toContain('person.lookedUp');
    const others = (await admin('/v1/staff/audit?item=consents')).body.items;
    expect(others.map(({ action }: { action: string }) => action)).toContain('person.lookedUp');
    const refused = await search({ name: 'Zxqwname', filter: 'minors' });
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'exactlyOneOf']);
    const audit = (await cloud.items('DeskTable')).filter((item) => item.includes('"pk":"AUDIT'));
    for (const kept of [audit.join(''), JSON.stringify(refused.body), log]) expect(kept).not.toMatch(/zxqw/i);
  });

  it('refuses a name of too many, and tells nothing of them', async () => {
    const id = await cloud.exhibition();
    await Promise.all(
      Array.from({ length: 51 }, (_, n) =>
        cloud.enter(id, { uploadId: undefined, entryNumber: n + 1, artist: child(`Yxtname Oxt${n}`) }),
      ),
    );
    const { status, body } = await search({ name: 'Yxtname' });
    expect([status, body.errors[0].code, body.items]).toEqual([400, 'tooManyMatches', undefined]);
  });

  it('lists consents that end within thirty days, have ended, are missing, and minors', async () => {
    const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
    const id = await cloud.exhibition();
    const [soon, later, ended] = [
      await cloud.enter(id, { artist: child('Bir Soon', { expiresOn: day(20) }) }),
      await cloud.enter(id, { artist: child('İki Later', { expiresOn: day(40) }) }),
      await cloud.enter(id, { artist: child('Üç Ended', { expiresOn: day(-2) }) }),
    ];
    const missing = await cloud.enter(id, { artist: { name: 'Dörd Missing', isMinor: true } });
    const grown = await cloud.enter(id, { artist: { name: 'Beş Grown', isMinor: false } });
    const mine = [soon, later, ended, missing, grown];
    const found = async (filter: string) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const { status, body } = await search({ filter, cursor });
        expect(status).toBe(200);
        ids.push(...body.items.map((item: { id: string }) => item.id));
        cursor = body.nextCursor;
      } while (cursor);
      return ids.filter((one) => mine.includes(one)).sort();
    };
    expect(await found('ending')).toEqual([soon]);
    expect(await found('ended')).toEqual([ended]);
    expect(await found('missing')).toEqual([missing]);
    expect(await found('minors')).toEqual([soon, later, ended, missing].sort());
  });

  it('tells an editor nothing of who takes part in a blind rating, and an admin on record', async () => {
    const id = await cloud.exhibition({ blindRating: true });
    const title = { az: { title: 'Gizlixq ev', alt: 'Gizlixq Adlıyevanın evi' } };
    const artworkId = await cloud.enter(id, { artist: child('Gizlixq Adlıyeva'), translations: title });
    await cloud.act(id, 'status', { status: 'selection' });
    const { body } = await search({ name: 'Gizlixq Adlıyeva' });
    expect(body.items).toEqual([]);
    expect(body.hidden.map((one: { id: string }) => one.id)).toContain(id);
    expect((await allTexts('/v1/staff/consents/texts', { name: 'Gizlixq Adlıyeva' })).texts).toEqual([]);
    for (const filter of ['minors', 'missing']) expect(idsOf(await search({ filter }))).not.toContain(artworkId);
    for (const rest of ['/effects', '/effects/texts'])
      expect((await editor(entry(id, artworkId, rest), { body: { consent: null } })).status).toBe(403);

    const found = await search({ name: 'Gizlixq' }, admin);
    expect(idsOf(found)).toEqual([artworkId]);
    const { items } = (await admin(`/v1/staff/audit?item=${artworkId}`)).body;
    expect(items[0]).toMatchObject({ action: 'person.lookedUp' });
    expect((await admin(entry(id, artworkId, '/effects'), { body: { consent: null } })).status).toBe(200);
    // A list is of nobody in particular: nobody learns by one who takes part.
    for (const filter of ['minors', 'missing']) {
      const list = await search({ filter }, admin);
      expect(idsOf(list)).not.toContain(artworkId);
      expect(list.body.hidden.map((one: { id: string }) => one.id)).toContain(id);
    }
    const { body: named } = await admin('/v1/staff/consents/texts', { body: { name: 'Gizlixq Adlıyeva' } });
    expect(JSON.stringify(named.texts)).not.toContain(artworkId);
  });

  it('puts a look at texts on record with a cursor, too: anybody can make one', async () => {
    const looks = async () => (await admin('/v1/staff/audit?item=consents&limit=100')).body.items.length;
    const before = await looks();
    const fingerprint = createHash('sha256').update('NAMING-TEXTS#Nəzrinqa Vəliyeva').digest('base64url').slice(0, 8);
    const cursor = Buffer.from(`${fingerprint}exhibitions;00000000000000000000000000`).toString('base64url');
    const { status } = await editor('/v1/staff/consents/texts', { body: { name: 'Nəzrinqa Vəliyeva', cursor } });
    expect([status, await looks()]).toEqual([200, before + 1]);
  });

  it('finds texts and files that say a name, in any form, public or not', async () => {
    const uploadId = await cloud.copiedUpload();
    const event = await publicEvent(uploadId, 'Nəzrinqa Vəliyevanın');
    await cloud.ask('/v1/staff/events', {
      body: { category: 'events', translations: { ru: { title: 'Назринка Велиева', body: 'Текст' } } },
    });
    const id = await cloud.exhibition({ translations: { az: { title: 'Sərgi', description: 'Nəzrinqa Vəliyeva' } } });
    const { texts, files } = await allTexts('/v1/staff/consents/texts', { name: 'Nəzrinqa Vəliyeva' });
    expect(texts).toContainEqual(
      expect.objectContaining({
        place: { kind: 'event', id: event, locale: 'az', field: 'body' },
        ...{ isPublic: true, match: 'full', displayTitle: 'Xəbər' },
      }),
    );
    expect(texts).toContainEqual(
      expect.objectContaining({
        place: { kind: 'exhibition', id, locale: 'az', field: 'description' },
        isPublic: false,
      }),
    );
    expect(files).toEqual([]);
  });
});

describe('what a withdrawal and an erasure do', () => {
  it('is foreseen by the code that does it: works, covers, texts; and nothing is written', async () => {
    const id = await cloud.exhibition();
    const uploadId = await cloud.copiedUpload();
    const artworkId = await cloud.enter(id, { uploadId, artist: child('Fidanxq Nağıyeva', { name: 'full' }) });
    const other = await cloud.enter(id);
    await cloud.act(id, 'status', { status: 'selection' });
    await cloud.act(id, 'selection', { artworkIds: [artworkId, other] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    const event = await publicEvent(uploadId, 'Fidanxq Nağıyeva');
    const before = await cloud.items('DeskTable');
    const shown = await publicItems();

    const foreseen = await editor(entry(id, artworkId, '/effects'), { body: { consent: null } });
    expect(foreseen.status, JSON.stringify(foreseen.body)).toBe(200);
    const leaves = foreseen.body.leaves.map(({ kind, id: of, as }: Record<string, string>) => `${kind} ${of} ${as}`);
    expect(leaves.sort()).toEqual(
      [`event ${event} cover`, `exhibition ${id} cover`, `exhibition ${id} selection`, `exhibition ${id} work`].sort(),
    );
    const texts = (await allTexts(entry(id, artworkId, '/effects/texts'), { consent: null })).texts;
    expect(texts.map(({ place }) => place)).toEqual([{ kind: 'event', id: event, locale: 'az', field: 'body' }]);
    const narrowed = { ...child('x').consent, name: 'first' };
    const less = await editor(entry(id, artworkId, '/effects'), { body: { consent: narrowed } });
    expect(less.body).toMatchObject({ leaves: [], showsLess: true });
    const erasure = await editor(entry(id, artworkId, '/effects'), { body: { erase: true } });
    expect(erasure.body).toMatchObject({ deletes: { pictures: 1, ratings: 0 } });
    expect(erasure.body.leaves).toHaveLength(4);
    expect((await contributor(entry(id, artworkId, '/effects'), { body: { erase: true } })).status).toBe(403);
    expect(await cloud.items('DeskTable')).toEqual(before);
    expect(await publicItems()).toEqual(shown);

    const { body } = await cloud.changeArtwork(id, artworkId, { artist: { consent: null } });
    await cloud.published();
    const left = body.removedFrom.map(({ kind, id: of, field }: Record<string, string>) => `${kind} ${of} ${field}`);
    expect(left.sort()).toEqual(
      [`event ${event} pictures`, `exhibition ${id} artworks`, `exhibition ${id} selection`].sort(),
    );
    expect(await cloud.shown(id)).toEqual([other]);
    const attention = (await editor('/v1/staff/attention')).body.items.filter(
      (one: { artworkId: string }) => one.artworkId === artworkId,
    );
    expect(attention.map(({ place }: { place: object }) => place)).toEqual(texts.map(({ place }) => place));

    const gone = await editor(entry(id, artworkId), { method: 'DELETE' });
    expect(gone.body.erased).toBe(true);
    const days = (Date.parse(gone.body.backupsUntil) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(35);
    expect((await search({ name: 'Fidanxq Nağıyeva' })).body.items).toEqual([]);
  });
});
