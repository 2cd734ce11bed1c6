import { importReportSchema } from '../../shared/contract/staff/schemas.ts';
import type { Send } from '../../shared/model/import/send-lines.ts';
import { ApiError, type ApiTarget, callApi } from '../api-client/api.ts';
import { followJob, sayJobFailed } from '../api-client/await-job.ts';

/** How lines are sent. */
export interface Sending {
  readonly site: ApiTarget;
  readonly isDryRun: boolean;
  readonly isUpdate: boolean;
  readonly ignoresCase: boolean;
}

/** A way to send lines to a site. */
export const sendTo =
  ({ site, isDryRun, isUpdate, ignoresCase }: Sending): Send =>
  async (texts, onDone) => {
    const query = `dryRun=${isDryRun}&update=${isUpdate}&ignoreCase=${ignoresCase}`;
    try {
      const answer = await callApi(site, `/imports?${query}`, { body: texts.join('\n'), type: 'application/jsonl' });
      if (isDryRun) return { report: importReportSchema.parse(answer) };
      const job = await followJob(site, answer, ({ done }) => onDone(done));
      return { job, why: sayJobFailed(job) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { why: error.message };
    }
  };
