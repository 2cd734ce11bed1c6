import type { Versioned } from '../../desk/store/versions.ts';
import { Problem } from '../../http/problem.ts';

/** The refusal of a change to a version that is no longer current. */
export const versionConflictProblem = (current: Versioned): Problem =>
  new Problem(
    'stale-version',
    `Version ${current.version} by ${current.updatedBy} is current. Read it, and make your change to it.`,
    {
      currentVersion: current.version,
      updatedBy: current.updatedBy,
      headers: { etag: `"${current.version}"` },
    },
  );
