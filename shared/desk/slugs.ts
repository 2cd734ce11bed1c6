import { requireEnv } from '../aws/environment.ts';
import type { Write } from '../aws/transaction.ts';

/** What a claim that fails is told by in `ConditionsFailed.guards`. */
export const slugGuard = (locale: string): string => `slug ${locale}`;

/** Claims a slug of a locale for an event. A claim is never given back: an old address keeps leading to what it led to. */
export const slugClaim = (locale: string, slug: string, eventId: string): Write => ({
  guards: slugGuard(locale),
  Put: {
    TableName: requireEnv('DESK_TABLE'),
    Item: { pk: { S: `SLUG#${locale}#${slug}` }, sk: { S: 'CLAIM' }, eventId: { S: eventId } },
    ConditionExpression: 'attribute_not_exists(pk) OR eventId = :eventId',
    ExpressionAttributeValues: { ':eventId': { S: eventId } },
  },
});
