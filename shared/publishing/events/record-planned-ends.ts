import { Attempts } from '../../async/attempts.ts';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { readEdition } from '../../desk/events/editions.ts';
import { type PlannedEnd, plannedEndRemoval, readPlannedEnds } from '../../desk/links/planned-ends.ts';
import { auditWrite, maintenanceContext } from '../../desk/store/audit.ts';
import { linkTo } from '../../model/site/item-link.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';

/** After how many ends no others are looked for: the next minute goes on. */
const most = 100;

/**
 * Records in the audit which events have left the public by themselves, with the texts that link to them from then on;
 * gives how many. What has been published anew, withdrawn or erased meanwhile is left out. One that fails keeps no
 * other from being recorded, and is thrown at the end.
 */
export const recordPlannedEnds = async (now: Date): Promise<number> => {
  const attempts = new Attempts();
  let recorded = 0;
  for await (const ends of readPlannedEnds(now)) {
    for (const end of ends) {
      await attempts.make(async () => {
        await recordEnd(end, now);
        recorded += 1;
      }, `The end of the event ${end.eventId} could not be recorded.`);
    }
    if (recorded >= most) break;
  }
  attempts.end('Some planned ends could not be recorded.');
  return recorded;
};

const recordEnd = async (end: PlannedEnd, now: Date): Promise<void> => {
  const { eventId, at } = end;
  const edition = await readEdition(eventId);
  const hasEnded = edition?.publication?.unpublishAt === at;
  const places = hasEnded ? await textsLinkingTo(linkTo({ id: eventId, kind: edition?.kind }), at) : [];
  try {
    const entries = hasEnded ? [auditWrite(maintenanceContext(now), 'event.ended', eventId, { places })] : [];
    await writeTogether([plannedEndRemoval(end), ...entries]);
  } catch (error) {
    // Another end was planned, or another run has recorded this one.
    if (!(error instanceof ConditionsFailedError)) throw error;
  }
};
