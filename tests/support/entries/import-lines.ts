import { reportOfJob } from '../../../shared/model/import/report-of-job.ts';
import { awaitJob } from '../clients/await-job.ts';
import type { Answer } from '../clients/client.ts';

/** The request that imports lines of an archive: objects, or texts as they are. */
export const importRequest = (lines: readonly (object | string)[], query = '') => ({
  path: `/v1/staff/imports${query}`,
  raw: lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  headers: { 'content-type': 'application/jsonl' },
});

/**
 * What has become of the lines that a request has sent, as a dry run reports it, once its job has ended: in the body of
 * the answer. A request that made no job keeps its answer. `ask` reads an address as an admin.
 */
export const imported = async (ask: (path: string) => Promise<Answer>, answer: Answer): Promise<Answer> =>
  answer.status === 202 ? { ...answer, body: reportOfJob(await awaitJob(ask, answer)) } : answer;
