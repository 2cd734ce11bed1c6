import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import {
  artistOf,
  enterSecret,
  found,
  publicAnswers,
  publicFiles,
  type Secrets,
  secretsOf,
} from '../../support/entries/secrets.ts';

let cloud: ExhibitionCloud;
const logs: string[] = [];

beforeAll(async () => {
  cloud = await startExhibitionsInProcess((line) => logs.push(line));
});
afterAll(() => cloud.end());

describe('what an exhibition tells of the children in it', () => {
  let id: string;
  const entries: Record<string, Awaited<ReturnType<typeof enterSecret>>> = {};

  const all = ({ given, surname, guardian, school, region, file, exif }: Secrets) => [
    given,
    surname,
    guardian,
    school,
    region,
    file,
    exif,
  ];

  /** What may not be public of each, by the form of the name that consent allows. */
  const withheld = (): string[] => {
    const { full, initial, first, none, rejected, withdrawn } = entries;
    const always = ({ guardian, file, exif }: Secrets) => [guardian, file, exif];
    return [
      ...(full ? always(full.secrets) : []),
      ...[initial, first].flatMap((entry) =>
        entry ? [...always(entry.secrets), entry.secrets.surname, entry.secrets.school, entry.secrets.region] : [],
      ),
      ...[none, rejected, withdrawn].flatMap((entry) => (entry ? all(entry.secrets) : [])),
      // Neither who works there, nor what the desk calls its files.
      ...Object.values(entries).map(({ uploadId }) => uploadId),
      'createdBy',
      'entryNumber',
      'consent',
    ];
  };
  const allSecrets = (): string[] => Object.values(entries).flatMap(({ secrets }) => all(secrets));

  beforeAll(async () => {
    id = await cloud.exhibition({
      blindRating: true,
      campaign: 'privacy',
      translations: {
        az: { title: 'Məxfilik', description: 'Mətn' },
        en: { title: 'Privacy', description: 'Text' },
      },
    });
    for (const form of ['full', 'initial', 'first', 'none'])
      entries[form] = await enterSecret(cloud, id, { word: `x${form}x`, form });
    entries.rejected = await enterSecret(cloud, id, { word: 'xrejectedx', form: 'full' });
    entries.withdrawn = await enterSecret(cloud, id, { word: 'xwithdrawnx', form: 'full', status: 'withdrawn' });
    await cloud.act(id, 'status', { status: 'selection' });
    const { body: works } = await cloud.ask(`/v1/staff/juries/${id}/works`);
    const comment = 'Xoşuma gəldi';
    for (const { number } of works.items) {
      const path = `/v1/staff/juries/${id}/works/${number}/rating`;
      expect((await cloud.ask(path, { method: 'PUT', body: { score: 7, comment } })).status).toBe(200);
    }
    const numbers: number[] = [];
    for (const form of ['none', 'full', 'initial', 'first']) {
      const name = entries[form]?.secrets.surname;
      const found = await cloud.ask(`/v1/staff/exhibitions/${id}/lookup`, { body: { name } });
      numbers.push(found.body.items[0].number);
    }
    expect((await cloud.act(id, 'selection', { numbers })).status).toBe(200);
    expect((await cloud.act(id, 'reveal')).status).toBe(200);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
  });

  it('is in public what consent allows, and nothing else: answers, items and files', async () => {
    const ids = Object.values(entries).map(({ artworkId }) => artworkId);
    const answers = await publicAnswers(cloud, id, ids);
    const text = answers.join('\n');
    const { full, initial, first } = entries;
    // The search finds what may be found.
    expect(text).toContain(`${full?.secrets.given} ${full?.secrets.surname}`);
    expect(text).toContain(`${initial?.secrets.given} S.`);
    expect(text).toContain(`"${first?.secrets.given}"`);
    expect(text).toContain(full?.secrets.school);
    expect(found(answers, withheld())).toEqual([]);

    const items = await cloud.items('ShowcaseTable');
    expect(items.join('\n')).toContain(full?.secrets.surname);
    expect(found(items, withheld())).toEqual([]);
    expect(found(items, [entries.rejected?.artworkId ?? '-', entries.withdrawn?.artworkId ?? '-'])).toEqual([]);

    const files = await publicFiles(cloud);
    expect(files.length).toBeGreaterThan(4 * 9);
    expect(found(files, allSecrets())).toEqual([]);
    expect(
      found(
        files,
        Object.values(entries).map(({ uploadId }) => uploadId),
      ),
    ).toEqual([]);
  });

  it('is in the audit nothing at all', async () => {
    const entriesOfAudit = (await cloud.items('DeskTable')).filter((item) => item.includes('"AUDIT#'));
    expect(entriesOfAudit.length).toBeGreaterThan(15);
    expect(found(entriesOfAudit, allSecrets())).toEqual([]);
  });

  it('is in the logs nothing, whatever fails', async () => {
    const { full } = entries;
    const path = `/v1/staff/exhibitions/${id}/artworks/${full?.artworkId}`;
    const artist = full && artistOf(full.secrets, 'full');
    for (const respond of ['deny', 'error', 'throttle'] as const) {
      const remove = cloud.inject({ match: ({ action }) => action === 'dynamodb:TransactWriteItems', respond });
      const { status } = await cloud.changeArtwork(id, full?.artworkId ?? '', {
        artist: { ...artist, ageAtEntry: 10 },
      });
      expect(status).toBeGreaterThanOrEqual(500);
      remove();
    }
    await cloud.ask(path, {
      method: 'PATCH',
      version: 1,
      body: { artist: { ...artist, isMinor: 'yes', surname: full?.secrets.surname } },
    });
    await cloud.ask(`/v1/staff/exhibitions/${id}/artworks`, { body: { artist, entryNumber: 1 } });
    cloud.queue('PublisherQueue').send(`{"exhibitionId": "${full?.secrets.guardian}"}`);
    const remove = cloud.inject({
      match: ({ action }) => action === 'dynamodb:BatchWriteItem',
      respond: 'deny',
      times: 1,
    });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    remove();
    await cloud.published();
    const { full: _, ...others } = entries;
    expect(logs.join('\n')).toMatch(/AccessDenied/);
    expect(
      found(
        logs,
        Object.values(others).flatMap(({ secrets }) => all(secrets)),
      ),
    ).toEqual([]);
    expect(found(logs, full ? [full.secrets.given, full.secrets.surname, full.secrets.school] : [])).toEqual([]);
  });

  it('is gone at once when consent is taken back, and its files with it', async () => {
    const { none, full } = entries;
    const { body: before } = await cloud.ask(`/v1/exhibitions/${id}`);
    const media = (await cloud.media()).length;
    // The first artwork, which stands for all in the feed.
    expect(
      (await cloud.changeArtwork(id, none?.artworkId ?? '', { artist: { consent: { image: false } } })).status,
    ).toBe(200);
    expect(await cloud.shown(id)).not.toContain(none?.artworkId);
    const answers = await publicAnswers(cloud, id, [none?.artworkId ?? '']);
    const [old = '-'] = before.artworks[0].image.renditions[0].url.split('/').slice(-2);
    expect(found(answers, [old])).toEqual([]);
    expect(
      answers.filter((answer) => answer.includes(`/artworks/${none?.artworkId}`)).every((one) => / 404 /.test(one)),
    ).toBe(true);
    const { body: feed } = await cloud.ask('/v1/feed?campaign=privacy');
    expect(feed.items[0].picture.renditions[0].url).toContain(
      before.artworks[1].image.renditions[0].url.split('/').at(-2),
    );
    await cloud.published();
    expect((await cloud.media()).length).toBe((media * 3) / 4);
    expect((await cloud.fetch(before.artworks[0].image.renditions[0].url)).status).toBe(404);
    expect((await cloud.fetch(`${before.artworks[0].imageService}/info.json`)).status).toBe(404);

    expect(
      (await cloud.changeArtwork(id, full?.artworkId ?? '', { artist: { consent: { name: 'first' } } })).status,
    ).toBe(200);
    const { surname = '-', school = '-' } = full?.secrets ?? {};
    const ids = Object.values(entries).map(({ artworkId }) => artworkId);
    expect(found(await publicAnswers(cloud, id, ids), [surname])).toEqual([]);
    expect(found(await cloud.items('ShowcaseTable'), [surname])).toEqual([]);
    // Nor what stood beside it, and names a child with the given name alone.
    expect(school).not.toBe('-');
    expect(found(await publicAnswers(cloud, id, ids), [school])).toEqual([]);
    expect(found(await cloud.items('ShowcaseTable'), [school])).toEqual([]);
  });
});

describe('what stands beside the name of an artist', () => {
  const ages = { xflagax: 31, xflagbx: 32, xflagcx: 33, xflagdx: 34 };
  type Word = keyof typeof ages;
  const entries = new Map<Word, Awaited<ReturnType<typeof enterSecret>>>();
  let id: string;

  const enterWith = async (word: Word, form: string, isMinor: boolean, flags: object) => {
    const secrets = secretsOf(word);
    const { consent, ...artist } = artistOf(secrets, form);
    const over = { ...artist, ageAtEntry: ages[word], isMinor, consent: { ...consent, ...flags } };
    const uploadId = await cloud.copiedUpload();
    entries.set(word, await enterSecret(cloud, id, { word, form, artist: over, uploadId }));
  };

  /** Which details of whom are anywhere in public: in answers, pages, manifests and stored items. */
  const details = async (): Promise<string[]> => {
    const texts = await publicAnswers(
      cloud,
      id,
      [...entries.values()].map(({ artworkId }) => artworkId),
    );
    const { body } = await cloud.ask(`/v1/exhibitions/${id}`);
    const page = await cloud.fetch(`${cloud.url}/az/exhibitions/${body.slug}`);
    const all = [...texts, await page.text(), ...(await cloud.items('ShowcaseTable'))].join('\n');
    return [...entries].flatMap(([word, { secrets }]) => [
      ...(all.includes(secrets.school) ? [`school of ${word}`] : []),
      ...(all.includes(secrets.region) ? [`region of ${word}`] : []),
      ...(all.includes(`"ageAtEntry":${ages[word]}`) || all.includes(`Yaş: ${ages[word]}`) ? [`age of ${word}`] : []),
    ]);
  };

  it('is public where consent says so, and where it says nothing beside a whole name or of an adult', async () => {
    id = await cloud.exhibition({ campaign: 'details' });
    await enterWith('xflagax', 'full', true, {});
    await enterWith('xflagbx', 'first', true, {});
    await enterWith('xflagcx', 'initial', true, { region: true });
    await enterWith('xflagdx', 'first', false, { school: false });
    const artworkIds = [...entries.values()].map(({ artworkId }) => artworkId);
    expect((await cloud.act(id, 'selection', { artworkIds })).status).toBe(200);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const shown = ['school of xflagax', 'region of xflagax', 'age of xflagax', 'region of xflagcx'];
    expect(await details()).toEqual([...shown, 'region of xflagdx', 'age of xflagdx']);
    const { body } = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${entries.get('xflagcx')?.artworkId}`);
    expect(body.publicDetails).toEqual({ region: entries.get('xflagcx')?.secrets.region });
  });

  it('is gone at once where consent is narrowed, and comes back by a publication only', async () => {
    const narrow = async (word: Word, consent: object) =>
      cloud.changeArtwork(id, entries.get(word)?.artworkId ?? '', { artist: { consent } });
    expect((await narrow('xflagax', { school: false, age: false })).status).toBe(200);
    expect((await narrow('xflagcx', { region: null })).status).toBe(200);
    expect((await narrow('xflagdx', { region: false })).status).toBe(200);
    expect((await narrow('xflagbx', { school: true })).status).toBe(200);
    expect(await details()).toEqual(['region of xflagax', 'age of xflagdx']);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    expect(await details()).toEqual(['region of xflagax', 'school of xflagbx', 'age of xflagdx']);
  });
});
