import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import type { Write } from '../../aws/transaction.ts';
import { exhibitionPk } from '../exhibitions/exhibitions.ts';

/**
 * The pictures of an exhibition's artworks that were shown elsewhere, by artwork: what looks after the exhibition finds by them the
 * covers that must go when consent ends, or that an act which broke off has left.
 */
export interface ExternalPictureUse {
  readonly artworkId: string;
  readonly hash: string;
}

const prefix = 'ELSEWHERE#';

const key = (exhibitionId: string, { artworkId, hash }: ExternalPictureUse) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${prefix}${artworkId}#${hash}` },
});

/** Notes that a picture of an artwork is shown elsewhere. */
export const externalPictureUseWrite = (exhibitionId: string, picture: ExternalPictureUse): Write => ({
  Put: { TableName: env.deskTable, Item: { ...key(exhibitionId, picture) } },
});

/** The pictures of an exhibition that were shown elsewhere. */
export const readExternalPictureUses = async (exhibitionId: string): Promise<ExternalPictureUse[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :elsewhere)',
    ExpressionAttributeValues: { ':exhibition': exhibitionPk(exhibitionId), ':elsewhere': { S: prefix } },
    ConsistentRead: true,
  });
  return items.map(({ sk }) => {
    const [artworkId = '', hash = ''] = sk?.S?.slice(prefix.length).split('#') ?? [];
    return { artworkId, hash };
  });
};

/** Forgets a picture of an artwork that is no more, and is shown nowhere. */
export const deleteExternalPictureUse = async (exhibitionId: string, picture: ExternalPictureUse): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: key(exhibitionId, picture) }));
};
