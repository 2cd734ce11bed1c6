import { writeTogether } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readArtworks } from '../../../shared/desk/exhibitions/artworks.ts';
import { readExhibition, saveExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../../shared/desk/exhibitions/reconcile-schedule.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import { nextVersion } from '../../../shared/desk/store/versions.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Artwork } from '../../../shared/model/artwork.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import { awaitReconcile } from '../../../shared/publishing/exhibitions/await-reconcile.ts';
import { requireExhibition } from '../../../shared/publishing/exhibitions/require-exhibition.ts';
import { tryEnqueueReconcile } from '../../../shared/publishing/exhibitions/try-enqueue-reconcile.ts';
import { actorKindOf, requireExhibitionAction } from '../../../shared/publishing/shared/permissions.ts';
import { ConflictError, InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';
import { numbersOf } from './jury-numbers.ts';
import { toStaffArtwork } from './staff-artwork.ts';
import { toExhibitionResponse } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** Closes an exhibition for entries, and has numbers drawn for its blind rating. */
export const beginBlindRating = async (exhibition: Exhibition, call: Call) => {
  const context = actorOf(call);
  const { rating: before, selection, version } = exhibition;
  // Where it was open again after an earlier rating, everybody could see the artists meanwhile.
  const namesSeen = exhibition.status !== 'selection' && (before !== undefined || selection !== undefined);
  const rating: Exhibition['rating'] = {
    draw: version + 1,
    startedAt: context.now.toISOString(),
    ...(namesSeen && { namesSeen }),
  };
  const next = nextVersion(exhibition, { status: 'selection', rating }, context);
  const noted = { ...context, notes: { namesSeen } };
  await saveExhibition(next, exhibition, 'exhibition.closed', noted, [reconcileNowWrite(exhibition.id, context.now)]);
  await tryEnqueueReconcile(exhibition.id, context);
  await awaitReconcile(exhibition.id);
  return toExhibitionResponse(next, call);
};

/** Has a number drawn for an entry that came in the moment in which entries were closed for a blind rating. */
export const assignNumberToLateEntry = async ({ id, blindRating }: Exhibition, call: Call): Promise<void> => {
  const current = blindRating ? await readExhibition(id) : undefined;
  if (!current || !isBlind(current)) return;
  await writeTogether([reconcileNowWrite(id, call.now)]);
  await tryEnqueueReconcile(id, actorOf(call));
};

/** Opens an exhibition for entries again. Where it is rated blind that shows the artists, so it is an admin's to decide. */
export const reopenEntries = async (exhibition: Exhibition, call: Call) => {
  const wasBlind = isBlind(exhibition);
  // What was public with blind rating has had its artists revealed.
  const known = exhibition.blindRating && !wasBlind ? { ...exhibition, status: 'selection' as const } : exhibition;
  requireExhibitionAction('reopen', known, actorKindOf(actorOf(call)));
  const context = actorOf(call);
  const next = nextVersion(exhibition, { status: 'open' }, context);
  const notes = exhibition.blindRating ? { namesSeen: !wasBlind } : undefined;
  const noted = { ...context, ...(notes && { notes }) };
  await saveExhibition(next, exhibition, 'exhibition.reopened', noted, [reconcileNowWrite(exhibition.id, context.now)]);
  await tryEnqueueReconcile(exhibition.id, context);
  await awaitReconcile(exhibition.id);
  return toExhibitionResponse(next, call);
};

export const revealArtists: StaffHandlers['revealArtists'] = async ({ params, version }, call) => {
  const exhibition = await requireExhibition(params.id, version);
  requireExhibitionAction('reveal', exhibition, actorKindOf(actorOf(call)));
  const { rating, selection } = exhibition;
  if (!rating || !selection) {
    throw new ConflictError(reason(rating ? 'revealBeforeSelection' : 'revealBeforeNumbers', { id: exhibition.id }));
  }
  const context = actorOf(call);
  const revealed = { ...rating, revealedAt: context.now.toISOString(), revealedBy: context.by };
  const next = nextVersion(exhibition, { rating: revealed }, context);
  await saveExhibition(next, exhibition, 'exhibition.revealed', context, [
    reconcileNowWrite(exhibition.id, context.now),
  ]);
  await tryEnqueueReconcile(exhibition.id, context);
  await awaitReconcile(exhibition.id);
  return toExhibitionResponse(next, call);
};

/** Most entries that one look may find: it is for one person's, not for all. */
const maxArtistMatches = 10;

export const lookUpArtist: StaffHandlers['lookUpArtist'] = async ({ params, body }, call) => {
  const exhibition = await requireExhibition(params.id);
  requireExhibitionAction('lookUp', exhibition, actorKindOf(actorOf(call)));
  if (Object.keys(body).length !== 1) {
    const fields = ['name', 'entryNumber', 'number'];
    throw new InvalidInputError([fieldError('body', 'exactlyOneOf', { fields })]);
  }
  const numbers = await numbersOf(exhibition);
  const wanted = plain(body.name ?? '');
  const isMeant = ({ id, entryNumber, artist }: Artwork): boolean =>
    body.name !== undefined
      ? [artist?.name, artist?.consent?.guardian].some((name) => name && plain(name).includes(wanted))
      : entryNumber === body.entryNumber || (body.number !== undefined && numbers.get(id) === body.number);
  const found = (await readArtworks(exhibition.id)).filter(isMeant);
  if (found.length > maxArtistMatches) {
    throw new InvalidInputError([fieldError('name', 'tooManyMatches', { count: found.length })]);
  }
  const context = actorOf(call);
  // Before anything is shown: who looks is known also where the answer does not arrive.
  if (found.length > 0) await writeTogether(found.map(({ id }) => auditWrite(context, 'artwork.lookedUp', id)));
  const { site } = await readSite();
  const items = await Promise.all(
    found.map(async (artwork) => {
      const upload = artwork.uploadId ? await readUpload(artwork.uploadId) : undefined;
      const number = numbers.get(artwork.id);
      const shown = await toStaffArtwork(artwork, { exhibition, upload, site, call, isLookedUp: true });
      return { ...shown, ...(number !== undefined && { number }) };
    }),
  );
  return { body: { items } };
};

/** A name without marks and capitals, as somebody on the telephone may spell it. */
const plain = (name: string): string =>
  name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ə', 'e');
