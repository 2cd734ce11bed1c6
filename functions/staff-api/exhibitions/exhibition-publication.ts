import { randomBytes } from 'node:crypto';
import { pollUntilFound } from '../../../shared/async/poll-until-found.ts';
import { ConditionsFailedError } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readArtworks } from '../../../shared/desk/exhibitions/artworks.ts';
import { exhibitionEditionWrite, readExhibitionEdition } from '../../../shared/desk/exhibitions/exhibition-editions.ts';
import { readExhibition, saveExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { readReconcileSchedule, reconcileNowWrite } from '../../../shared/desk/exhibitions/reconcile-schedule.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { exhibitionSlugClaim, slugCondition } from '../../../shared/desk/store/slugs.ts';
import { nextVersion } from '../../../shared/desk/store/versions.ts';
import { readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { invalidInput } from '../../../shared/http/problem.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { publishCountOf } from '../../../shared/model/edition.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import {
  type ExhibitionEdition,
  exhibitionCancellation,
  isEverPublic,
} from '../../../shared/model/exhibition-edition.ts';
import type { Locale } from '../../../shared/model/locale.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import { retryOnNewEdition } from '../../../shared/publishing/events/with-edition.ts';
import { exhibitionEditionWrites } from '../../../shared/publishing/exhibitions/exhibition-items.ts';
import { validateExhibitionForPublication } from '../../../shared/publishing/exhibitions/validate-exhibition.ts';
import { checkNames } from '../../../shared/publishing/mentions/exhibition-mentions.ts';
import { publicationTimes } from '../../../shared/publishing/shared/publication-times.ts';
import { slugAttempts, slugCandidate } from '../../../shared/publishing/shared/slug-candidates.ts';
import { resolveArtworksAttention, resolveExhibitionAttention } from '../admin/attention.ts';
import { actionContextOf, mapStoreErrors } from '../map-store-errors.ts';
import { actorKindOf, requireExhibitionAction } from '../permissions.ts';
import { isPublishing, requireExhibition, requireTransition, toExhibitionResponse } from './staff-exhibition.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const publishExhibition: StaffHandlers['publishExhibition'] = async ({ params, body, version }, call) => {
  const exhibition = await requireExhibition(params.id, version);
  if (isBlind(exhibition)) requireExhibitionAction('publishExhibition', exhibition, actorKindOf(call));
  requireTransition(exhibition, 'published');
  const { site } = await readSite();
  const written = Object.keys(exhibition.translations).filter((one) => site.locales.includes(one));
  const locales = [...new Set(body.locales ?? written)];
  const artworks = new Map((await readArtworks(exhibition.id)).map((artwork) => [artwork.id, artwork]));
  const selected = (exhibition.selection?.artworkIds ?? []).map((id) => artworks.get(id)?.uploadId ?? []);
  const uploads = await readUploads(selected.flat());
  const before = await readExhibitionEdition(exhibition.id);
  const { errors } = publicationTimes(exhibition, before?.publication, [], body, call.now);
  errors.push(...validateExhibitionForPublication(exhibition, artworks, uploads, locales, call.now, site));
  const compared = { exhibition, artworks, locales, publication: before?.publication, now: call.now, site };
  const named = await checkNames(compared);
  errors.push(...named.errors);
  if (errors.length > 0) throw invalidInput(errors);

  const requested = await mapStoreErrors(request(exhibition, locales, body.publishAt, call));
  await tryEnqueueReconcile(exhibition.id);
  const done = await pollUntilFound(async () => {
    const current = await readExhibition(exhibition.id);
    return current && isPublishing(current) ? undefined : current;
  });
  if (done?.publishing?.errors) throw invalidInput(done.publishing.errors);
  const published = done ?? requested;
  await resolveExhibitionAttention(published, call);
  await resolveArtworksAttention(published.id, call);
  const answer = await toExhibitionResponse(published, call);
  const { warnings } = named;
  return warnings.length > 0 ? { ...answer, body: { ...answer.body, warnings } } : answer;
};

/** Leaves word of what is to be published, with a slug claimed for each language: for a title whose own is taken, another one. */
const request = async (
  exhibition: Exhibition,
  locales: readonly Locale[],
  publishAt: string | undefined,
  call: Parameters<typeof actionContextOf>[0],
): Promise<Exhibition> => {
  const context = actionContextOf(call);
  const { by, from, viewer, now } = context;
  const publishing: Exhibition['publishing'] = {
    edition: exhibition.version + 1,
    secret: randomBytes(16).toString('base64url'),
    locales: [...locales],
    ...(publishAt && { publishAt }),
    requestedAt: now.toISOString(),
    ...{ by, from },
    ...(viewer && { viewer }),
  };
  const attempts = new Map<Locale, number>();
  for (;;) {
    const slugs = locales.map((locale) => {
      const { slug, title = '' } = exhibition.translations[locale] ?? {};
      return [locale, slug ?? slugCandidate(title, exhibition.id, attempts.get(locale) ?? 0, 'exhibition')] as const;
    });
    const named = slugs.map(([locale, slug]) => [locale, { ...exhibition.translations[locale], slug }]);
    const translations = { ...exhibition.translations, ...Object.fromEntries(named) };
    const next = nextVersion(exhibition, { publishing, translations }, context);
    try {
      await saveExhibition(next, exhibition, undefined, context, [
        ...slugs.map(([locale, slug]) => exhibitionSlugClaim(locale, slug, exhibition.id)),
        reconcileNowWrite(exhibition.id, now),
      ]);
      return next;
    } catch (error) {
      const taken = error instanceof ConditionsFailedError ? error.failedConditions : [];
      const contested = slugs.filter(([locale]) => taken.includes(slugCondition(locale)));
      if (contested.length === 0 || contested.length < taken.length) throw error;
      for (const [locale, slug] of contested) {
        const attempt = (attempts.get(locale) ?? 0) + 1;
        if (exhibition.translations[locale]?.slug || attempt === slugAttempts) {
          const message = `${slug} is taken by another exhibition`;
          throw invalidInput([{ path: `translations.${locale}.slug`, message }]);
        }
        attempts.set(locale, attempt);
      }
    }
  }
};

export const unpublishExhibition: StaffHandlers['unpublishExhibition'] = async ({ params, version }, call) => {
  const withdrawn = await retryOnNewEdition(async () => withdraw(await requireExhibition(params.id, version), call));
  await tryEnqueueReconcile(withdrawn.id);
  await resolveExhibitionAttention(withdrawn, call);
  await resolveArtworksAttention(withdrawn.id, call);
  const now = new Date().toISOString();
  const isClean = await pollUntilFound(
    async () => ((await readReconcileSchedule(withdrawn.id))?.at ?? '~') > now || undefined,
  );
  const answer = await toExhibitionResponse(withdrawn, call);
  // The publisher goes on by itself; nothing leads to what it deletes.
  return isClean ? answer : { ...answer, headers: { ...answer.headers, 'sergi-media-pending': 'true' } };
};

/** Takes everything that leads to an exhibition from the public, and a publication that is under way back. */
const withdraw = async (exhibition: Exhibition, call: Parameters<typeof actionContextOf>[0]): Promise<Exhibition> => {
  const { id, publishing, published: _, ...rest } = exhibition;
  const before = await readExhibitionEdition(id);
  if (!before?.publication && !publishing) {
    // Withdrawn already: whoever asks again wants to be sure.
    if (exhibition.status !== 'withdrawn') requireTransition(exhibition, 'withdrawn');
    return exhibition;
  }
  const context = actionContextOf(call);
  const status = before?.publication ? 'withdrawn' : exhibition.status;
  const next = nextVersion({ id, ...rest }, { status }, context);
  const cancelled = before?.publication && exhibitionCancellation(before.publication, context.now.toISOString());
  const edition: ExhibitionEdition | undefined = before?.publication && {
    number: before.number + 1,
    acts: publishCountOf(before) + 1,
    actedAt: context.now.toISOString(),
    ...(cancelled && { cancelled }),
    shown: before.shown,
    addresses: before.addresses,
    wasSeen: isEverPublic(before, context.now),
  };
  const { site } = await readSite();
  await mapStoreErrors(
    saveExhibition(next, exhibition, 'exhibition.withdrawn', context, [
      ...(edition
        ? [
            exhibitionEditionWrite(id, edition, before),
            ...exhibitionEditionWrites(id, edition, undefined, before, site),
          ]
        : []),
      reconcileNowWrite(id, context.now),
    ]),
  );
  return next;
};
