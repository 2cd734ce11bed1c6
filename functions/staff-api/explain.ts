import { ConditionsFailed } from '../../shared/aws/transaction.ts';
import type { Act } from '../../shared/desk/audit.ts';
import { coverGuard } from '../../shared/desk/unused-uploads.ts';
import { StaleVersion, type Versioned } from '../../shared/desk/versions.ts';
import { invalidInput, Problem } from '../../shared/http/problem.ts';
import type { Call } from '../../shared/http/serve.ts';

/** Who acts in a call, when and from where. */
export const actOf = ({ staff, now, from, viewer }: Call): Act => ({ by: staff.id, now, from, viewer });

/** The refusal of a change to a version that is no longer current. */
export const staleVersion = (current: Versioned): Problem =>
  new Problem(
    'stale-version',
    `Version ${current.version} by ${current.updatedBy} is current. Read it, and make your change to it.`,
    {
      currentVersion: current.version,
      updatedBy: current.updatedBy,
      headers: { etag: `"${current.version}"` },
    },
  );

/** Says what the desk refused in the words of the API. */
export const explain = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StaleVersion) throw staleVersion(error.current);
    // Nothing is current: it was erased while it was changed.
    if (error instanceof ConditionsFailed && error.guards.includes('version')) {
      throw new Problem('not-found', 'It is not there any more: it was erased meanwhile.');
    }
    if (error instanceof ConditionsFailed && error.guards.includes(coverGuard)) {
      throw invalidInput([{ path: 'coverUploadId', message: 'is no upload that we know' }]);
    }
    if (error instanceof Error && error.name === 'DocumentTooLarge') {
      throw invalidInput([{ path: 'translations', message: `are too long to be kept together. ${error.message}` }]);
    }
    throw error;
  }
};
