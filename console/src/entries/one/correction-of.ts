import type { ArtworkContent } from '../../../../shared/model/exhibitions/artwork.ts';
import { patchBetween } from '../../events/content.ts';

type Written = Partial<Pick<ArtworkContent, 'uploadId' | 'translations' | 'artist'>>;

/** What makes of a work as it was entered the one that is written now: what the person has taken out since goes. */
export const correctionOf = ({ uploadId, translations, artist }: Written, written: Written): object =>
  // The API removes texts one language after the other, and not all of them by one `null`.
  (patchBetween({ uploadId, translations, artist }, { translations: {}, ...written }) ?? {}) as object;
