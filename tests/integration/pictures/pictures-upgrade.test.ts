import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitions } from '../../support/cloud/exhibition-cloud.ts';
import { Story } from '../../support/files/picture-story.ts';
import { withCover } from '../../support/files/with-cover.ts';
import { type DeskTable, deskTable, withDocument } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;
let desk: DeskTable;

beforeAll(async () => {
  cloud = await startExhibitions('pictures-upgrade');
  desk = deskTable(cloud);
});
afterAll(() => cloud.end());

/** Takes out of the desk what version 0.1.0 did not write: it knew pictures by their uploads alone. */
const downgrade = async (): Promise<void> => {
  for (const item of await desk.items()) {
    const [pk = '', sk = ''] = [item.pk?.S, item.sk?.S];
    if (pk.startsWith('PICTURE') || sk.startsWith('ELSEWHERE#')) await desk.remove(item);
    if (pk.startsWith('EVENT#') && sk === 'EDITION') {
      await desk.put(
        withDocument<{ publication?: { cover?: { until?: string } } }>(item, ({ publication }) => {
          if (publication?.cover) delete publication.cover.until;
        }),
      );
    }
  }
  await desk.forget();
};

/** A cover that is an artwork as well, as version 0.1.0 has left it. */
const stored = async (): Promise<Story> => {
  const story = await Story.begin(cloud);
  await story.upload();
  await story.publish();
  await story.enter();
  expect((await story.seen()).shown).toBe(true);
  await downgrade();
  return story;
};

const recordOf = async (pk: string, sk: string) => {
  const found = (await desk.items()).find((item) => item.pk?.S === pk && item.sk?.S === sk);
  if (!found) throw new Error(`There is no ${pk} ${sk}.`);
  return found;
};

const runMaintenance = async () => {
  await cloud.trigger('EveryMinute');
  await cloud.published();
};

describe('what version 0.1.0 has published', () => {
  it.each(['narrow', 'erase'] as const)('follows the first act after the upgrade: %s', async (act) => {
    const story = await stored();
    const { body } = await story[act]();
    expect(body.removedFrom).toEqual([{ kind: 'event', id: story.eventId, field: 'pictures' }]);
    await cloud.published();
    expect(await story.seen()).toEqual({ shown: false, files: [404] });
    expect((await story.publish()).body.errors[0].path).toBe('pictures.0.uploadId');
  });

  it('is entered by the maintenance function, where nobody acts', async () => {
    const story = await stored();
    await runMaintenance();
    expect((await story.seen()).shown).toBe(true);
    const places = (await cloud.items('DeskTable')).filter((item) => item.includes(`SHOWN-IN#event#${story.eventId}#`));
    expect(places).toHaveLength(1);
    const edition = await cloud.items('DeskTable');
    expect(
      edition.find((item) => item.includes(`"pk":"EVENT#${story.eventId}"`) && item.includes('"EDITION"')),
    ).toContain('"until":"2099-12-31T20:00:00.000Z"');
    // Once: what has been entered is not looked for again.
    const from = cloud.calls.length;
    await runMaintenance();
    const queries = cloud.calls.slice(from).filter(({ body }) => JSON.stringify(body ?? {}).includes('"EDITIONS"'));
    expect(queries).toEqual([]);
  });

  it('leaves the public with the maintenance function, where consent had been taken back before', async () => {
    const story = await stored();
    const record = await recordOf(`EXHIBITION#${story.exhibitionId}`, `ARTWORK#${story.artworkId}`);
    await desk.put(withDocument<{ artist: { consent?: object } }>(record, ({ artist }) => delete artist.consent));
    await runMaintenance();
    await cloud.trigger('EveryMinute');
    expect(await story.seen()).toEqual({ shown: false, files: [404] });
    expect((await story.publish()).body.errors[0].path).toBe('pictures.0.uploadId');
  });

  it('leaves the public with the maintenance function, where the artwork had been erased before', async () => {
    const story = await stored();
    for (const item of await desk.items()) {
      const text = JSON.stringify(item);
      if (text.includes(`UPLOAD#${story.uploadId}`) || item.sk?.S === `ARTWORK#${story.artworkId}`)
        await desk.remove(item);
    }
    await runMaintenance();
    await cloud.trigger('EveryMinute');
    expect(await story.seen()).toEqual({ shown: false, files: [404] });
  });

  it('leaves the public with a rebuild as well', async () => {
    const story = await stored();
    // Entered already, and changed past the product: as after a restore of some items.
    await runMaintenance();
    const record = await recordOf(`EXHIBITION#${story.exhibitionId}`, `ARTWORK#${story.artworkId}`);
    await desk.put(withDocument<{ artist: { consent?: object } }>(record, ({ artist }) => delete artist.consent));
    await cloud.rebuild();
    expect((await story.seen()).shown).toBe(false);
  });
});

describe('a picture that has come as two uploads', () => {
  /**
   * The record of an upload under another id, ready as well: its bytes came late, after they had been asked for again.
   */
  const twin = async ({ uploadId }: Story): Promise<string> => {
    const record = await recordOf(`UPLOAD#${uploadId}`, 'UPLOAD');
    const id = `${uploadId.slice(0, -4)}ZZZZ`;
    const { artwork: _, ...rest } = record;
    const facts = JSON.stringify({ ...JSON.parse(record.facts?.S ?? ''), id });
    await desk.put({ ...rest, pk: { S: `UPLOAD#${id}` }, facts: { S: facts } });
    const bucket = cloud.s3.bucketName('OriginalsBucket');
    for (const key of await cloud.s3.list(bucket, `renditions/${uploadId}/`)) {
      const { headers, body } = await cloud.s3.read(bucket, key);
      const type = { 'content-type': String(headers['content-type']) };
      await cloud.s3.put(bucket, key.replace(uploadId, id), Buffer.from(body as Uint8Array), type);
    }
    return id;
  };

  it.each(['narrow', 'erase'] as const)('is one picture: %s takes the other from the public too', async (act) => {
    const story = await Story.begin(cloud);
    await story.upload();
    const uploadId = await twin(story);
    const event = await cloud.ask(`/v1/staff/events/${story.eventId}`, {
      method: 'PATCH',
      version: 2,
      body: withCover(uploadId),
    });
    expect(event.status).toBe(200);
    expect((await story.publish()).status).toBe(200);
    await story.enter();
    expect((await story.seen()).shown).toBe(true);
    const { body } = await story[act]();
    expect(body.removedFrom).toEqual([{ kind: 'event', id: story.eventId, field: 'pictures' }]);
    await cloud.published();
    expect(await story.seen()).toEqual({ shown: false, files: [404] });
    expect((await story.publish()).body.errors[0].path).toBe('pictures.0.uploadId');
  });
});
