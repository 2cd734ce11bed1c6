import type { jobOutcomes } from '../staff/job.ts';
import type { LineMessage, RequestReport } from './import-summary.ts';

/** A job that has ended, as far as it tells of lines. */
export interface LinesJob {
  readonly state: string;
  readonly results?:
    | readonly {
        readonly item: string;
        readonly line?: number | undefined;
        readonly outcome: (typeof jobOutcomes)[number];
        readonly errors?: readonly LineMessage[] | undefined;
        readonly warnings?: readonly LineMessage[] | undefined;
      }[]
    | undefined;
}

/** What a job has made of the lines of an archive, as a dry run reports it. */
export const reportOfJob = ({ results = [] }: Pick<LinesJob, 'results'>): RequestReport => {
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
