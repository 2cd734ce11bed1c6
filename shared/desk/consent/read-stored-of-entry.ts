import { writeItem } from '../../aws/write-item.ts';
import type { Artwork, PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Rating } from '../../model/exhibitions/ranking.ts';
import type { Upload } from '../../model/files/upload.ts';
import type { ConsentForm } from '../../model/people/consent-form.ts';
import type { AuditEntry } from '../../model/staff/audit.ts';
import { requireEntry } from '../exhibitions/entry-access.ts';
import { readExhibitionEdition } from '../exhibitions/exhibition-editions.ts';
import { readPicturesOfEntry } from '../exhibitions/pictures-of-entry.ts';
import { readPublishedArtworkRecord } from '../exhibitions/published-artwork-records.ts';
import { requireExhibition } from '../exhibitions/require-exhibition.ts';
import { readRatings } from '../juries/ratings.ts';
import type { Actor } from '../store/actor.ts';
import { auditWrite, readAudit } from '../store/audit.ts';
import { readConsentForms } from './consent-forms.ts';

/** All that is stored of an entry, and of nobody else. */
interface StoredOfEntry {
  readonly exhibition: Exhibition;
  readonly artwork: Artwork;
  /** What the public sees of it; absent where it sees nothing. */
  readonly shown: PublishedArtwork | undefined;
  /** Its picture, and those that it had before and no other entry has had since. */
  readonly uploads: readonly Upload[];
  readonly ratings: readonly Pick<Rating, 'score' | 'comment'>[];
  readonly forms: readonly ConsentForm[];
  readonly audit: readonly AuditEntry[];
}

/** Most acts that are read of one entry: an index gives a thousand in a moment, and no entry has as many. */
const mostActs = 1_000;

/** Reads all that is stored of an entry, for who may change its consent, and puts on record that it was read. */
export const readStoredOfEntry = async (
  { exhibitionId, artworkId }: { readonly exhibitionId: string; readonly artworkId: string },
  actor: Actor,
): Promise<StoredOfEntry> => {
  const exhibition = await requireExhibition(exhibitionId);
  const artwork = await requireEntry(exhibition, artworkId, { action: 'changeConsent', actor });
  // Before anything is given: it is on record even where the answer does not arrive.
  await writeItem(auditWrite(actor, 'person.exported', artworkId));
  const edition = await readExhibitionEdition(exhibitionId);
  const isShown = edition?.publication?.artworkIds.includes(artworkId) ?? false;
  const [shown, pictures, ratings, forms, { items: audit }] = await Promise.all([
    edition && isShown ? readPublishedArtworkRecord(exhibitionId, edition.artworkSetVersion, artworkId) : undefined,
    readPicturesOfEntry(artwork),
    readRatings(exhibitionId, artworkId),
    readConsentForms(exhibitionId, artworkId),
    readAudit({ item: artworkId }, { limit: mostActs, after: undefined }),
  ]);
  const own = `${exhibitionId}/${artworkId}`;
  const uploads = pictures.filter(({ artwork: holder, releasedFrom = own }) => holder || releasedFrom === own);
  return { exhibition, artwork, shown: shown?.artwork, uploads, ratings, forms, audit };
};
