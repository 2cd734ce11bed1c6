import { randomBytes } from 'node:crypto';
import { pollUntilFound } from '../../async/poll-until-found.ts';
import { readExhibition, saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { requireTransition } from '../../desk/exhibitions/require-transition.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { actorKindOf, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { exhibitionSlugClaim } from '../../desk/store/slugs.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { type Exhibition, isPublishing } from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { type FieldError, storedErrors } from '../../refusals/field-error.ts';
import { linkErrors } from '../links/link-errors.ts';
import { textLinksOf } from '../links/text-links.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';
import { resolveArtworksAttention } from '../mentions/resolve-artwork-attention.ts';
import { resolveExhibitionAttention } from '../mentions/resolve-exhibition-attention.ts';
import { foreignPictureWarnings } from '../pictures/text-pictures.ts';
import { NotPublishableError } from '../shared/not-publishable-error.ts';
import { seenFrom } from '../shared/publication-times.ts';
import { saveWithFreeSlugs } from '../shared/save-with-free-slugs.ts';
import { examineExhibition, writtenLocales } from './examine-exhibition.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';
import { unpublishEnded } from './unpublish-ended.ts';

interface ExhibitionPublicationRequest {
  readonly locales?: readonly Locale[] | undefined;
  readonly publishAt?: string | undefined;
  readonly unpublishAt?: string | null | undefined;
}

/**
 * Publishes languages of an exhibition with its selected artworks, and gives what is worth a look in its texts, and the
 * texts of others that will link to nothing from its planned end on. An end that has come is no part of it any more.
 * The publisher makes the edition: where it needs longer than a request may wait, the exhibition that is given is still
 * `publishing`. Throws `NotPublishableError` with every reason, or `VersionConflictError` where the working copy has
 * changed meanwhile.
 */
export const publishExhibition = async (
  before: Exhibition,
  { locales: chosen, publishAt, unpublishAt }: ExhibitionPublicationRequest,
  actor: Actor,
): Promise<{
  exhibition: Exhibition;
  warnings: readonly FieldError[];
  linkedFrom: readonly FieldLocation[];
}> => {
  const exhibition = await unpublishEnded(before, actor);
  const { id, translations } = exhibition;
  if (isBlind(exhibition)) requireExhibitionAction('publishExhibition', exhibition, actorKindOf(actor));
  requireTransition(exhibition, 'published', actor.now);
  const { site } = await readSite();
  const locales = [...new Set(chosen ?? writtenLocales(exhibition, site))];
  const { errors, nameErrors, warnings } = await examineExhibition(exhibition, {
    ...{ locales, publishAt, unpublishAt, site },
    now: actor.now,
  });
  if (errors.length + nameErrors.length > 0) throw new NotPublishableError([...errors, ...nameErrors]);

  const requested = await requestEdition(exhibition, { locales, publishAt, unpublishAt }, actor);
  await tryEnqueueReconcile(id, actor);
  const done = await pollUntilFound(async () => {
    const current = await readExhibition(id);
    return current && isPublishing(current) ? undefined : current;
  });
  if (done?.publishing?.errors) throw new NotPublishableError(storedErrors(done.publishing.errors));
  const published = done ?? requested;
  await resolveExhibitionAttention(published, actor);
  await resolveArtworksAttention(id, actor);
  // What was withdrawn while this was published has not named it.
  const dead = done
    ? await linkErrors(
        { kind: 'exhibition', id },
        textLinksOf(done.translations, done.published?.locales),
        seenFrom({ publishedAt: done.publishedAt ?? '' }, actor.now),
      )
    : [];
  const end = done?.unpublishAt;
  const shown = Object.fromEntries(locales.map((locale) => [locale, translations[locale] ?? {}]));
  const linkedFrom = end ? await textsLinkingTo({ kind: 'exhibition', id }, end) : [];
  return { exhibition: published, warnings: [...warnings, ...dead, ...foreignPictureWarnings(shown)], linkedFrom };
};

interface RequestedEdition {
  readonly locales: readonly Locale[];
  readonly publishAt: string | undefined;
  readonly unpublishAt: string | null | undefined;
}

/** Records the request to publish, and claims a slug for each language: the one of the title, or the next free one. */
const requestEdition = (
  exhibition: Exhibition,
  { locales, publishAt, unpublishAt }: RequestedEdition,
  context: ActionContext,
): Promise<Exhibition> => {
  const { id, translations, version } = exhibition;
  const { by, from, viewer, now } = context;
  const publishing: Exhibition['publishing'] = {
    edition: version + 1,
    secret: randomBytes(16).toString('base64url'),
    locales: [...locales],
    ...(publishAt && { publishAt }),
    ...(unpublishAt !== undefined && { unpublishAt }),
    requestedAt: now.toISOString(),
    by,
    from,
    ...(viewer && { viewer }),
  };
  return saveWithFreeSlugs({ kind: 'exhibition', id, translations }, locales, async (slugs) => {
    const named = locales.map((locale) => [locale, { ...translations[locale], slug: slugs[locale] }]);
    const change = { publishing, translations: { ...translations, ...Object.fromEntries(named) } };
    const next = nextVersion(exhibition, change, context);
    await saveExhibition(
      {
        exhibition: next,
        previous: exhibition,
        action: undefined,
        others: [
          ...Object.entries(slugs).map(([locale, slug]) => exhibitionSlugClaim(locale, slug, id)),
          reconcileNowWrite(id, now),
        ],
      },
      context,
    );
    return next;
  });
};
