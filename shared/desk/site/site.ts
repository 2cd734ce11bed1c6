import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { fromDocument, toDocument } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import { withUnknownFields } from '../../model/known-fields.ts';
import { defaultSite, type Site, siteSchema } from '../../model/site.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { categoryIndex } from '../store/table.ts';

const key = { pk: { S: 'SITE' }, sk: { S: 'WORKING' } };

const revisionKey = (version: number) => ({ ...key, sk: { S: `REVISION#${String(version).padStart(10, '0')}` } });

/** The settings, and which version of them. */
export const siteVersionSchema = z.strictObject({
  site: siteSchema,
  /** Languages whose feeds are not complete yet: the public does not know them. */
  pendingLocales: z.array(z.string()).default([]),
  /** True until the feeds follow the languages as they are now. */
  isRebuilding: z.boolean().default(false),
  version: z.int().positive(),
  updatedAt: instantSchema.optional(),
  updatedBy: z.string().optional(),
});

export type SiteVersion = z.output<typeof siteVersionSchema>;

/** The settings, read consistently; a new site has version 1 of the default ones. */
export const readSite = async (): Promise<SiteVersion> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: key, ConsistentRead: true }),
  );
  return Item
    ? fromDocument(siteVersionSchema, Item.doc)
    : { site: defaultSite, pendingLocales: [], isRebuilding: false, version: 1 };
};

/** The settings as the public may know them. */
export const publicSite = ({ site, pendingLocales }: SiteVersion): Site => ({
  ...site,
  locales: site.locales.filter((locale) => !pendingLocales.includes(locale)),
});

/** The writes that put settings in place of the version before, and keep them as a revision. */
export const siteWrites = (next: SiteVersion, before: SiteVersion): Write[] => {
  const TableName = env.deskTable;
  const doc = toDocument(withUnknownFields(siteVersionSchema, before, next));
  return [
    {
      conditionName: 'version',
      Put: {
        TableName,
        Item: { ...key, doc, version: { N: String(next.version) } },
        ...(next.version === 2
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :previous',
              ExpressionAttributeValues: { ':previous': { N: String(next.version - 1) } },
            }),
      },
    },
    { Put: { TableName, Item: { ...revisionKey(next.version), doc } } },
  ];
};

/** The writes that note how far the feeds have come, in a version of the settings that stays the same. */
export const rebuildProgressWrites = (version: SiteVersion): Write[] =>
  version.updatedAt === undefined
    ? []
    : [
        {
          conditionName: 'version',
          Put: {
            TableName: env.deskTable,
            Item: { ...key, doc: toDocument(version), version: { N: String(version.version) } },
            ConditionExpression: 'version = :current',
            ExpressionAttributeValues: { ':current': { N: String(version.version) } },
          },
        },
      ];

/** How many events are in a category: as working copies that are not archived, or in public. */
export const countInCategory = async (category: string): Promise<number> => {
  const events = new Set<string>();
  let ExclusiveStartKey: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const answer = await dynamodb.send(
      new QueryCommand({
        TableName: env.deskTable,
        IndexName: categoryIndex,
        KeyConditionExpression: 'category = :category',
        ExpressionAttributeValues: { ':category': { S: category } },
        ExclusiveStartKey,
      }),
    );
    for (const { pk } of answer.Items ?? []) events.add(pk?.S ?? '');
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return events.size;
};

/** One version of the settings; `undefined` where there is none. */
export const readSiteVersion = async (version: number): Promise<SiteVersion | undefined> => {
  const Key = revisionKey(version);
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: env.deskTable, Key, ConsistentRead: true }));
  return Item && fromDocument(siteVersionSchema, Item.doc);
};

/** The versions of the settings, newest first, from below `before`; `more` says whether there may be others. */
export const readSiteVersionsPage = async (
  limit: number,
  before: number | undefined,
): Promise<{ versions: SiteVersion[]; more: boolean }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      KeyConditionExpression: 'pk = :site AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':site': key.pk,
        ':first': { S: 'REVISION#' },
        ':last': before === undefined ? { S: 'REVISION#~' } : revisionKey(before - 1).sk,
      },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return {
    versions: Items.map((item) => fromDocument(siteVersionSchema, item.doc)),
    more: LastEvaluatedKey !== undefined,
  };
};
