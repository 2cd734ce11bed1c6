import { type Api, RefusedError } from '../api/api.ts';
import type { PersonRequest } from './request.ts';

interface Saving {
  /** Sends what is to be saved, by the version of what it gets. */
  readonly send: (latest: PersonRequest) => Promise<PersonRequest>;
  /** True where a request has it already: the person has sent it from another tab. */
  readonly isDone: (latest: PersonRequest) => boolean;
  /** False where somebody has saved something else in its place, which the person has not seen. */
  readonly mayFollow?: (latest: PersonRequest) => boolean;
}

/**
 * Saves something of a request, also where another tab or another person has saved something else of it meanwhile.
 * Gives the request as it is then.
 */
export const saveRequest = async (
  { call }: Api,
  request: PersonRequest,
  { send, isDone, mayFollow = () => true }: Saving,
): Promise<PersonRequest> => {
  let latest = request;
  for (;;) {
    try {
      return await send(latest);
    } catch (error) {
      if (!(error instanceof RefusedError && error.problem.status === 412)) throw error;
      latest = await call('getPersonRequest', { params: { id: request.id } });
      if (isDone(latest)) return latest;
      if (!mayFollow(latest)) throw error;
    }
  }
};
