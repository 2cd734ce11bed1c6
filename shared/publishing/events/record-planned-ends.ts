import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { readEdition } from '../../desk/events/editions.ts';
import { type PlannedEnd, plannedEndRemoval, readPlannedEnds } from '../../desk/links/planned-ends.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { linkTo } from '../../model/item-link.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';

/** Most ends that are recorded at a time: the next minute goes on. */
const most = 100;

/**
 * Records in the audit which events have left the public by themselves, with the texts that link to them from then on; gives
 * how many. What has been published anew, withdrawn or erased meanwhile is left out.
 */
export const recordPlannedEnds = async (now: Date): Promise<number> => {
  const ends = await readPlannedEnds(now, most);
  for (const end of ends) await recordEnd(end, now);
  return ends.length;
};

const recordEnd = async (end: PlannedEnd, now: Date): Promise<void> => {
  const { eventId, at } = end;
  const edition = await readEdition(eventId);
  const context: ActionContext = { by: 'sergi', from: 'upkeep', now };
  const hasEnded = edition?.publication?.unpublishAt === at;
  const places = hasEnded ? await textsLinkingTo(linkTo({ id: eventId, kind: edition?.kind }), at) : [];
  try {
    const entries = hasEnded ? [auditWrite(context, 'event.ended', eventId, { places })] : [];
    await writeTogether([plannedEndRemoval(end), ...entries]);
  } catch (error) {
    // Another end was planned, or another run has recorded this one.
    if (!(error instanceof ConditionsFailedError)) throw error;
  }
};
