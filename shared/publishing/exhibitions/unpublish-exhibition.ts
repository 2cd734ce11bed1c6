import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';
import { resolveArtworksAttention } from '../mentions/resolve-artwork-attention.ts';
import { resolveExhibitionAttention } from '../mentions/resolve-exhibition-attention.ts';
import { awaitReconcile } from './await-reconcile.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';
import { withdrawExhibition } from './withdraw-exhibition.ts';

/**
 * Takes an exhibition from the public: everything that leads to it, and a publication that is under way, in one
 * transaction. The publisher deletes the media after that; `isClean` is false if it is still at work. `linkedFrom`
 * names the public texts that link to it. Throws `VersionConflictError` where `version` is given and stale.
 */
export const unpublishExhibition = async (
  {
    id,
    version,
    hideTitle = false,
  }: { readonly id: string; readonly version?: number | undefined; readonly hideTitle?: boolean },
  actor: Actor,
): Promise<{ exhibition: Exhibition; isClean: boolean; linkedFrom: readonly FieldLocation[] }> => {
  const withdrawn = await retryOnNewEdition(async () => {
    const exhibition = await requireExhibition(id, version);
    return withdrawExhibition(exhibition, { action: 'unpublished', hideTitle }, actor);
  });
  await tryEnqueueReconcile(id, actor);
  await resolveExhibitionAttention(withdrawn, actor);
  await resolveArtworksAttention(id, actor);
  const linkedFrom = await textsLinkingTo({ kind: 'exhibition', id });
  return { exhibition: withdrawn, isClean: await awaitReconcile(id), linkedFrom };
};
