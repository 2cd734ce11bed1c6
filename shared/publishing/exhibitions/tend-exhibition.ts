import { requireEnv } from '../../aws/environment.ts';
import { inLanes } from '../../aws/in-lanes.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { writeMany } from '../../aws/write-many.ts';
import { endPreviews } from '../../desk/events/preview-ends.ts';
import { readArtworks } from '../../desk/exhibitions/artworks.ts';
import { type Due, readDue, settleDue } from '../../desk/exhibitions/due.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { concealed, forgetShown, readShown, type Shown } from '../../desk/exhibitions/shown.ts';
import { nameSearchWrite } from '../../desk/mentions/name-searches.ts';
import { readSite } from '../../desk/site/site.ts';
import { type Act, auditWrite } from '../../desk/store/audit.ts';
import { withdrawMedia } from '../../media/publish-media.ts';
import { withheldEntryOf } from '../../model/names/withheld-entry.ts';
import type { Site } from '../../model/site.ts';
import { shownKey } from '../../showcase/store/exhibition.ts';
import { eraseArtworks, forgetErasures } from '../erasure/erase-artworks.ts';
import { retryOnNewEdition } from '../events/with-edition.ts';
import { searchNames } from '../mentions/search-names.ts';
import { reconcilePicturesOf } from '../pictures/reconcile-picture.ts';
import { followSiteWithExhibition } from '../rebuild/rebuild-exhibition.ts';
import { obstacle } from './artwork-gaps.ts';
import { deselect, placesLeft } from './deselect.ts';
import { asConsented, consentLot, followConsent } from './follow-consent.ts';
import { holdLease } from './hold-lease.ts';
import { makeEdition } from './make-edition.ts';
import { reconcileManifest, sweepManifests } from './manifest-file.ts';
import { prepareRating } from './prepare-rating.ts';

/** How many images have their media deleted at the same time. */
const lanes = 4;

const isDue = (due: Due | undefined): due is Due => due !== undefined && due.at <= new Date().toISOString();

/**
 * Does whatever is due on the public side of an exhibition: the publication that was asked for, artworks whose consent has ended,
 * erasures, and media that nothing shows any more. One worker at a time; one that finds another at work leaves it to that, which
 * looks once more before it goes. Where that one has died, it takes over as soon as the lease has run out.
 */
export const tendExhibition = async (id: string): Promise<void> => {
  while (isDue(await readDue(id))) {
    const isDone = await holdLease(id, async (signal) => {
      for (let due = await readDue(id); isDue(due); due = await readDue(id))
        await settleDue(id, due, await tendOnce(id, signal));
    });
    if (!isDone) return;
  }
};

/** Does it once, and says when it must be done next. */
const tendOnce = async (id: string, signal: AbortSignal): Promise<string | undefined> => {
  const { site } = await readSite();
  const exhibition = await readExhibition(id);
  if (!exhibition) return undefined;
  const { publishing } = exhibition;
  if (publishing && !publishing.errors) {
    await makeEdition(exhibition, publishing, site, signal);
    await followSiteWithExhibition(id, site);
  }
  signal.throwIfAborted();
  await concealWithoutConsent(id, site);
  // Before their uploads go: a cover is told by its upload.
  const coverEnds = await reconcilePicturesOf(id, upkeep(new Date()), site);
  signal.throwIfAborted();
  await reconcileManifest(id, site);
  const isRatingUnready = await prepareRating(exhibition, new Date());
  await searchNames(id, site, signal);
  signal.throwIfAborted();
  const { done, isWaiting } = await eraseArtworks(id, new Date());
  signal.throwIfAborted();
  await sweep(id);
  await sweepManifests(id);
  await forgetErasures(id, done);
  const ends = [
    await nextEnd(id),
    coverEnds,
    isWaiting || isRatingUnready ? new Date(Date.now() + 60_000).toISOString() : undefined,
  ];
  return ends.filter((end) => end !== undefined).sort()[0];
};

const upkeep = (now: Date): Act => ({ by: 'sergi', from: 'upkeep', now });

/**
 * Takes out of the edition, and out of the selection, whatever consent does not cover any more: its end has come, or it was changed while an
 * edition was made.
 */
const concealWithoutConsent = async (id: string, site: Site): Promise<void> => {
  const now = new Date();
  const act = upkeep(now);
  const edition = await readExhibitionEdition(id);
  if (!edition?.publication) return;
  const artworks = new Map((await readArtworks(id)).map((artwork) => [artwork.id, artwork]));
  const changed = (await readShown(id, edition.shown))
    .filter((shown) => asConsented(shown, artworks.get(shown.artwork.id), now, site) !== shown)
    .map(({ artwork }) => artwork.id);
  for (let from = 0; from < changed.length; from += consentLot) {
    const lot = changed.slice(from, from + consentLot);
    await retryOnNewEdition(async () => {
      const writes = await followConsent(id, new Map(lot.map((one) => [one, artworks.get(one)])), now, site);
      if (writes.length === 0) return;
      const exhibition = await readExhibition(id);
      const barred = lot.filter((one) => obstacle(artworks.get(one), now, site));
      const { write } = deselect(exhibition, barred, act) ?? {};
      const searches = lot.flatMap((one) => {
        const entry = withheldEntryOf(artworks.get(one) ?? { id: one, entryNumber: 0 });
        return entry ? [nameSearchWrite(id, entry, 'consent', act)] : [];
      });
      const entries = lot.map((one) =>
        auditWrite(
          act,
          'artwork.expired',
          one,
          undefined,
          placesLeft(exhibition, { artworkId: one, isBarred: barred.includes(one), wasShown: true }),
        ),
      );
      const others = [...(write ? [write] : []), endPreviews(`EXHIBITION#${id}`), ...entries, ...searches];
      await writeTogether([...writes, ...others]);
    });
  }
};

/** Deletes the media and items of editions that are neither public nor in the making, and then the records of them. */
const sweep = async (id: string): Promise<void> => {
  const [exhibition, edition, all] = await Promise.all([readExhibition(id), readExhibitionEdition(id), readShown(id)]);
  const { publishing } = exhibition ?? {};
  const live = [
    ...(edition?.publication ? [edition.shown] : []),
    ...(publishing && !publishing.errors ? [publishing.edition] : []),
  ];
  const isKept = (shown: Shown) => live.includes(shown.edition);
  const kept = new Set(all.filter(isKept).map(({ artwork }) => artwork.image.media));
  const gone = all.filter((shown) => !isKept(shown));
  const images = new Map(gone.map(({ artwork: { image } }) => [image.media, image]));
  await inLanes(
    [...images.values()].filter(({ media }) => !kept.has(media)),
    lanes,
    withdrawMedia,
  );
  await writeMany(
    requireEnv('SHOWCASE_TABLE'),
    gone
      .filter((shown) => shown.edition !== concealed)
      .map(({ edition: number, artwork }) => ({ DeleteRequest: { Key: shownKey(id, number, artwork.id) } })),
  );
  await forgetShown(id, gone);
};

/** When the next consent ends. */
const nextEnd = async (id: string): Promise<string | undefined> => {
  const edition = await readExhibitionEdition(id);
  if (!edition?.publication) return undefined;
  const ends = (await readShown(id, edition.shown)).flatMap(({ artwork }) => artwork.until ?? []);
  return ends.sort()[0];
};
