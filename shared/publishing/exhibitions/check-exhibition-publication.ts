import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, isExhibitionActionAllowed, requireExhibitionAction } from '../../desk/store/permissions.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { foreignPictureWarnings } from '../pictures/text-pictures.ts';
import { examineExhibition, writtenLocales } from './examine-exhibition.ts';

/** What a publication of a version would say. */
interface PublicationCheck {
  readonly version: number;
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

/** True of what is said of a work, or of the choice of works. */
const isOfSelection = ({ path }: FieldError): boolean =>
  path === 'cover.artworkId' || path.startsWith('selection.artworkIds');

/**
 * What a publication of an exhibition in all its languages would be refused for, and warned of, now. What its works
 * lack, and whom its texts may name, is said to those alone who may read where texts name somebody: while the rating is
 * blind to nobody, since it tells of the selection.
 */
export const checkExhibitionPublication = async (id: string, actor: Actor): Promise<PublicationCheck> => {
  const exhibition = await requireExhibition(id);
  const kind = actorKindOf(actor, exhibition.createdBy);
  requireExhibitionAction('readExhibition', exhibition, kind);
  const { site } = await readSite();
  const locales = writtenLocales(exhibition, site);
  // A planned end that has passed is no lack: whoever publishes is asked for another.
  const examined = await examineExhibition(exhibition, { locales, unpublishAt: null, site, now: actor.now });
  const isAllowed = isExhibitionActionAllowed('readMentions', exhibition, kind);
  const shown = Object.fromEntries(locales.map((locale) => [locale, exhibition.translations[locale] ?? {}]));
  return {
    version: exhibition.version,
    errors: isAllowed
      ? [...examined.errors, ...examined.nameErrors]
      : examined.errors.filter((error) => !isOfSelection(error)),
    warnings: [...foreignPictureWarnings(shown), ...(isAllowed ? examined.warnings : [])],
  };
};
