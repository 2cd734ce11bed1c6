import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readExhibition, saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Site } from '../../model/site/site.ts';
import { eraseEntries, eraseExhibition, isErasable } from '../erasure/erase-exhibition.ts';
import { withdrawExhibition } from '../exhibitions/withdraw-exhibition.ts';
import { reconcileExhibition } from '../reconcile/reconcile-exhibition.ts';

/**
 * Erases an exhibition that a restore has brought back, or whose erasure was interrupted, with its entries and in
 * whatever state it is. False where it is gone, or was changed since its erasure was asked for at `version`: that was
 * refused. Throws where files of its entries must wait: the caller comes again.
 */
export const reapplyExhibitionErasure = async (
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  context: ActionContext,
  site: Site,
): Promise<boolean> => {
  const exhibition = await readExhibition(id);
  if (!exhibition || (version !== undefined && exhibition.version > version)) return false;
  // What follows makes versions: a run that is interrupted after it must not take the erasure for refused.
  if (version !== undefined) await saveErasureRecord({ kind: 'exhibition', id });
  const closed = await retryOnNewEdition(async () => withdrawAndClose(await requireExhibition(id), context));
  await eraseEntries(closed, { act: context, site, until: Number.POSITIVE_INFINITY });
  await reconcileExhibition(id);
  const gone = await retryOnNewEdition(async () => eraseExhibition(await requireExhibition(id), context, site));
  if (!gone) throw new Error(`Entries of the exhibition ${id} are still being erased.`);
  return true;
};

/** Takes an exhibition from the public, and from those who would enter or rate works. */
const withdrawAndClose = async (exhibition: Exhibition, context: ActionContext): Promise<Exhibition> => {
  const isPublic = (await readExhibitionEdition(exhibition.id))?.publication !== undefined;
  const withdrawn =
    isPublic || exhibition.publishing
      ? await withdrawExhibition(exhibition, { action: 'unpublished', hideTitle: true }, context)
      : exhibition;
  if (isErasable(withdrawn)) return withdrawn;
  const closed = nextVersion(withdrawn, { status: 'withdrawn' }, context);
  await saveExhibition({ exhibition: closed, previous: withdrawn, action: undefined }, context);
  return closed;
};
