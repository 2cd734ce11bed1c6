import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../support/clients/client.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { Story } from '../../support/files/picture-story.ts';
import { withCover } from '../../support/files/with-cover.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

/** What each act is told by in the audit, and so in its transaction. */
const marks = {
  upload: 'upload.requested',
  enter: 'artwork.entered',
  publish: 'event.published',
  narrow: 'artwork.updated',
  erase: 'artwork.erased',
} as const;
type ActName = keyof typeof marks;

const perform: Readonly<Record<ActName, (story: Story) => Promise<Answer | undefined>>> = {
  upload: (story) => story.upload(),
  enter: (story) => story.enter({ image: false }),
  publish: (story) => story.publish(),
  narrow: (story) => story.narrow(),
  erase: (story) => story.erase(),
};

/** What has to be done before an act can be. */
const needs: Readonly<Record<ActName, readonly ('upload' | 'enter')[]>> = {
  upload: [],
  enter: [],
  publish: ['upload'],
  narrow: ['enter'],
  erase: ['enter'],
};

const names = Object.keys(marks) as ActName[];
const pairs = names
  .flatMap((one, n) => names.slice(n + 1).map((other) => [one, other] as const))
  // One cannot be without the other.
  .filter(([one, other]) => !needs[other].includes(one as 'upload' | 'enter'));

/** Which of two transactions is held up on its way, while the other act goes through. */
const timings = ['neither', 'the first', 'the second'] as const;

const media = async () => (await cloud.media()).length;

describe.each(pairs)('%s and %s at once', (one, other) => {
  it.each(timings)('leave nothing public that consent does not cover, where %s is held up', async (held) => {
    const before = await media();
    const story = await Story.begin(cloud);
    const first = new Set([...needs[one], ...needs[other]]);
    if (first.has('upload')) await story.upload();
    if (first.has('enter')) await story.enter();
    const mark = held === 'neither' ? undefined : marks[held === 'the first' ? one : other];
    const remove =
      mark &&
      cloud.inject({
        match: ({ action, body }) =>
          action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes(mark.replace('"', '')),
        respond: 700,
        times: 1,
      });
    const [isFirstHeld, isSecondHeld] = [held === 'the first', held === 'the second'];
    const late = async (act: ActName, isHeld: boolean) => {
      // Whoever is not held up begins when the other has read what it decides by.
      if (!isHeld && held !== 'neither') await pause(250);
      return perform[act](story);
    };
    const answers = await Promise.all([late(one, isFirstHeld), late(other, isSecondHeld)]);
    remove?.();
    for (const answer of answers) expect([200, 201, 400, 404, 409, 412]).toContain(answer?.status);
    await cloud.published();

    const isArtwork = [one, other].some((act) => ['enter', 'narrow', 'erase'].includes(act));
    expect(isArtwork).toBe(true);
    if (story.eventId) {
      expect((await story.seen()).shown).toBe(false);
      const { body } = await cloud.ask(`/v1/staff/events/${story.eventId}`);
      const again = await story.publish();
      // A draft that was refused the picture has none.
      if (body.pictures.length > 0)
        expect(again.body.errors.map(({ path }: { path: string }) => path)).toContain('pictures.0.uploadId');
    }
    await cloud.trigger('EveryMinute');
    expect(await media()).toBe(before);
    expect(
      (await cloud.items('ShowcaseTable')).filter((item) => item.includes(story.slug) && item.includes('"media"')),
    ).toEqual([]);
  });
});

describe('a publication that has become public, and says last that its files stay', () => {
  it('leaves them to the end of a consent that came before that', async () => {
    const before = await media();
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    const saysIn = (body: unknown, text: string): boolean => JSON.stringify(body ?? {}).includes(text);
    let held = 0;
    const holdUp = (milliseconds: number, isHeld: (action: string, body: unknown) => boolean) => {
      let isDone = false;
      return cloud.inject({
        match: ({ action, body }) => {
          if (isDone || !isHeld(action, body) || !saysIn(body, 'LEFTOVER#')) return false;
          isDone = true;
          held += 1;
          return true;
        },
        respond: milliseconds,
        times: 1,
      });
    };
    let written = 0;
    const removals = [
      // The publication says first that its files must go should it fail, and last how long they stay.
      holdUp(2000, (action, body) => {
        if (action === 'dynamodb:TransactWriteItems' && saysIn(body, 'LEFTOVER#')) written += 1;
        return written === 2;
      }),
      // The end of the consent has made such a record, and looks for it later still.
      holdUp(3000, (action) => action === 'dynamodb:Query'),
    ];
    const publication = story.publish();
    await expect.poll(async () => (await story.seen()).shown, { timeout: 10_000 }).toBe(true);
    expect((await story.narrow()).status).toBe(200);
    expect((await publication).status).toBe(200);
    for (const remove of removals) remove();
    expect(held).toBe(2);
    await cloud.published();
    await cloud.trigger('EveryMinute');
    expect((await story.seen()).shown).toBe(false);
    expect(await media()).toBe(before);
  });
});

describe('a publication while the publisher forgets that a picture was shown', () => {
  it('leaves the record by which the end of consent finds it', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    await story.publish();
    await cloud.ask(`/v1/staff/events/${story.eventId}/unpublish`, { body: {} });
    await cloud.published();
    const isRecord = (body: unknown) => JSON.stringify(body ?? {}).includes(`ELSEWHERE#${story.artworkId}`);
    let isHeld = false;
    const stop = cloud.inject({
      match: ({ action, function: name, body }) => {
        const isDeletion = action === 'dynamodb:DeleteItem' || JSON.stringify(body ?? {}).includes('"Delete"');
        const isIt = isDeletion && name.includes('Publisher') && isRecord(body);
        isHeld ||= isIt;
        return isIt;
      },
      respond: 2000,
      times: 1,
    });
    // The publisher looks at an exhibition that is due.
    const at = new Date(Date.now() - 60_000).toISOString();
    await deskTable(cloud).put({
      ...{ pk: { S: `EXHIBITION#${story.exhibitionId}` }, sk: { S: 'DUE' }, at: { S: at }, token: { S: 'test' } },
      ...{ listPk: { S: 'DUE' }, listSk: { S: `${at}#${story.exhibitionId}` } },
    });
    await cloud.trigger('EveryMinute');
    await expect.poll(() => isHeld, { timeout: 10_000 }).toBe(true);
    expect((await story.publish()).status).toBe(200);
    await cloud.published();
    stop();
    const kept = (await cloud.items('DeskTable')).filter((item) => isRecord(item));
    expect(kept).toHaveLength(1);
  });
});

describe('a picture that two events are published with at once', () => {
  it('is found in both, and leaves both', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    const ids = [story.eventId];
    for (let n = 0; n < 4; n += 1) ids.push(await cloud.draft(withCover(story.uploadId)));
    const answers = await Promise.all(ids.map((id) => cloud.publish(id)));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    const { body } = await story.narrow();
    expect(body.removedFrom.map(({ id }: { id: string }) => id).sort()).toEqual(ids.sort());
  });

  it('leaves each of them however consent is taken back in the midst of it', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    const ids = [story.eventId];
    for (let n = 0; n < 5; n += 1) ids.push(await cloud.draft(withCover(story.uploadId)));
    const publications = ids.map(async (id, n) => {
      await pause(n * 40);
      return cloud.publish(id);
    });
    await pause(120);
    const { status } = await story.narrow();
    expect(status).toBe(200);
    for (const { status } of await Promise.all(publications)) expect([200, 400]).toContain(status);
    // What was refused is not public.
    for (const id of ids) expect((await cloud.ask(`/v1/events/${id}`)).body.pictures ?? []).toEqual([]);
  });
});
