import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { Story } from '../../support/files/picture-story.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one) => permutations(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));

const acts = ['upload', 'enter', 'publish', 'narrow', 'erase'] as const;
type ActName = (typeof acts)[number];

/** The orders that can be: what is not there can be neither published nor narrowed nor erased. */
const orders = permutations<ActName>(acts).filter(
  (order) =>
    order.indexOf('upload') < order.indexOf('publish') &&
    order.indexOf('enter') < order.indexOf('narrow') &&
    order.indexOf('enter') < order.indexOf('erase'),
);

describe('a picture that is the cover of an event and an artwork', () => {
  /** Those whose picture may be shown no longer, and whose event is still there. */
  const withheld: Story[] = [];

  it('can be so in twenty orders', () => expect(orders).toHaveLength(20));

  it.each(orders.map((order) => [order.join(', ')]))('is shown as consent allows: %s', async (order) => {
    const story = await Story.begin(cloud);
    const is = { entered: false, allowed: true, erased: false, uploaded: false, published: false, shown: false };
    for (const act of order.split(', ') as ActName[]) {
      if (act === 'upload') {
        const answer = await story.upload();
        if (is.erased) {
          expect([answer?.status, answer?.body.errors[0].path]).toEqual([409, 'sha256']);
          // There is nothing to publish.
          break;
        }
        expect(answer?.status).toBe(is.allowed ? 200 : 400);
        if (!is.allowed) break;
        is.uploaded = true;
      } else if (act === 'enter') {
        const { status, body } = await story.enter();
        expect([status, body.removedFrom]).toEqual([201, undefined]);
        is.entered = true;
      } else if (act === 'publish') {
        const { status, body } = await story.publish();
        expect([status, body.errors?.[0].path]).toEqual(is.allowed ? [200, undefined] : [400, 'pictures.0.uploadId']);
        is.published ||= is.allowed;
        is.shown = is.allowed;
      } else {
        if (act === 'narrow' && is.erased) {
          const path = `/v1/staff/exhibitions/${story.exhibitionId}/artworks/${story.artworkId}`;
          expect((await cloud.ask(path, { method: 'PATCH', version: 1, body: { year: 2022 } })).status).toBe(404);
        } else {
          const answer = await story[act]();
          const left = is.shown ? [{ kind: 'event', id: story.eventId, field: 'pictures' }] : undefined;
          expect([answer.status, answer.body.removedFrom]).toEqual([200, left]);
          const { body } = await cloud.ask(`/v1/staff/audit?item=${story.artworkId}`);
          expect(body.items[0].places).toEqual(left);
        }
        is.allowed = false;
        is.erased ||= act === 'erase';
        is.shown = false;
      }
      if (!is.uploaded) continue;
      const { shown, files } = await story.seen();
      expect([act, shown]).toEqual([act, is.shown]);
      expect(files).toEqual(files.map(() => (is.shown ? 200 : 404)));
      if (is.published) expect((await cloud.ask(`/v1/events/${story.eventId}`)).body.title).toBe('Tədbir');
    }
    await cloud.published();
    const { body } = await cloud.ask(`/v1/staff/events/${story.eventId}`);
    if (is.uploaded && !is.allowed) {
      const again = await cloud.publish(story.eventId);
      expect([again.status, again.body.errors?.[0].path]).toEqual([400, 'pictures.0.uploadId']);
      expect(body.pictures[0].uploadId).toBe(story.uploadId);
      withheld.push(story);
    }
  });

  it('stays out of the public when that is made again', async () => {
    expect(withheld.length).toBeGreaterThan(8);
    await cloud.rebuild();
    for (const story of withheld) expect((await story.seen()).shown).toBe(false);
  });
});
