import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Artwork } from '../../model/artwork.ts';
import { knownFields } from '../../model/known-fields.ts';
import { type WithheldEntry, withheldEntryOf, withheldEntrySchema } from '../../model/names/withheld-entry.ts';
import { exhibitionPk } from '../exhibitions/exhibitions.ts';

/**
 * The names of an exhibition's entries, by the keys that texts are compared with: a few hundred bytes an entry beside the artworks,
 * so that whoever publishes a text reads them all by one Query. One item says whether they are complete, and counts the changes.
 */
const prefix = 'NAMES#';

const entryKey = (exhibitionId: string, artworkId: string) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${prefix}${artworkId}` },
});

/** The key of the item that counts the changes. */
export const namesStampKey = (exhibitionId: string) => ({ pk: exhibitionPk(exhibitionId), sk: { S: 'NAMES' } });

/** Keeps the names of an entry. */
export const nameWrite = (exhibitionId: string, entry: WithheldEntry): Write => ({
  Put: {
    TableName: env.deskTable,
    Item: { ...entryKey(exhibitionId, entry.artworkId), names: { S: JSON.stringify(entry) } },
  },
});

/** Counts a change of names that were known before: whoever compares a text at the same time begins anew (`namesCheck`). */
const stampWrite = (exhibitionId: string): Write => ({
  Update: {
    TableName: env.deskTable,
    Key: namesStampKey(exhibitionId),
    UpdateExpression: 'ADD changes :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  },
});

/**
 * The writes that keep an artwork's names with a change of it, to go into its transaction; none where they stay. An entry that is new
 * counts for no change: a text that is published meanwhile was published before it. So entries do not wait for each other.
 */
export const nameWrites = (artwork: Artwork, previous: Artwork | undefined): Write[] => {
  const { exhibitionId, id } = artwork;
  const entry = withheldEntryOf(artwork);
  const before = previous && withheldEntryOf(previous);
  if (JSON.stringify(entry) === JSON.stringify(before)) return [];
  return [
    ...(entry ? [nameWrite(exhibitionId, entry)] : nameRemoval(exhibitionId, id)),
    ...(before ? [stampWrite(exhibitionId)] : []),
  ];
};

/** The write that takes the names of an erased artwork away. */
export const nameRemoval = (exhibitionId: string, artworkId: string): Write[] => [
  { Delete: { TableName: env.deskTable, Key: entryKey(exhibitionId, artworkId) } },
];

/** How often names of an exhibition have changed; `undefined` for one whose names have never changed. */
export interface NamesStamp {
  readonly changes: number | undefined;
  readonly isComplete: boolean;
}

/** Read before the names themselves: what has changed in between is noticed. */
export const readNamesStamp = async (exhibitionId: string): Promise<NamesStamp> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: namesStampKey(exhibitionId), ConsistentRead: true }),
  );
  return {
    changes: Item?.changes?.N === undefined ? undefined : Number(Item.changes.N),
    isComplete: Item?.isComplete?.BOOL === true,
  };
};

/** What a check that fails is told by in `ConditionsFailedError.failedConditions`. */
export const namesCondition = 'names';

/** Lets a transaction fail where names of an exhibition have changed since they were read. */
export const namesCheck = (
  exhibitionId: string,
  { changes }: NamesStamp,
  conditionName: string = namesCondition,
): Write => ({
  conditionName,
  ConditionCheck: {
    TableName: env.deskTable,
    Key: namesStampKey(exhibitionId),
    ...(changes === undefined
      ? { ConditionExpression: 'attribute_not_exists(changes)' }
      : {
          ConditionExpression: 'changes = :changes',
          ExpressionAttributeValues: { ':changes': { N: String(changes) } },
        }),
  },
});

/** The names of an exhibition that are kept: those of all entries where the stamp says so. */
export const readStoredNames = async (exhibitionId: string): Promise<WithheldEntry[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :names)',
    ExpressionAttributeValues: { ':exhibition': exhibitionPk(exhibitionId), ':names': { S: prefix } },
    ConsistentRead: true,
  });
  return items.map(({ names }) => knownFields(withheldEntrySchema, fromJson(withheldEntrySchema, names)));
};
