import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { propertiesOf, type Resource, type Template } from '../template/template.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const indexSchema = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
const tableSchema = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(indexSchema).optional(),
  LocalSecondaryIndexes: z.array(indexSchema).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']) })
    .transform(({ StreamViewType }) => ({ StreamEnabled: true, StreamViewType }))
    .optional(),
});

const shapeOf = (keys: z.output<typeof keySchema>, indexes: readonly { IndexName?: string | undefined }[] = []) =>
  JSON.stringify([keys.map(({ AttributeName }) => AttributeName), indexes.map(({ IndexName }) => IndexName).sort()]);

const ensureTable = async (client: DynamoDBClient, table: Resource): Promise<void> => {
  const wanted = propertiesOf(table, tableSchema);
  const existing = await client.send(new DescribeTableCommand({ TableName: table.id })).catch((error) => {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  });
  if (!existing) {
    await client.send(new CreateTableCommand({ TableName: table.id, BillingMode: 'PAY_PER_REQUEST', ...wanted }));
    return;
  }
  const keys = keySchema.parse(existing.Table?.KeySchema);
  if (
    shapeOf(keys, existing.Table?.GlobalSecondaryIndexes) !== shapeOf(wanted.KeySchema, wanted.GlobalSecondaryIndexes)
  ) {
    throw new Error(
      `The data folder holds "${table.id}" with other keys or indexes than the template: start with an empty one.`,
    );
  }
  const { StreamSpecification } = wanted;
  // The folder may be older than the stream.
  if (StreamSpecification && !existing.Table?.StreamSpecification?.StreamEnabled) {
    await client.send(new UpdateTableCommand({ TableName: table.id, StreamSpecification }));
  }
};

/** Creates the missing tables and streams of the template. */
export const ensureTables = async (endpoint: string, template: Template): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  await Promise.all(template.all('AWS::DynamoDB::Table').map((table) => ensureTable(client, table)));
  client.destroy();
};

/** Deletes every item of the template's tables. The records of their streams stay. */
export const emptyTables = async (endpoint: string, template: Template): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const tables = template.all('AWS::DynamoDB::Table');
  await Promise.all(tables.map(({ id }) => client.send(new DeleteTableCommand({ TableName: id }))));
  client.destroy();
  await ensureTables(endpoint, template);
};
