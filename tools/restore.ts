/**
 * `npm run restore -- <restored table> <table>`: puts back what DynamoDB has restored into a table of its own, by the
 * operator's AWS credentials. See _Restore_ in docs/operations.md for what comes before it, and after.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { say, sayError } from './command/command-words.ts';
import { putBack } from './restore/put-back.ts';

const usage = say('usage', { usage: say('restoreUsage') });

const run = async (): Promise<void> => {
  const [from, to, ...others] = process.argv.slice(2);
  if (!from || !to || others.length > 0) throw new Error(usage);
  const { isTTY } = process.stderr;
  const count = await putBack(new DynamoDBClient(), { from, to }, (done) => {
    if (isTTY) process.stderr.write(`\r${done}`);
  });
  if (isTTY) process.stderr.write('\n');
  console.log(say('itemsPutBack', { count, to }));
};

run().catch((error: Error) => {
  console.error(sayError(error));
  process.exit(error.message === usage ? 2 : 1);
});
