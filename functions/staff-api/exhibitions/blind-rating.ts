import { writeTogether } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readArtworks } from '../../../shared/desk/exhibitions/artworks.ts';
import { dueWrite, readDue } from '../../../shared/desk/exhibitions/due.ts';
import { readExhibition, saveExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import { nextVersion } from '../../../shared/desk/store/versions.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';
import { invalidInput, Problem } from '../../../shared/http/problem.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Artwork } from '../../../shared/model/artwork.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import { actOf, explain } from '../explain.ts';
import { actorOf, requireIn } from '../permissions.ts';
import { waitFor } from '../wait-for.ts';
import { callPublisher } from './call-publisher.ts';
import { numbersOf } from './jury-numbers.ts';
import { toStaffArtwork } from './staff-artwork.ts';
import { answerExhibition, demandExhibition } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** Asks the publisher to draw numbers, or to clear them away, and waits for it; it goes on by itself where that takes longer. */
export const rearrangeRating = async (exhibitionId: string): Promise<void> => {
  await callPublisher(exhibitionId);
  const now = new Date().toISOString();
  await waitFor(async () => ((await readDue(exhibitionId))?.at ?? '~') > now || undefined);
};

/** Closes an exhibition for entries, and has numbers drawn for its blind rating. */
export const beginBlindRating = async (exhibition: Exhibition, call: Call) => {
  const act = actOf(call);
  const { rating: before, selection, version } = exhibition;
  // Where it was open again after an earlier rating, everybody could see the artists meanwhile.
  const namesSeen = exhibition.status !== 'selection' && (before !== undefined || selection !== undefined);
  const rating: Exhibition['rating'] = {
    draw: version + 1,
    startedAt: act.now.toISOString(),
    ...(namesSeen && { namesSeen }),
  };
  const next = nextVersion(exhibition, { status: 'selection', rating }, act);
  const noted = { ...act, notes: { namesSeen } };
  await explain(saveExhibition(next, exhibition, 'exhibition.closed', noted, [dueWrite(exhibition.id, act.now)]));
  await rearrangeRating(exhibition.id);
  return answerExhibition(next, call);
};

/** Has a number drawn for an entry that came in the moment in which entries were closed for a blind rating. */
export const followEntry = async ({ id, blindRating }: Exhibition, call: Call): Promise<void> => {
  const current = blindRating ? await readExhibition(id) : undefined;
  if (!current || !isBlind(current)) return;
  await writeTogether([dueWrite(id, call.now)]);
  await callPublisher(id);
};

/** Opens an exhibition for entries again. Where it is rated blind that shows the artists, so it is an admin's to decide. */
export const reopen = async (exhibition: Exhibition, call: Call) => {
  const wasBlind = isBlind(exhibition);
  // What was public with blind rating has had its artists revealed.
  const known = exhibition.blindRating && !wasBlind ? { ...exhibition, status: 'selection' as const } : exhibition;
  requireIn('reopen', known, actorOf(call));
  const act = actOf(call);
  const next = nextVersion(exhibition, { status: 'open' }, act);
  const notes = exhibition.blindRating ? { namesSeen: !wasBlind } : undefined;
  const noted = { ...act, ...(notes && { notes }) };
  await explain(saveExhibition(next, exhibition, 'exhibition.reopened', noted, [dueWrite(exhibition.id, act.now)]));
  await rearrangeRating(exhibition.id);
  return answerExhibition(next, call);
};

export const revealArtists: StaffHandlers['revealArtists'] = async ({ params, version }, call) => {
  const exhibition = await demandExhibition(params.id, version);
  requireIn('reveal', exhibition, actorOf(call));
  const { rating, selection } = exhibition;
  if (!rating || !selection) {
    const what = rating ? 'no selection is made' : 'no numbers are drawn: close entries again';
    throw new Problem('conflict', `The artists of the exhibition ${exhibition.id} cannot be revealed yet: ${what}.`);
  }
  const act = actOf(call);
  const revealed = { ...rating, revealedAt: act.now.toISOString(), revealedBy: act.by };
  const next = nextVersion(exhibition, { rating: revealed }, act);
  await explain(saveExhibition(next, exhibition, 'exhibition.revealed', act, [dueWrite(exhibition.id, act.now)]));
  await rearrangeRating(exhibition.id);
  return answerExhibition(next, call);
};

/** Most entries that one look may find: it is for one person's, not for all. */
const mostFound = 10;

export const lookUpArtist: StaffHandlers['lookUpArtist'] = async ({ params, body }, call) => {
  const exhibition = await demandExhibition(params.id);
  requireIn('lookUp', exhibition, actorOf(call));
  if (Object.keys(body).length !== 1) {
    throw invalidInput([{ path: 'body', message: 'must name one of name, entryNumber and number' }]);
  }
  const numbers = await numbersOf(exhibition);
  const wanted = plain(body.name ?? '');
  const isMeant = ({ id, entryNumber, artist }: Artwork): boolean =>
    body.name !== undefined
      ? [artist?.name, artist?.consent?.guardian].some((name) => name && plain(name).includes(wanted))
      : entryNumber === body.entryNumber || (body.number !== undefined && numbers.get(id) === body.number);
  const found = (await readArtworks(exhibition.id)).filter(isMeant);
  if (found.length > mostFound) {
    const message = `is that of ${found.length} entries: say more of it`;
    throw invalidInput([{ path: 'name', message }]);
  }
  const act = actOf(call);
  // Before anything is shown: who looks is known also where the answer does not arrive.
  if (found.length > 0) await writeTogether(found.map(({ id }) => auditWrite(act, 'artwork.lookedUp', id)));
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
