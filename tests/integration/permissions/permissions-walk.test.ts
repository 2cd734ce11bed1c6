import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventStatuses } from '../../../shared/model/event-status.ts';
import {
  type ActorKind,
  actorKinds,
  actorsAllowedIn,
  type ExhibitionAction,
  eventPermissions,
  exhibitionPermissions,
  exhibitionStages,
} from '../../../shared/model/permissions.ts';
import { type ExhibitionCloud, startExhibitions } from '../../support/exhibition-cloud.ts';
import { destructive, outside, type People, peopleOf, walker } from './permissions-walk.ts';
import { changing, eventWalker } from './permissions-walk-events.ts';

let cloud: ExhibitionCloud;
let people: People;
let walk: ReturnType<typeof walker>;
let walkEvents: ReturnType<typeof eventWalker>;

beforeAll(async () => {
  // One person makes more previews here than anybody does in an hour.
  const environment = { LIMITS: JSON.stringify({ previewsPerHour: 1_000 }) };
  cloud = await startExhibitions('permissions-walk', undefined, { environment });
  people = await peopleOf(cloud);
  walk = walker(cloud, people);
  walkEvents = eventWalker(people);
});
afterAll(() => cloud.end());

const acts = Object.keys(exhibitionPermissions) as ExhibitionAction[];
/** Nothing of an exhibition is handed to anybody. */
const actorsOfExhibitions: readonly ActorKind[] = ['juror', 'foreign', 'own', 'editor', 'admin'];

describe.each(exhibitionStages)('an exhibition that is %s', (stage) => {
  let shared: Awaited<ReturnType<typeof walk.make>>;
  let bare: typeof shared;

  beforeAll(async () => {
    shared = await walk.make(stage);
    bare = await walk.make(stage === 'draft' || stage === 'open' ? stage : 'draft', { bare: true });
  });

  it.each(acts.filter((act) => !outside(act, stage)))(
    'lets those %s whom the table names, and no others',
    async (act) => {
      const allowed: readonly ActorKind[] = actorsAllowedIn(exhibitionPermissions[act], stage);
      const blindRating = act === 'selectSighted' || undefined;
      const isBare = act === 'setBlindRating' && allowed.length > 0;
      const found: string[] = [];
      let sighted: typeof shared | undefined;
      // Those who may not go first: what they ask for must change nothing.
      for (const actor of actorsOfExhibitions.toSorted((a, b) => +allowed.includes(a) - +allowed.includes(b))) {
        const may = allowed.includes(actor);
        const made = () => walk.make(stage, { ...(blindRating && { blindRating }), bare: isBare });
        let fixture = isBare ? bare : shared;
        if (may && destructive.has(act)) fixture = await made();
        else if (blindRating) fixture = sighted ??= await made();
        const { status, body } = await walk.acts[act](people[actor], fixture);
        const isDone = status >= 200 && status < 300;
        const isRefused = [403, 404, 409].includes(status) || (act === 'publishExhibition' && status === 400);
        if (may ? !isDone : !isRefused) found.push(`${actor}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
      }
      expect(found).toEqual([]);
    },
  );
});

describe.each(eventStatuses)('an event that is %s', (stage) => {
  it('lets everybody do what the table of permissions says, and nothing else', async () => {
    const shared = await walkEvents.make(stage);
    const found: string[] = [];
    for (const act of Object.keys(eventPermissions) as (keyof typeof eventPermissions)[]) {
      const allowed: readonly ActorKind[] = actorsAllowedIn(eventPermissions[act], stage);
      for (const actor of actorKinds.toSorted((a, b) => +allowed.includes(a) - +allowed.includes(b))) {
        const isFresh = allowed.includes(actor) && changing.has(act);
        const event = isFresh ? await walkEvents.make(stage) : shared;
        const { status, body } = await walkEvents.acts[act](people[actor], event);
        // With the event its previews may have ended already.
        const hasEnded = act === 'revokePreview' && stage === 'archived' && status === 404;
        const isDone = (status >= 200 && status < 300) || hasEnded;
        const isRefused = [403, 404, 409].includes(status);
        if (allowed.includes(actor) ? !isDone : !isRefused) {
          found.push(`${actor} ${act}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
        }
      }
    }
    expect(found).toEqual([]);
  });
});
