import { BatchWriteItemCommand, CreateTableCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { startEngine } from '@sergi/emulator/dynamodb/dynamodb-engine.ts';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import type { ExhibitionEdition } from '../../../shared/model/exhibitions/exhibition-edition.ts';
import type { Edition } from '../../../shared/model/publication/edition.ts';
import { defaultSite, type Site } from '../../../shared/model/site/site.ts';
import { eventItems } from '../../../shared/publishing/editions/event-items.ts';
import { exhibitionItems } from '../../../shared/publishing/editions/exhibition-items.ts';
import { itemKeyText, type ShowcaseItem } from '../../../shared/showcase/store/write.ts';

/** A showcase without a cloud around it: nobody follows its stream, and the functions of this process work on it. */
export const startShowcase = async () => {
  const engine = await startEngine({ data: undefined });
  Object.assign(process.env, {
    SHOWCASE_TABLE: 'showcase',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    PUBLIC_URL: 'https://example.org',
  });
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'showcase',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  let before: (() => unknown) | undefined;
  dynamodb.middlewareStack.add(
    (next) => async (args) => {
      await before?.();
      return next(args);
    },
    { step: 'initialize', name: 'beforeEachCall' },
  );
  const laid = new Map<string, ShowcaseItem[]>();
  /** Puts items in place of those that were laid out for the same id before. */
  const lay = async (id: string, items: ShowcaseItem[]): Promise<void> => {
    const kept = new Set(items.map(itemKeyText));
    const gone = (laid.get(id) ?? []).filter((item) => !kept.has(itemKeyText(item)));
    laid.set(id, items);
    const requests = [
      ...gone.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
      ...items.map((Item) => ({ PutRequest: { Item: { ...Item } } })),
    ];
    for (let from = 0; from < requests.length; from += 25)
      await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { showcase: requests.slice(from, from + 25) } }));
  };
  return {
    layEvent: (id: string, edition: Edition, site: Site = defaultSite) => lay(id, eventItems(id, edition, site)),
    layExhibition: (id: string, edition: ExhibitionEdition) =>
      lay(id, exhibitionItems(id, edition, undefined, defaultSite)),
    /** Every item whose partition begins so, by its key. */
    items: async (prefix: string): Promise<Map<string, Record<string, unknown>>> => {
      const found = new Map<string, Record<string, unknown>>();
      let ExclusiveStartKey: ScanCommand['input']['ExclusiveStartKey'];
      do {
        const page = await dynamodb.send(new ScanCommand({ TableName: 'showcase', ExclusiveStartKey }));
        for (const item of page.Items ?? [])
          if (item.pk?.S?.startsWith(prefix)) found.set(`${item.pk.S} ${item.sk?.S}`, item);
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return found;
    },
    /** Does something before each call of the table from now on; what it throws, the call throws. */
    beforeCalls: (what: (() => unknown) | undefined) => {
      before = what;
    },
    stop: async () => {
      dynamodb.middlewareStack.remove('beforeEachCall');
      await engine.stop();
    },
  };
};
