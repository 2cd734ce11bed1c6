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
import { withoutTitles } from '../../model/cancellation.ts';
import { nextEditionOf } from '../../model/edition.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import { type ExhibitionEdition, exhibitionCancellation, isEverPublic } from '../../model/exhibition-edition.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import type { Site } from '../../model/site.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { targetsOf, textLinksOf } from '../links/text-links.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';
import { attentionErrors } from '../mentions/attention-errors.ts';
import { publicExhibitionFields } from '../mentions/public-fields.ts';
import { resolveArtworksAttention } from '../mentions/resolve-artwork-attention.ts';
import { resolveExhibitionAttention } from '../mentions/resolve-exhibition-attention.ts';
import { awaitReconcile } from './await-reconcile.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';

/**
 * Takes an exhibition from the public: everything that leads to it, and a publication that is under way, in one
 * transaction. The publisher deletes the media after that; `isClean` is false if it is still at work. `linkedFrom` names
 * the public texts that link to it. Throws
 * `VersionConflictError` where `version` is given and stale.
 */
export const unpublishExhibition = async (
  {
    id,
    version,
    hideTitle = false,
  }: { readonly id: string; readonly version?: number | undefined; readonly hideTitle?: boolean },
  actor: Actor,
): Promise<{ exhibition: Exhibition; isClean: boolean; linkedFrom: readonly FieldLocation[] }> => {
  const withdrawn = await retryOnNewEdition(async () =>
    withdraw(await requireExhibition(id, version), hideTitle, actor),
  );
  await tryEnqueueReconcile(id, actor);
  await resolveExhibitionAttention(withdrawn, actor);
  await resolveArtworksAttention(id, actor);
  const linkedFrom = await textsLinkingTo({ kind: 'exhibition', id });
  return { exhibition: withdrawn, isClean: await awaitReconcile(id), linkedFrom };
};

const withdraw = async (exhibition: Exhibition, hideTitle: boolean, context: ActionContext): Promise<Exhibition> => {
  const { id, publishing, published: _, ...rest } = exhibition;
  const before = await readExhibitionEdition(id);
  const isTitleToHide = hideTitle && before?.cancelled?.titles !== undefined;
  if (!before?.publication && !publishing && !isTitleToHide) {
    // Withdrawn already: the caller who asks again gets the same answer.
    if (exhibition.status !== 'withdrawn') requireTransition(exhibition, 'withdrawn', context.now);
    return exhibition;
  }
  const status = before?.publication ? 'withdrawn' : exhibition.status;
  const isHidden = hideTitle || (await isToBeLookedAt(exhibition, before, context.now));
  const next = nextVersion({ id, ...rest }, { status }, context);
  const { site } = await readSite();
  const edition = before && withdrawnEdition(before, isHidden, site, context.now);
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

/**
 * True if an editor must look at its public texts first: one names a person whose name is withheld by now. The working
 * copy may have been corrected meanwhile, and calendars say what was published.
 */
const isToBeLookedAt = async (
  { id, confirmedMentions: confirmed }: Exhibition,
  before: ExhibitionEdition | undefined,
  now: Date,
): Promise<boolean> => {
  const fields = publicExhibitionFields(before, now);
  return (await attentionErrors({ exhibitionId: id }, [{ kind: 'exhibition', id, fields, confirmed }])).length > 0;
};

/**
 * The edition after a withdrawal, with what calendars are told: the title too, unless it is hidden. `undefined` if
 * nothing of it is published, and no title is to be hidden.
 */
const withdrawnEdition = (
  before: ExhibitionEdition,
  isHidden: boolean,
  site: Site,
  now: Date,
): ExhibitionEdition | undefined => {
  const told = before.publication ? exhibitionCancellation(before.publication, now.toISOString()) : before.cancelled;
  if (!before.publication && !(isHidden && told?.titles)) return undefined;
  const cancelled = told && isHidden ? withoutTitles(told) : told;
  return {
    ...nextEditionOf(before, site, now),
    ...(cancelled && { cancelled }),
    artworkSetVersion: before.artworkSetVersion,
    slugHistory: before.slugHistory,
    wasPublic: isEverPublic(before, now),
  };
};
