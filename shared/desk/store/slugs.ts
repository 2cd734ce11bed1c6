import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';

/** What a claim that fails is told by in `ConditionsFailedError.failedConditions`. */
export const slugCondition = (locale: string): string => `slug ${locale}`;

/** Claims a slug of a locale for an event. A claim is never given back: an old address keeps leading to what it led to. */
export const slugClaim = (locale: string, slug: string, eventId: string): Write =>
  claim(`SLUG#${locale}#${slug}`, locale, eventId);

/** The same for an exhibition: its address is another one than that of an event with the same slug. */
export const exhibitionSlugClaim = (locale: string, slug: string, exhibitionId: string): Write =>
  claim(`EXHIBITION-SLUG#${locale}#${slug}`, locale, exhibitionId);

const claim = (pk: string, locale: string, holder: string): Write => ({
  conditionName: slugCondition(locale),
  Put: {
    TableName: env.deskTable,
    Item: { pk: { S: pk }, sk: { S: 'CLAIM' }, eventId: { S: holder } },
    ConditionExpression: 'attribute_not_exists(pk) OR eventId = :holder',
    ExpressionAttributeValues: { ':holder': { S: holder } },
  },
});

/** Forgets who had a slug, where the event had it: nothing is left that says what it was. */
export const slugRemoval = (locale: string, slug: string, eventId: string): Write =>
  removal(`SLUG#${locale}#${slug}`, eventId);

/** The same for an exhibition. */
export const exhibitionSlugRemoval = (locale: string, slug: string, exhibitionId: string): Write =>
  removal(`EXHIBITION-SLUG#${locale}#${slug}`, exhibitionId);

const removal = (pk: string, holder: string): Write => ({
  conditionName: 'holder',
  Delete: {
    TableName: env.deskTable,
    Key: { pk: { S: pk }, sk: { S: 'CLAIM' } },
    ConditionExpression: 'attribute_not_exists(pk) OR eventId = :holder',
    ExpressionAttributeValues: { ':holder': { S: holder } },
  },
});
