import { OfflineError } from '../api/api.ts';
import { useCommon } from '../console-context.ts';
import { Failure } from './failure.tsx';

/** Whether a part of the console could not be loaded, in the words of each browser. */
const isNotLoaded = (error: unknown): boolean =>
  error instanceof TypeError && /import(ed|ing)( a)? module/i.test(error.message);

/** What stands in place of a screen that cannot be shown. */
export const ScreenFailure = ({ error }: { error: unknown }) => (
  <Failure
    error={isNotLoaded(error) ? new OfflineError(error) : error}
    words={useCommon().words}
    retry={() => window.location.reload()}
  />
);
