import { writeFileSync } from 'node:fs';
import { callAwsJson } from './account.ts';

const logs = (endpoint: string, action: string, input: object) =>
  callAwsJson('logs', endpoint, `Logs_20140328.${action}`, input);

/** Writes to `file` what the deployed functions have logged, one after the other. */
export const keepFunctionLogs = async (endpoint: string, file: string): Promise<void> => {
  const { logGroups } = await logs(endpoint, 'DescribeLogGroups', {});
  for (const { logGroupName } of logGroups) {
    const { events } = await logs(endpoint, 'FilterLogEvents', { logGroupName });
    const lines = events.map(({ message }: { message: string }) => `${message.trimEnd()}\n`);
    writeFileSync(file, `${logGroupName}:\n${lines.join('')}`, { flag: 'a' });
  }
};
