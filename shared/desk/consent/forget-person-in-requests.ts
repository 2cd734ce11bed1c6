import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { type ActionContext, auditWrite, maintenanceContext } from '../store/audit.ts';
import { nextVersion } from '../store/versions.ts';
import { personRequestWrites, readPersonRequest, readRequestIdsOf, requestPersonRemoval } from './person-requests.ts';

/** How often a request is read again that somebody changes meanwhile. */
const attempts = 5;

/**
 * Takes name and note out of the requests about an entry that was erased: their kind, their days and what was done stay, as whoever processes data must be
 * able to show (GDPR, article 5(2)).
 */
export const forgetPersonInRequests = async (exhibitionId: string, artworkId: string, now: Date): Promise<void> => {
  for (const id of await readRequestIdsOf(exhibitionId, artworkId))
    await forget(id, artworkId, maintenanceContext(now));
};

const forget = async (id: string, artworkId: string, context: ActionContext): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const found = await readPersonRequest(id, context.now);
    if (!found) return;
    const entries = found.request.entries.filter((entry) => entry.artworkId !== artworkId);
    const request = nextVersion(found.request, { entries }, context);
    try {
      await writeTogether([
        ...personRequestWrites(request, found.request),
        requestPersonRemoval(id),
        auditWrite(context, 'personRequest.forgotten', id, { version: request.version }),
      ]);
      return;
    } catch (error) {
      if (!(error instanceof ConditionsFailedError) || attempt === attempts) throw error;
    }
  }
};
