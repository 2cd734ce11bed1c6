import {
  exhibitionEditionCheck,
  exhibitionEditionWrite,
  readExhibitionEdition,
} from '../../desk/exhibitions/exhibition-editions.ts';
import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { requireTransition } from '../../desk/exhibitions/require-transition.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { deleteTextLinks } from '../../desk/links/text-links.ts';
import { readSite } from '../../desk/site/site.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { pictureLocation } from '../../desk/uploads/pictures.ts';
import { withoutTitles } from '../../model/events/cancellation.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import {
  type ExhibitionEdition,
  exhibitionCancellation,
  isEverPublic,
} from '../../model/exhibitions/exhibition-edition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { nextEditionOf, seenAtOf } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { targetsOf, textLinksOf } from '../links/text-links.ts';
import { attentionErrors } from '../mentions/attention-errors.ts';
import { publicExhibitionFields } from '../mentions/public-fields.ts';
import { forgetPictureUses } from '../pictures/publish-pictures.ts';

/** How an exhibition leaves the public: by an act of staff, or by itself. */
interface Withdrawal {
  readonly action: 'unpublished' | 'ended';
  /** True where calendars are not to say what it was called. */
  readonly hideTitle?: boolean;
  /** True where a publication that is under way goes on. */
  readonly keepsPublishing?: boolean;
  /** The texts that lead to nothing now, for the audit. */
  readonly places?: readonly FieldLocation[];
}

/**
 * Takes everything from the public that leads to an exhibition, in one transaction; the publisher deletes the media
 * after that. Gives the exhibition as it is then: the same where it was withdrawn before. Throws
 * `VersionConflictError`, and `ConditionsFailedError` with `edition` where the caller must read it again.
 */
export const withdrawExhibition = async (
  exhibition: Exhibition,
  { action, hideTitle = false, keepsPublishing = false, places }: Withdrawal,
  context: ActionContext,
): Promise<Exhibition> => {
  const { id, publishing, published: _, unpublishAt: __, publishedAt: ___, ...rest } = exhibition;
  const before = await readExhibitionEdition(id);
  const isTitleToHide = hideTitle && before?.cancelled?.titles !== undefined;
  if (!before?.publication && !publishing && !isTitleToHide) {
    // Withdrawn already: the caller who asks again gets the same answer.
    const isAway = exhibition.status === 'withdrawn' || exhibition.status === 'archived';
    if (!isAway) requireTransition(exhibition, 'withdrawn', context.now);
    return exhibition;
  }
  const status = before?.publication ? 'withdrawn' : exhibition.status;
  const isHidden = hideTitle || (await isToBeLookedAt(exhibition, before, context.now));
  const seenAt = seenAtOf(exhibition, before, context.now);
  const kept = {
    ...(seenAt && { publishedAt: seenAt }),
    ...(keepsPublishing && publishing && { publishing }),
  };
  const next = nextVersion({ id, ...rest, ...kept }, { status }, context);
  const { site } = await readSite();
  const edition = before && withdrawnEdition(before, isHidden, site, context.now);
  await saveExhibition(
    {
      ...{ exhibition: next, previous: exhibition, action, places },
      others: [
        ...(edition
          ? [
              exhibitionEditionWrite(id, edition, before),
              ...exhibitionEditionWrites(id, { next: edition, previous: before }, site),
            ]
          : []),
        endPreviews(`EXHIBITION#${id}`),
        reconcileNowWrite(id, context.now),
      ],
    },
    context,
  );
  if (edition && before?.publication) {
    const source = { kind: 'exhibition', id, edition: edition.number } as const;
    const gone = { check: exhibitionEditionCheck(id, edition) };
    await forgetPictureUses(pictureLocation(id, 'exhibition'), before.publication, gone);
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
  const fields = await publicExhibitionFields(before, now);
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
  const { publication } = before;
  // Who withdraws it after its planned end changes nothing of when that was.
  const end = [publication?.unpublishAt ?? '~', now.toISOString()].sort()[0] ?? '';
  const told = publication ? exhibitionCancellation(publication, end) : before.cancelled;
  if (!publication && !(isHidden && told?.titles)) return undefined;
  const cancelled = told && isHidden ? withoutTitles(told) : told;
  return {
    ...nextEditionOf(before, site, now),
    ...(cancelled && { cancelled }),
    artworkSetVersion: before.artworkSetVersion,
    slugHistory: before.slugHistory,
    wasPublic: isEverPublic(before, now),
  };
};
