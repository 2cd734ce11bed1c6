import { eraseName, readNameKeptSince } from '../../desk/people/person-names.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { isSince, type KeptRecord } from '../../media/erasure-record.ts';
import type { ItemErasure } from '../../media/item-erasure.ts';
import type { Site } from '../../model/site/site.ts';
import { reapplyConsent } from './reapply-consent.ts';
import { reapplyEventErasure } from './reapply-event-erasure.ts';
import { reapplyExhibitionErasure } from './reapply-exhibition-erasure.ts';
import { reapplyRevisionsErasure, reapplySiteRevisionsErasure } from './reapply-revisions-erasure.ts';
import {
  reapplyEventPathErasure,
  reapplyEventSlugErasure,
  reapplyExhibitionSlugErasure,
} from './reapply-slug-erasure.ts';
import { reapplyUploadErasure } from './reapply-upload-erasure.ts';

/**
 * Erases again what a record says, where a restore of the table has brought it back; false where there is nothing of
 * it. It reads one item of a table that was not restored, or two of an address.
 */
export const reapplyItemErasure = async (
  record: KeptRecord<ItemErasure>,
  actor: Actor,
  site: Site,
): Promise<boolean> => {
  const { id, erasedAt } = record;
  switch (record.kind) {
    case 'event':
      return reapplyEventErasure(record, actor, site);
    case 'exhibition':
      return reapplyExhibitionErasure(record, actor, site);
    case 'event-revisions':
      return reapplyRevisionsErasure({ item: { kind: 'event', id }, version: record.version, erasedAt }, actor);
    case 'exhibition-revisions':
      return reapplyRevisionsErasure({ item: { kind: 'exhibition', id }, version: record.version, erasedAt }, actor);
    case 'site-revisions':
      return reapplySiteRevisionsErasure(record, actor);
    case 'event-slug':
      return reapplyEventSlugErasure(record, actor, site);
    case 'event-path':
      return reapplyEventPathErasure(record, actor, site);
    case 'exhibition-slug':
      return reapplyExhibitionSlugErasure(record, actor, site);
    case 'consent':
      return reapplyConsent(record, actor);
    case 'upload':
      return reapplyUploadErasure(id, actor, site);
    case 'person':
      return reapplyNameErasure(record, actor);
  }
};

/** A name that is kept since then stays: the person has acted again. */
const reapplyNameErasure = async (
  { id, erasedAt }: Pick<KeptRecord<ItemErasure>, 'id' | 'erasedAt'>,
  actor: Actor,
): Promise<boolean> => {
  const keptSince = await readNameKeptSince(id);
  if (keptSince === undefined || isSince(keptSince, erasedAt)) return false;
  await eraseName(id, actor);
  return true;
};
