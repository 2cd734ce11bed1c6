import { exhibitionEditionWrite, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { requireTransition } from '../../desk/exhibitions/require-transition.ts';
import { deleteTextLinks } from '../../desk/links/text-links.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { publishCountOf } from '../../model/edition.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import { type ExhibitionEdition, exhibitionCancellation, isEverPublic } from '../../model/exhibition-edition.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { targetsOf, textLinksOf } from '../links/text-links.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';
import { resolveArtworksAttention } from '../mentions/resolve-artwork-attention.ts';
import { resolveExhibitionAttention } from '../mentions/resolve-exhibition-attention.ts';
import { awaitReconcile } from './await-reconcile.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';

/**
 * Takes an exhibition from the public: everything that leads to it, and a publication that is under way, in one
 * transaction. The publisher deletes the media after that; `isClean` is false where it is still at work. `linkedFrom` names
 * the public texts that link to it. Throws
 * `VersionConflictError` where `version` is given and stale.
 */
export const unpublishExhibition = async (
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  actor: Actor,
): Promise<{ exhibition: Exhibition; isClean: boolean; linkedFrom: readonly FieldLocation[] }> => {
  const withdrawn = await retryOnNewEdition(async () => withdraw(await requireExhibition(id, version), actor));
  await tryEnqueueReconcile(id, actor);
  await resolveExhibitionAttention(withdrawn, actor);
  await resolveArtworksAttention(id, actor);
  const linkedFrom = await textsLinkingTo({ kind: 'exhibition', id });
  return { exhibition: withdrawn, isClean: await awaitReconcile(id), linkedFrom };
};

const withdraw = async (exhibition: Exhibition, context: ActionContext): Promise<Exhibition> => {
  const { id, publishing, published: _, ...rest } = exhibition;
  const before = await readExhibitionEdition(id);
  if (!before?.publication && !publishing) {
    // Withdrawn already: the caller who asks again gets the same answer.
    if (exhibition.status !== 'withdrawn') requireTransition(exhibition, 'withdrawn', context.now);
    return exhibition;
  }
  const status = before?.publication ? 'withdrawn' : exhibition.status;
  const next = nextVersion({ id, ...rest }, { status }, context);
  const edition = before && withdrawnEdition(before, context.now);
  const { site } = await readSite();
  await saveExhibition(
    {
      exhibition: next,
      previous: exhibition,
      action: 'exhibition.unpublished',
      others: [
        ...(edition
          ? [
              exhibitionEditionWrite(id, edition, before),
              ...exhibitionEditionWrites(id, { next: edition, previous: before }, site),
            ]
          : []),
        reconcileNowWrite(id, context.now),
      ],
    },
    context,
  );
  if (edition && before?.publication) {
    const source = { kind: 'exhibition', id, edition: edition.number } as const;
    await deleteTextLinks(source, targetsOf(textLinksOf(before.publication.content.translations)));
  }
  return next;
};

/** The edition after a withdrawal; `undefined` where nothing of it is published. */
const withdrawnEdition = (before: ExhibitionEdition, now: Date): ExhibitionEdition | undefined => {
  if (!before.publication) return undefined;
  const cancelled = exhibitionCancellation(before.publication, now.toISOString());
  return {
    number: before.number + 1,
    publishCount: publishCountOf(before) + 1,
    ...(before.guidLocale && { guidLocale: before.guidLocale }),
    actedAt: now.toISOString(),
    ...(cancelled && { cancelled }),
    artworkSetVersion: before.artworkSetVersion,
    slugHistory: before.slugHistory,
    wasPublic: isEverPublic(before, now),
  };
};
