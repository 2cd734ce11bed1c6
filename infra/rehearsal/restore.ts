import {
  CreateTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { credentials, rehearsalRegion } from './account.ts';
import { run } from './processes.ts';

/** The desk's table of a stack. */
const deskTableOf = async (client: DynamoDBClient, stackName: string): Promise<string> => {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const found = TableNames.find((name) => name.startsWith(`${stackName}-`) && name.includes('DeskTable'));
  if (!found) throw new Error(`${stackName} has no desk table.`);
  return found;
};

/**
 * Puts back a copy of the desk's table as the guide does (docs/operations.md): one that MiniStack makes, which restores
 * nothing by itself.
 */
export const putBackTable = async (
  endpoint: string,
  stackName: string,
  env: NodeJS.ProcessEnv,
  log: string,
): Promise<void> => {
  const client = new DynamoDBClient({ endpoint, region: rehearsalRegion, credentials });
  const table = await deskTableOf(client, stackName);
  const restored = `${table}-restored`;
  const keys = ['pk', 'sk'] as const;
  await client.send(
    new CreateTableCommand({
      TableName: restored,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keys.map((AttributeName, n) => ({ AttributeName, KeyType: n === 0 ? 'HASH' : 'RANGE' })),
    }),
  );
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table, Limit: 50 }));
  for (const Item of Items) await client.send(new PutItemCommand({ TableName: restored, Item }));
  await run('node', ['tools/restore.ts', restored, table], env, log);
};
