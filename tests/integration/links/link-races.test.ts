import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
let count = 0;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

const draft = async (body: string): Promise<string> => {
  count += 1;
  const translations = { az: { title: `Yarış ${count}`, body } };
  return (await cloud.ask('/v1/staff/events', { body: { category: 'events', translations } })).body.id;
};

const act = (id: string, name: 'publish' | 'unpublish') => cloud.ask(`/v1/staff/events/${id}/${name}`, { body: {} });

/** What staff do with an event that links to another one, and with that one. */
interface Story {
  readonly source: string;
  readonly target: string;
}

const publishSource = ({ source }: Story) => act(source, 'publish');
const withdrawTarget = ({ target }: Story) => act(target, 'unpublish');

/** Gives the linking event a text without the link, or with it again, and publishes that. */
const rewrite = async ({ source, target }: Story, isLinked: boolean): Promise<void> => {
  const path = `/v1/staff/events/${source}`;
  const { version } = (await cloud.ask(path)).body;
  const body = isLinked ? `Bax: [orada](event:${target}).` : 'Keçid yoxdur.';
  await cloud.ask(path, { method: 'PATCH', version, body: { translations: { az: { body } } } });
  await act(source, 'publish');
};

/**
 * Holds a call of the staff's API at the `n`th that is about either event, until `meanwhile` is done; gives both
 * answers.
 */
const interrupted = async <T>(
  story: Story,
  n: number,
  first: (story: Story) => Promise<T>,
  meanwhile: (story: Story) => Promise<unknown>,
) => {
  let seen = 0;
  const [held, released] = [Promise.withResolvers<true>(), Promise.withResolvers<void>()];
  const remove = cloud.inject({
    match: ({ action, body }: AwsCall) => {
      const text = JSON.stringify(body) ?? '';
      if (!action.startsWith('dynamodb:') || !(text.includes(story.source) || text.includes(story.target)))
        return false;
      seen += 1;
      if (seen !== n) return false;
      held.resolve(true);
      return true;
    },
    respond: released.promise,
    times: 1,
  });
  const answer = first(story);
  const wasHeld = await Promise.race([held.promise, answer.then(() => false)]);
  const other = wasHeld ? await meanwhile(story) : undefined;
  released.resolve();
  const answers = { wasHeld, first: await answer, other };
  remove();
  return answers;
};

const says = (answer: unknown, word: string): boolean => JSON.stringify(answer ?? '').includes(word);

/**
 * What happens first, with a call held at each place in turn, and what happens meanwhile. Withdrawals come last in
 * time.
 */
const orders = [
  ['a publication, and a withdrawal meanwhile', publishSource, withdrawTarget],
  [
    'a publication, and another one and a withdrawal meanwhile',
    publishSource,
    async (story: Story) => {
      await act(story.source, 'publish');
      return withdrawTarget(story);
    },
  ],
  [
    'a publication, and one without the link, one with it and a withdrawal meanwhile',
    publishSource,
    async (story: Story) => {
      await rewrite(story, false);
      await rewrite(story, true);
      return withdrawTarget(story);
    },
  ],
  ['a withdrawal, and a publication meanwhile', withdrawTarget, publishSource],
] as const;

it.each(orders)(
  'no link leads nowhere unnamed: %s',
  async (_name, first, meanwhile) => {
    for (let n = 1; ; n += 1) {
      const target = await draft('Mətn');
      await act(target, 'publish');
      const source = await draft(`Bax: [orada](event:${target}).`);
      const story = { source, target };
      const { wasHeld, first: one, other } = await interrupted(story, n, first, meanwhile);
      const shown = await cloud.ask(`/v1/events/${source}`);
      const isGone = (await cloud.ask(`/v1/events/${target}`)).status === 410;
      const leadsNowhere = isGone && shown.status === 200 && says(shown.body, target);
      const isNamed = [one, other].some((answer) => says(answer, 'linkLeadsNowhere') || says(answer, '"linkedFrom"'));
      if (leadsNowhere) {
        expect(isNamed, `held at call ${n}`).toBe(true);
        expect(says(await act(target, 'unpublish'), source), `asked again after call ${n}`).toBe(true);
      }
      if (!wasHeld) break;
    }
  },
  240_000,
);
