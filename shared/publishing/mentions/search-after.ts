import type { Write } from '../../aws/transaction.ts';
import { nameSearchWrite } from '../../desk/mentions/name-searches.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { isNarrower, type WithheldEntry, withheldEntryOf } from '../../model/names/withheld-entry.ts';
import type { Site } from '../../model/site/site.ts';

/** The write that has all texts searched for a name, where a change withholds more of it than before. */
export const nameSearchAfterChange = (next: Artwork, before: Artwork, context: ActionContext, site: Site): Write[] => {
  const entry = withheldEntryOf(next);
  if (!entry || !isNarrower(withheldEntryOf(before), entry, context.now, site.timeZone)) return [];
  return [nameSearchWrite(next.exhibitionId, entry, 'consent', context)];
};

/** The write that has all texts searched for the name of an artist who is erased. */
export const nameSearchAfterErasure = (artwork: Artwork, context: ActionContext): Write[] => {
  const entry = erasedEntryOf(artwork);
  return entry ? [nameSearchWrite(artwork.exhibitionId, entry, 'erasure', context)] : [];
};

/** What an artist who is erased is found by: nothing of the name may be shown, whatever its consent allowed. */
export const erasedEntryOf = (artwork: Artwork): WithheldEntry | undefined => {
  const entry = withheldEntryOf(artwork);
  if (!entry) return undefined;
  const { form: _, ...erased } = entry;
  return { ...erased, isMinor: true };
};
