import type { Occasion } from '../../model/events/showing.ts';
import { cardShowings } from '../store/card.ts';
import type { FeedEntry } from '../store/read.ts';

/** An entry with one of its times in place of all; none where it does not have that one any more. */
export const showingEntry = ({ sortKey, card }: FeedEntry, { startsAt, endsAt }: Occasion): FeedEntry | undefined => {
  const { times: _, startsAt: first, endsAt: __, ...rest } = card;
  if (!cardShowings(card).some((one) => one.startsAt === startsAt && one.endsAt === endsAt)) return undefined;
  return {
    sortKey,
    card: { ...rest, startsAt, ...(endsAt !== undefined && { endsAt }) },
    ...(startsAt !== first && { laterShowing: startsAt }),
  };
};

/** An entry for each time at which what a card stands for takes place. */
export const showingEntries = (entry: FeedEntry): FeedEntry[] =>
  cardShowings(entry.card).flatMap((showing) => showingEntry(entry, showing) ?? []);
