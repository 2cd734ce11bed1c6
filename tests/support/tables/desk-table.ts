import { brotliDecompressSync } from 'node:zlib';
import {
  type AttributeValue,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { toDocument } from '../../../shared/aws/document.ts';
import type { ProductCloud } from '../cloud/product-cloud.ts';

export type Item = Record<string, AttributeValue>;

/** The desk's table as whoever restores it sees it: item by item, past the product. */
export interface DeskTable {
  items(): Promise<Item[]>;
  put(item: Item): Promise<void>;
  remove(item: Item): Promise<void>;
  /** Lets functions forget what they have read of it. */
  forget(): Promise<void>;
}

/** The desk's table of a cloud. */
export const deskTable = (cloud: ProductCloud): DeskTable => {
  const engine = new DynamoDBClient({
    endpoint: cloud.dynamodb.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const TableName = cloud.dynamodb.tableName('DeskTable');
  return {
    forget: async () => {
      for (const name of ['StaffApiFunction', 'PublisherFunction', 'IngestFunction', 'UpkeepFunction'])
        await cloud.crash(name);
      // Functions that run in this process have one memory, which no crash takes from them.
      cloud.clock.ageCaches();
    },
    items: async () => {
      const items: Item[] = [];
      let ExclusiveStartKey: Item | undefined;
      do {
        const page = await engine.send(new ScanCommand({ TableName, ExclusiveStartKey }));
        items.push(...(page.Items ?? []));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return items;
    },
    put: async (Item) => {
      await engine.send(new PutItemCommand({ TableName, Item }));
    },
    remove: async ({ pk, sk }) => {
      await engine.send(
        new DeleteItemCommand({ TableName, Key: { pk: pk as AttributeValue, sk: sk as AttributeValue } }),
      );
    },
  };
};

/** The document of an item, changed. */
export const withDocument = <T>(item: Item, change: (document: T) => void): Item => {
  const document = JSON.parse(brotliDecompressSync(item.doc?.B ?? new Uint8Array()).toString());
  change(document);
  return { ...item, doc: toDocument(document) };
};
