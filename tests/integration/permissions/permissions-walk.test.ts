import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventStatuses } from '../../../shared/model/events/event-status.ts';
import {
  type ActorKind,
  actorKinds,
  actorsAllowedIn,
  type ExhibitionAction,
  eventPermissions,
  exhibitionPermissions,
  exhibitionStages,
} from '../../../shared/model/staff/permissions.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { takeSnapshot } from '../../support/cloud/snapshot.ts';
import { type Fixture, outside, type People, peopleOf, reading, walker } from './permissions-walk.ts';
import { eventWalker } from './permissions-walk-events.ts';

let cloud: ExhibitionCloud;
let people: People;
let walk: ReturnType<typeof walker>;
let walkEvents: ReturnType<typeof eventWalker>;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  people = await peopleOf(cloud);
  await cloud.copiedUpload();
  begin = await takeSnapshot(cloud);
  walk = walker(cloud, people);
  walkEvents = eventWalker(people);
});
afterAll(() => cloud.end());

const acts = Object.keys(exhibitionPermissions) as ExhibitionAction[];
/** Nothing of an exhibition is handed to anybody. */
const actorsOfExhibitions: readonly ActorKind[] = ['juror', 'foreign', 'own', 'editor', 'admin'];

/** What everything is made from: nothing but an image. */
let begin: () => Promise<void>;

/** Makes something by itself, and gives what brings everything back to that state once all work is done. */
const alone = async <T>(make: () => Promise<T>): Promise<{ made: T; restore: () => Promise<void> }> => {
  await settle();
  await begin();
  const made = await make();
  await settle();
  const back = await takeSnapshot(cloud);
  const restore = async () => {
    await settle();
    await back();
  };
  return { made, restore };
};

const settle = async () => {
  await cloud.published();
  await cloud.followed('Follower');
};

describe.each(exhibitionStages)('an exhibition that is %s', (stage) => {
  const inStage = acts.filter((act) => !outside(act, stage));
  /** An act that takes an exhibition of another kind. */
  const isSpecial = (act: ExhibitionAction) =>
    act === 'selectSighted' ||
    (act === 'setBlindRating' && actorsAllowedIn(exhibitionPermissions[act], stage).length > 0);
  let shared: Awaited<ReturnType<typeof alone<Fixture>>>;

  const tryAll = async (act: ExhibitionAction, { made, restore }: typeof shared) => {
    const allowed: readonly ActorKind[] = actorsAllowedIn(exhibitionPermissions[act], stage);
    const found: string[] = [];
    // Those who may not go first: what they ask for must change nothing.
    for (const actor of actorsOfExhibitions.toSorted((a, b) => +allowed.includes(a) - +allowed.includes(b))) {
      const { status, body } = await walk.acts[act](people[actor], made);
      const isDone = status >= 200 && status < 300;
      const isRefused = [403, 404, 409].includes(status) || (act === 'publishExhibition' && status === 400);
      if (allowed.includes(actor) ? !isDone : !isRefused)
        found.push(`${actor}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
      if (allowed.includes(actor) && !reading.has(act)) await restore();
    }
    expect(found).toEqual([]);
  };

  describe('with entries', () => {
    beforeAll(async () => {
      shared = await alone(() => walk.make(stage));
    });

    it.each(inStage.filter((act) => !isSpecial(act)))('lets those %s whom the table names, and no others', (act) =>
      tryAll(act, shared),
    );
  });

  const special = inStage.filter(isSpecial);
  it.runIf(special.length > 0).each(special)('lets those %s whom the table names, and no others', async (act) => {
    const more = act === 'selectSighted' ? { blindRating: true } : { bare: true };
    await tryAll(act, await alone(() => walk.make(stage, more)));
  });
});

describe.each(eventStatuses)('an event that is %s', (stage) => {
  it('lets everybody do what the table of permissions says, and nothing else', async () => {
    const { made, restore } = await alone(() => walkEvents.make(stage));
    const found: string[] = [];
    for (const act of Object.keys(eventPermissions) as (keyof typeof eventPermissions)[]) {
      const allowed: readonly ActorKind[] = actorsAllowedIn(eventPermissions[act], stage);
      for (const actor of actorKinds.toSorted((a, b) => +allowed.includes(a) - +allowed.includes(b))) {
        const { status, body } = await walkEvents.acts[act](people[actor], made);
        // With the event its previews may have ended already.
        const hasEnded = act === 'revokePreview' && stage === 'archived' && status === 404;
        const isDone = (status >= 200 && status < 300) || hasEnded;
        const isRefused = [403, 404, 409].includes(status);
        if (allowed.includes(actor) ? !isDone : !isRefused) {
          found.push(`${actor} ${act}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
        }
        if (allowed.includes(actor) && !reading.has(act)) await restore();
      }
    }
    expect(found).toEqual([]);
  });
});
