import { readAllExhibitions } from '../../desk/exhibitions/all-exhibitions.ts';
import { siteId } from '../../model/json/field-location.ts';
import { siteFields } from '../../model/names/site-fields.ts';
import type { Site } from '../../model/site/site.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { attentionErrors } from './attention-errors.ts';
import { confirmationCheck, currentConfirmations } from './current-confirmations.ts';
import {
  type ComparedItem,
  type FieldMentions,
  fieldMentions,
  mentionErrors,
  type ReadShown,
} from './field-mentions.ts';
import { type NamesOfExhibitions, readNamesOf, withHidden } from './names-of-exhibitions.ts';
import { resolveAttention } from './resolve-attention.ts';

/** The settings as something whose texts are compared with names. */
export const comparedSite = (site: Site): ComparedItem => ({
  ...{ kind: 'site', id: siteId, fields: siteFields(site), confirmed: site.confirmedMentions },
  isSettledByChange: true,
});

const shownOf =
  (before: Site | undefined): ReadShown =>
  async () =>
    before ? siteFields(before) : [];

/**
 * The names that settings would reveal, and what makes a transaction fail where names change meanwhile. They stand on
 * every page, so they are compared with the names of all exhibitions.
 */
export const mentionsOfSite = async (
  site: Site,
  before: Site | undefined,
  now: Date,
): Promise<{ found: FieldMentions[]; known: NamesOfExhibitions }> => {
  const exhibitions = await readAllExhibitions();
  const known = await readNamesOf(
    exhibitions.map(({ id }) => id),
    now,
    site,
  );
  const found = fieldMentions(comparedSite(site), known.names, () => 'elsewhere');
  return { found: await withHidden(found, known, shownOf(before)), known };
};

/** What names keep settings from the public: that they reveal now, and that were found before. */
export const siteNameErrors = async (
  site: Site,
  before: Site,
  found: readonly FieldMentions[],
): Promise<FieldError[]> => {
  const recorded = await attentionErrors({ site: true }, [comparedSite(site)], shownOf(before));
  return [...mentionErrors(found), ...recorded.map(({ place, why }) => ({ path: place.field, ...why }))];
};

/**
 * The settings with what was confirmed of them: that holds for a text as it was then, so what is said of another is
 * left out.
 */
export const withCurrentConfirmations = ({ confirmedMentions, ...site }: Site): Site => {
  const current = currentConfirmations(confirmedMentions ?? [], confirmationCheck(siteFields(site)));
  return { ...site, ...(current.length > 0 && { confirmedMentions: current }) };
};

/** Settles what can be settled of the settings after they were replaced. */
export const resolveSiteAttention = (site: Site): Promise<void> =>
  resolveAttention({ site: true }, siteId, async () => ({ ...comparedSite(site), publicFields: [] }));
