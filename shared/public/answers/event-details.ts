import type { PublicEvent } from '../../contract/public-schemas.ts';
import { isAllDay } from '../../model/events/showing.ts';
import type { StoredPage } from '../../showcase/store/page.ts';

type Stored = Pick<StoredPage, 'kind' | 'showings' | 'occurrence' | 'soldOut'>;

/** Of an event what its answer says of it in any case, where staff have said nothing, too. */
export const publicDetails = ({
  kind,
  showings,
  occurrence = 'planned',
  soldOut = false,
}: Stored): Pick<PublicEvent, 'kind' | 'showings' | 'occurrence' | 'soldOut'> => ({
  kind,
  showings: showings.map((showing) => ({ ...showing, allDay: isAllDay(showing) })),
  occurrence,
  soldOut,
});
