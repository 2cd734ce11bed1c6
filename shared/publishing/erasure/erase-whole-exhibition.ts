import { pollUntilFound } from '../../async/poll-until-found.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { hasAuditedAction } from '../../desk/store/audited-action.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import { tryEnqueueReconcile } from '../exhibitions/try-enqueue-reconcile.ts';
import { unpublishEnded } from '../exhibitions/unpublish-ended.ts';
import { eraseEntries, eraseExhibition, isErasingEntries, requireErasable } from './erase-exhibition.ts';

/** How long one call erases entries, in milliseconds, before it leaves the rest to the next. */
const erasureBudgetMs = 8_000;

/**
 * What a call has erased: the exhibition itself once all its entries are gone, so many entries, versions and addresses.
 */
interface ErasedExhibition {
  readonly erased: boolean;
  readonly artworks: number;
  readonly revisions: number;
  readonly addresses: number;
}

/**
 * Erases an exhibition that is not public with its entries, as far as it comes in a while: the caller asks again until
 * `erased`. Throws if it is public, or the version is stale.
 */
export const eraseWholeExhibition = async (
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  actor: Actor,
): Promise<ErasedExhibition> => {
  if (!(await readExhibition(id)) && (await hasAuditedAction(id, 'exhibition.erased'))) {
    await saveErasureRecord({ kind: 'exhibition', id });
    return { erased: true, artworks: 0, revisions: 0, addresses: 0 };
  }
  const exhibition = await unpublishEnded(await requireExhibition(id, version), actor);
  requireErasable(exhibition);
  const { site } = await readSite();
  const until = performance.now() + erasureBudgetMs;
  const { artworks, isDone } = await eraseEntries(exhibition, { act: actor, site, until });
  if (artworks > 0) await tryEnqueueReconcile(id, actor);
  const isClean = isDone && (await pollUntilFound(async () => !(await isErasingEntries(exhibition)) || undefined));
  const gone =
    isClean && (await retryOnNewEdition(async () => eraseExhibition(await requireExhibition(id), actor, site)));
  if (!gone) return { erased: false, artworks, revisions: 0, addresses: 0 };
  await saveErasureRecord({ kind: 'exhibition', id });
  return { erased: true, artworks, ...gone };
};
