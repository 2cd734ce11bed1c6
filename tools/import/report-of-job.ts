import type { ImportReport } from '../../shared/contract/staff-schemas.ts';
import type { StaffJob } from '../await-job.ts';

/** What a job has made of the lines of an archive, as a dry run reports it. */
export const reportOfJob = ({ results = [] }: Pick<StaffJob, 'results'>): ImportReport => {
  const count = (wanted: string): number => results.filter(({ outcome }) => outcome === wanted).length;
  const lines = results.map(({ item, line = 0, ...rest }) => ({
    line,
    ...(item !== String(line) && { externalId: item }),
    ...rest,
  }));
  return {
    ...{ created: count('created'), updated: count('updated') },
    ...{ unchanged: count('unchanged'), changed: count('changed') },
    refused: lines.flatMap(({ outcome, warnings: _, errors = [], ...line }) =>
      outcome === 'refused' ? [{ ...line, errors }] : [],
    ),
    warnings: lines.flatMap(({ outcome: _, errors: _errors, warnings, ...line }) =>
      warnings ? [{ ...line, warnings }] : [],
    ),
  };
};
