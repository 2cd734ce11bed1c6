import { writeTogether } from '../../aws/transaction.ts';
import { type ActionContext, auditWrite, maintenanceContext } from '../store/audit.ts';
import { retryOnNewVersion } from '../store/retry-on-new-version.ts';
import { nextVersion } from '../store/versions.ts';
import { personRequestWrites, readPersonRequest, readRequestIdsOf, requestPersonRemoval } from './person-requests.ts';

/**
 * Takes name and note out of the requests about an entry that was erased. Their kind, their days and what was done
 * stay: with these the institution shows that it has answered (GDPR, article 5(2)).
 */
export const forgetPersonInRequests = async (exhibitionId: string, artworkId: string, now: Date): Promise<void> => {
  for (const id of await readRequestIdsOf(exhibitionId, artworkId))
    await retryOnNewVersion(() => forget(id, artworkId, maintenanceContext(now)));
};

const forget = async (id: string, artworkId: string, context: ActionContext): Promise<void> => {
  const found = await readPersonRequest(id, context.now);
  if (!found) return;
  const entries = found.request.entries.filter((entry) => entry.artworkId !== artworkId);
  const request = nextVersion(found.request, { entries }, context);
  await writeTogether([
    ...personRequestWrites(request, found.request),
    requestPersonRemoval(id),
    auditWrite(context, 'personRequest.forgotten', id, { version: request.version }),
  ]);
};
