import { ConditionsFailedError } from '../../shared/aws/transaction.ts';
import { type Quota, quotaCondition } from '../../shared/desk/store/quotas.ts';
import { VersionConflictError } from '../../shared/desk/store/versions.ts';
import { coverCondition } from '../../shared/desk/uploads/unused-uploads.ts';
import { invalidInput, Problem } from '../../shared/http/problem.ts';
import { NotPublishableError } from '../../shared/publishing/shared/not-publishable-error.ts';
import { versionConflictProblem } from '../../shared/publishing/shared/version-conflict-problem.ts';

/** The refusal of what a person has done as often as is allowed. */
const quotaExceededProblem = ({ most, endsAt }: Quota): Problem => {
  const seconds = Math.max(1, Math.ceil((endsAt.getTime() - Date.now()) / 1000));
  return new Problem('too-many-requests', `One person may have ${most}. Try again after ${endsAt.toISOString()}.`, {
    headers: { 'retry-after': String(seconds) },
  });
};

/** Says what the desk refused in the words of the API; `quota` is what the work counts as a use of. */
export const mapStoreErrors = async <T>(work: Promise<T>, quota?: Quota): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (quota && error instanceof ConditionsFailedError && error.failedConditions.includes(quotaCondition))
      throw quotaExceededProblem(quota);
    if (error instanceof NotPublishableError) throw invalidInput(error.errors);
    if (error instanceof VersionConflictError) throw versionConflictProblem(error.current);
    // Nothing is current: it was erased while it was changed.
    if (error instanceof ConditionsFailedError && error.failedConditions.includes('version')) {
      throw new Problem('not-found', 'It is not there any more: it was erased meanwhile.');
    }
    if (error instanceof ConditionsFailedError && error.failedConditions.includes(coverCondition)) {
      throw invalidInput([{ path: 'coverUploadId', message: 'is no upload that we know' }]);
    }
    if (error instanceof Error && error.name === 'DocumentTooLargeError') {
      throw invalidInput([{ path: 'translations', message: `are too long to be kept together. ${error.message}` }]);
    }
    throw error;
  }
};
