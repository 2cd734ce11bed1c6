import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '../../../shared/aws/document.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { withCover } from '../../support/files/with-cover.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

describe('maintenance', () => {
  const media = async () => (await cloud.s3.list(cloud.s3.bucketName('MediaBucket'))).length;

  it('deletes the media of what has left the public by itself, and of what broke off, and nothing else', async () => {
    await cloud.trigger('EveryMinute');
    const before = await media();
    const hour = 3_600_000;
    const ending = await cloud.draft(withCover(await cloud.image()));
    const until = new Date(Date.now() + hour).toISOString();
    await cloud.publish(ending, { unpublishAt: until });
    const staying = await cloud.draft(withCover(await cloud.image()));
    await cloud.publish(staying);
    const broken = await cloud.draft(withCover(await cloud.image()));
    let isBegun = false;
    const remove = cloud.inject({
      match: ({ action, body }) => {
        isBegun ||= action === 's3:CopyObject';
        return isBegun && action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes(broken);
      },
      respond: 'reset',
    });
    expect((await cloud.publish(broken)).status).toBe(503);
    remove();
    expect(await media()).toBe(before + 18);

    await cloud.trigger('EveryMinute');
    expect(await media()).toBe(before + 18);
    cloud.clock.set(hour / 2);
    await cloud.trigger('EveryMinute');
    expect(await media()).toBe(before + 12);
    cloud.clock.set(hour + 1000);
    await cloud.trigger('EveryMinute');
    expect(await media()).toBe(before + 6);
    const { body } = await cloud.ask(`/v1/events/${staying}`);
    expect((await cloud.fetch(body.pictures[0].renditions[0].url)).status).toBe(200);

    // Published again, its media are copied again.
    expect((await cloud.publish(ending, { unpublishAt: null })).status).toBe(200);
    const again = await cloud.ask(`/v1/events/${ending}`);
    expect((await cloud.fetch(again.body.pictures[0].renditions[0].url)).status).toBe(200);
    cloud.clock.set(0);
  });

  it('leaves the media of a line of an archive that its step reaches after minutes, and that is not public yet', async () => {
    const line = (name: string, images: readonly object[] = []) => ({
      ...{ externalId: name, publishedAt: '2020-01-01', category: 'news', images },
      translations: { az: { title: name, slug: name, body: 'Mətn' } },
    });
    // More than are worked on at the same time, so that the last begins once another is done.
    const lines = Array.from({ length: 8 }, (_, n) => line(`xearly-${n}`));
    const late = line('xlate', [{ uploadId: await cloud.copiedImage(), alt: { az: 'Zal' } }]);
    let [isCopied, isSeen] = [false, false];
    const maintained = Promise.withResolvers<unknown>();
    const remove = cloud.inject({
      match: ({ action, body }) => {
        isCopied ||= action === 's3:CopyObject';
        if (action !== 'dynamodb:TransactWriteItems') return false;
        if (JSON.stringify(body).includes('xearly-')) cloud.clock.set(2 * 60_000);
        if (isSeen || !isCopied || !JSON.stringify(body).includes('xlate')) return false;
        isSeen = true;
        maintained.resolve(cloud.trigger('EveryMinute'));
        return true;
      },
      respond: maintained.promise,
    });
    expect((await cloud.importArchive([...lines, late])).body).toMatchObject({ created: 9 });
    remove();
    expect(isSeen).toBe(true);
    const { body } = await cloud.ask('/v1/events/xlate');
    expect((await cloud.fetch(body.pictures[0].renditions[0].url)).status).toBe(200);
    cloud.clock.set(0);
  });

  it('deletes what is due and records ends beside records that cannot be read, and says so as long as they are there', async () => {
    const before = await media();
    const hour = 3_600_000;
    const until = new Date(Date.now() + hour).toISOString();
    const table = deskTable(cloud);
    const item = async (id: string, sk: string) => {
      const found = (await table.items()).find((one) => one.pk?.S === `EVENT#${id}` && one.sk?.S?.startsWith(sk));
      if (!found) throw new Error(`${id} has no ${sk}`);
      return found;
    };
    const ending = async () => {
      const id = await cloud.draft(withCover(await cloud.image()));
      expect((await cloud.publish(id, { unpublishAt: until })).status).toBe(200);
      return id;
    };
    // In the order of their ids, in which they are dealt with.
    const [unread, halfRead, sound] = [await ending(), await ending(), await ending()];
    expect(await media()).toBe(before + 18);
    const records = [await item(unread, 'EDITION'), await item(halfRead, 'LEFTOVER')] as const;
    await table.put({ ...records[0], doc: toDocument({ number: 'none' }) });
    await table.put({ ...records[1], image: { S: '{' } });
    cloud.clock.set(hour + 1000);
    await expect(cloud.trigger('EveryMinute')).rejects.toThrow();
    expect(await media()).toBe(before + 12);
    const ended = async () => {
      const { body } = await cloud.ask('/v1/staff/audit?action=event.ended');
      return [unread, halfRead, sound].filter((id) => JSON.stringify(body.items).includes(id));
    };
    expect(await ended()).toEqual([halfRead, sound]);
    for (const record of records) await table.put(record);
    await cloud.trigger('EveryMinute');
    expect(await media()).toBe(before);
    expect(await ended()).toEqual([unread, halfRead, sound]);
    cloud.clock.set(0);
  });

  it('leaves the record of media to an act that is about to withdraw them, and that may break off', async () => {
    const before = await media();
    const id = await cloud.draft(withCover(await cloud.image()));
    expect((await cloud.publish(id)).status).toBe(200);
    // The maintenance function runs when the record is written and the edition is not, and then the act does not get
    // beyond its edition.
    let step: 'none' | 'recorded' | 'withdrawn' = 'none';
    const remove = cloud.inject({
      match: ({ function: name, action, body }) => {
        if (!name.includes('StaffApi') || action !== 'dynamodb:TransactWriteItems') return false;
        const text = JSON.stringify(body);
        if (step === 'none' && text.includes('LEFTOVER#')) step = 'recorded';
        else if (step === 'recorded' && text.includes('"EDITION"')) step = 'withdrawn';
        return step === 'withdrawn';
      },
      respond: 600,
      times: 1,
    });
    const withdrawal = cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await expect.poll(() => step).toBe('withdrawn');
    await cloud.trigger('EveryMinute');
    const breaks = cloud.inject({
      match: ({ function: name, action, body }) =>
        name.includes('StaffApi') && action.startsWith('dynamodb:') && JSON.stringify(body).includes('LEFTOVER#'),
      respond: 'deny',
    });
    expect((await withdrawal).status).toBeGreaterThanOrEqual(500);
    breaks();
    remove();
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(410);
    cloud.clock.set(120_000);
    await cloud.trigger('EveryMinute');
    expect(await media()).toBe(before);
    cloud.clock.set(0);
  });
});
