import { hash } from 'node:crypto';
import { viewWeightAt } from '../../shared/model/site/view-weight.ts';
import { readSlugs } from '../../shared/showcase/store/read.ts';
import { readPublicExhibition } from '../../shared/showcase/store/read-exhibition.ts';
import { addViews, readViews } from '../../shared/showcase/store/views.ts';
import type { View } from './views-in.ts';

type Kind = 'event' | 'exhibition';

/** A name for a set of messages: the same in whatever order they come. */
const nameOf = (messageIds: readonly string[]): string =>
  hash('sha256', [...messageIds].sort().join(), 'base64url').slice(0, 22);

/** What an id names, where that is public now. */
const kindOf = async (id: string, now: Date): Promise<Kind | undefined> => {
  const slugs = await readSlugs(id, now);
  if (slugs) return slugs === 'gone' ? undefined : 'event';
  const exhibition = await readPublicExhibition(id, now);
  return exhibition && exhibition !== 'gone' ? 'exhibition' : undefined;
};

/**
 * Counts views of an event or an exhibition, and gives which of them it is. Where it is not public now it counts none:
 * any caller can send any id, and nothing may be stored for ids that were never published. Nor is a view believed to
 * stand for more readers than it may where so many were counted.
 */
export const countViews = async (id: string, all: readonly View[], now: Date): Promise<Kind | undefined> => {
  const kind = await kindOf(id, now);
  const views = all.filter(({ weight }) => weight > 0);
  if (!kind || views.length === 0) return kind;
  const isPlain = views.every(({ weight }) => weight === 1);
  const most = isPlain ? 1 : viewWeightAt((await readViews({ kind, id })) ?? 0);
  const count = views.reduce((sum, { weight }) => sum + Math.min(weight, most), 0);
  await addViews({ kind, id }, count, nameOf(views.map(({ messageId }) => messageId)));
  return kind;
};
