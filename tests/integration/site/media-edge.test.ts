import { afterAll, afterEach, beforeAll, describe, expect, it, inject as provided } from 'vitest';
import { child, consent, type ExhibitionCloud, startExhibitions } from '../../support/cloud/exhibition-cloud.ts';
import { withEdgeSeconds } from '../../support/cloud/with-edge-seconds.ts';
import { withCover } from '../../support/files/with-cover.ts';
import { filesOfWork, type ShownWork } from '../../support/files-of-work.ts';

let cloud: ExhibitionCloud;
const metrics: string[] = [];

/** In seconds: an edge that forgets soon, and the cache behind it, which forgets late. */
const [edgeForgets, regionForgets] = [2, 15];

beforeAll(async () => {
  const caches = { edgeDelay: edgeForgets * 1_000, regionalDelay: regionForgets * 1_000 };
  const assembly = withEdgeSeconds(provided('assembly'), 604_800);
  const log = (line: string) => {
    if (line.includes('DeletedFilesKept')) metrics.push(line);
  };
  cloud = await startExhibitions('media-edge', log, { assembly, caches });
});
afterAll(() => cloud.end());

/** The clock of the cloud only goes on, since its caches do. */
let time = 0;
const pass = (seconds: number) => {
  time += seconds;
  cloud.clock.set(time * 1_000);
};
const now = () => Date.now() + time * 1_000;
const upkeep = () => cloud.trigger('EveryMinute');

/** Ends the faults of a test, also where it fails. */
const faults: (() => void)[] = [];
const isTold = ({ action }: { action: string }) => action === 'cloudfront:CreateInvalidation';
const lose = (match: Parameters<ExhibitionCloud['inject']>[0]['match'] = isTold): (() => void) => {
  const remove = cloud.inject({ match, respond: 'accepted' });
  faults.push(remove);
  return remove;
};

afterEach(async () => {
  for (const remove of faults.splice(0)) remove();
  // Nothing is left for the next test.
  await forgotten();
  await closed();
});

const read = (path: string) => fetch(`${cloud.url}${path}`);
const found = async (path: string) => (await read(path)).headers.get('x-cache')?.split(' ')[0];
const statuses = (paths: readonly string[]) => Promise.all(paths.map(async (path) => (await read(path)).status));
/** What was deleted and is not known to be forgotten. */
const open = async () => (await cloud.items('DeskTable')).filter((item) => item.includes('"DELETED-FILES"'));

/** Lets what was deleted be forgotten: a minute. */
const forgotten = async () => {
  await cloud.followed('InvalidatorFunction');
  pass(41);
  await cloud.queue('RepetitionQueue').idle();
  pass(19);
};

/** Lets Sergi see that it is. */
const closed = async () => {
  for (let minute = 0; (await open()).length > 0; minute += 1) {
    if (minute > 5) throw new Error(String(await open()));
    await upkeep();
    pass(60);
  }
};

/** An event with a picture; gives its id and the paths of the files. */
const published = async (options?: object): Promise<{ id: string; files: string[] }> => {
  const id = await cloud.draft(withCover(await cloud.image()));
  expect(await cloud.publish(id, options)).toMatchObject({ status: 200 });
  // What is published forgets its own tag.
  await forgotten();
  const { pictures } = (await cloud.ask(`/v1/events/${id}`)).body;
  return { id, files: pictures[0].renditions.map(({ url }: { url: string }) => new URL(url).pathname) };
};
const withdraw = async (id: string) => {
  const answer = await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
  // Who follows changes late lets more be forgotten.
  await cloud.followed('FollowerFunction');
  return answer;
};

/** An exhibition of two works, the first of a child with a consent; gives the files of both. */
const exhibited = async (over: object = {}) => {
  const id = await cloud.exhibition();
  const artist = child('Nigar Əliyeva', over);
  const works = [await cloud.enter(id, { artist }), await cloud.enter(id)] as const;
  await cloud.act(id, 'selection', { artworkIds: works });
  expect(await cloud.act(id, 'publish')).toMatchObject({ status: 200 });
  await cloud.published();
  await forgotten();
  const { artworks } = (await cloud.ask(`/v1/exhibitions/${id}`)).body;
  const files = await Promise.all(artworks.map((work: ShownWork) => filesOfWork(cloud, work)));
  return { id, artist, works, files: files as [string[], string[]] };
};

const bucket = () => cloud.s3.bucketName('MediaBucket');
const headOf = async (path: string) => (await cloud.s3.read(bucket(), path.slice(1), 'HEAD', {})).headers;

describe('files in a CDN that keeps them for hours', () => {
  it('are kept there for hours, and in browsers for a day, and none says until when or what it belongs to', async () => {
    const { files } = await published();
    const { files: works } = await exhibited();
    for (const path of [...files, ...works[0]]) {
      const { status, headers } = await read(path);
      expect([status, headers.get('cache-control')], path).toEqual([200, 'public, max-age=86400']);
      expect([headers.get('expires'), headers.get('x-amz-meta-cache-tag')], path).toEqual([null, null]);
    }
    expect((await read(files[0] ?? '')).headers.get('content-type')).toBe('image/avif');
    pass(7 * 3_600);
    for (const path of [...files, ...works[0]]) expect(await found(path), path).toBe('Hit');
  });

  it('are gone within a minute of a withdrawal, by one tag, and no others', async () => {
    const [gone, stays] = [await published(), await published()];
    await statuses([...gone.files, ...stays.files]);
    const before = cloud.invalidations.length;
    await withdraw(gone.id);
    await forgotten();
    expect(new Set(await statuses(gone.files))).toEqual(new Set([404]));
    for (const path of stays.files) expect(await found(path)).toBe('Hit');
    const items = new Set(cloud.invalidations.slice(before).flatMap(({ paths }) => paths));
    expect(items).toEqual(new Set(['#lists', `#event-${gone.id}`]));
  });

  it('are gone within a minute where a consent is narrowed, tiles too', async () => {
    const { id, artist, works, files } = await exhibited();
    await statuses(files.flat());
    await cloud.changeArtwork(id, works[0], { artist: { ...artist, consent: { ...artist.consent, image: false } } });
    await cloud.published();
    await forgotten();
    expect(new Set(await statuses(files[0]))).toEqual(new Set([404]));
    expect(new Set(await statuses(files[1]))).toEqual(new Set([200]));
  });

  it('are gone within a minute where an earlier release has published them, without tags', async () => {
    const { id, files } = await published();
    for (const path of files) {
      const { body, headers } = await cloud.s3.read(bucket(), path.slice(1), 'GET', {});
      const of = {
        'content-type': String(headers['content-type']),
        'cache-control': 'public, max-age=31536000, immutable',
      };
      await cloud.s3.put(bucket(), path.slice(1), Buffer.from(body as Buffer), of);
    }
    await statuses(files);
    await withdraw(id);
    await forgotten();
    expect(new Set(await statuses(files))).toEqual(new Set([404]));
  });

  it('are asked for anew from the moment on at which a publication or a consent ends', async () => {
    const end = new Date(now() + 3_600_000).toISOString();
    const event = await published({ unpublishAt: end });
    const day = new Date(now() + 86_400_000).toISOString().slice(0, 10);
    const { files } = await exhibited({ ...consent, expiresOn: day });
    expect((await headOf(event.files[0] ?? '')).expires).toBe(new Date(end).toUTCString());
    const work = (await headOf(files[0].at(-1) ?? '')).expires;
    expect(Date.parse(String(work)) - now()).toBeGreaterThan(0);
    const paths = [...event.files, ...files[0]];
    await statuses(paths);
    pass((Date.parse(end) - now()) / 1_000 - 10);
    for (const path of paths) expect(await found(path)).toBe('Hit');
    pass(11);
    for (const path of event.files) expect(await found(path)).toBe('Miss');
    for (const path of files[0]) expect(await found(path)).toBe('Hit');
    // The clock has deleted them by the next minute.
    await upkeep();
    expect(new Set(await statuses(event.files))).toEqual(new Set([404]));
  });

  it('are kept as before where the end of a publication is taken back', async () => {
    const { id, files } = await published({ unpublishAt: new Date(now() + 3_600_000).toISOString() });
    expect(await cloud.publish(id, { unpublishAt: null })).toMatchObject({ status: 200 });
    for (const path of files) expect((await headOf(path)).expires, path).toBe(undefined);
  });

  it('are kept where a withdrawal broke off before it took effect, and the record that they must go is put right', async () => {
    const { id, files } = await published();
    const records = async () =>
      (await cloud.items('DeskTable')).filter((item) => item.includes('LEFTOVER#') && item.includes(id));
    let isRecorded = false;
    const breaks = cloud.inject({
      match: ({ function: name, action, body }) => {
        if (!name.includes('StaffApi') || action !== 'dynamodb:TransactWriteItems') return false;
        const isEdition = isRecorded && JSON.stringify(body).includes('"EDITION"');
        isRecorded ||= JSON.stringify(body).includes('LEFTOVER#');
        return isEdition;
      },
      respond: 'deny',
    });
    faults.push(breaks);
    expect((await withdraw(id)).status).toBe(500);
    breaks();
    expect(await records()).not.toEqual([]);
    pass(3_600);
    await upkeep();
    expect(await records()).toEqual([]);
    expect(await statuses(files)).toEqual(files.map(() => 200));
  });
});

describe('the record of what was deleted', () => {
  it('stays open until an invalidation is complete and an address answers 404, and closes then', async () => {
    const { id, files } = await published();
    await statuses(files);
    await withdraw(id);
    const untold = expect.stringContaining('\\"invalidations\\":[]');
    expect(await open()).toEqual([untold]);
    // Files may still be deleted: what the CDN forgets now counts for nothing.
    await upkeep();
    expect(await open()).toEqual([untold]);
    pass(60);
    await upkeep();
    // In progress: the region has not forgotten.
    pass(edgeForgets + 1);
    await upkeep();
    expect(await open()).toHaveLength(1);
    pass(regionForgets);
    await forgotten();
    await upkeep();
    expect(await open()).toEqual([]);
    const before = cloud.invalidations.length;
    pass(60);
    await upkeep();
    expect(cloud.invalidations).toHaveLength(before);
  });

  it('lets the CDN forget again where it has accepted what it was told, and lost it', async () => {
    const { id, files } = await published();
    await statuses(files);
    const find = lose();
    await withdraw(id);
    await forgotten();
    for (let minute = 0; minute < 3; minute += 1) {
      await upkeep();
      pass(60);
    }
    expect(new Set(await statuses(files))).toEqual(new Set([200]));
    expect(await open()).toHaveLength(1);
    find();
    await upkeep();
    pass(60);
    expect(new Set(await statuses(files))).toEqual(new Set([404]));
    await upkeep();
    expect(await open()).toEqual([]);
    expect(metrics).toEqual([]);
  });

  it('asks for each invalidation once, takes no answer for none, and is told three times', async () => {
    const withdrawn = [await published(), await published(), await published()];
    for (const { id } of withdrawn) await withdraw(id);
    await forgotten();
    const before = cloud.invalidations.length;
    await upkeep();
    const told = cloud.invalidations.slice(before);
    expect(told).toHaveLength(1);
    await forgotten();
    expect(cloud.invalidations.slice(before).map(({ paths }) => paths)).toEqual(Array(3).fill(told[0]?.paths));
    const isAsked = ({ action }: { action: string }) => action === 'cloudfront:GetInvalidation';
    const refuse = cloud.inject({ match: isAsked, respond: 'deny' });
    faults.push(refuse);
    const asked = cloud.calls.filter(isAsked).length;
    await upkeep();
    expect(cloud.calls.filter(isAsked).length - asked).toBe(1);
    expect(await open()).toHaveLength(3);
    refuse();
    await upkeep();
    expect(await open()).toEqual([]);
  });

  it('is told of after ten minutes, and from then on the CDN once an hour', async () => {
    const { id, files } = await published();
    await statuses(files);
    const find = lose();
    await withdraw(id);
    await forgotten();
    await upkeep();
    const toMinute = (minute: number) =>
      pass(((minute * 60_000 - (now() % 3_600_000) + 3_600_000) % 3_600_000) / 1_000 + 1);
    // What is followed after minutes lets lists be forgotten once more.
    await Promise.all(['InvalidatorFunction', 'FollowerFunction'].map(cloud.followed));
    pass(700);
    toMinute(10);
    await cloud.queue('RepetitionQueue').idle();
    const before = cloud.invalidations.length;
    for (let minute = 0; minute < 3; minute += 1) {
      await upkeep();
      pass(60);
    }
    expect(metrics).toHaveLength(3);
    expect(cloud.invalidations).toHaveLength(before);
    find();
    toMinute(0);
    await upkeep();
    pass(60);
    expect(new Set(await statuses(files))).toEqual(new Set([404]));
    metrics.length = 0;
  });

  it('stays open where the files could not be deleted', async () => {
    const { id, files } = await published();
    const isDeletion = ({ action }: { action: string }) => action.startsWith('s3:DeleteObject');
    const heal = cloud.inject({ match: isDeletion, respond: 'deny' });
    faults.push(heal);
    expect((await withdraw(id)).status).toBe(503);
    // The deletion fails again: the function ends with an error.
    for (let minute = 0; minute < 2; minute += 1) {
      await upkeep().catch(() => {});
      pass(60);
    }
    expect(await open()).toHaveLength(1);
    heal();
    await upkeep();
    await forgotten();
    expect(new Set(await statuses(files))).toEqual(new Set([404]));
    await closed();
  });
});
