import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from '../../aws/table.ts';
import type { DayRange } from './search-days.ts';
import { daysAttributes, suffixesAttribute } from './search-postings.ts';

/** Which postings of a list are wanted: as the table is asked, and as one that was read is looked at. */
export interface PostingFilter {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, AttributeValue>>;
  readonly fits: (item: Item) => boolean;
}

/** Those of texts in which a word goes on so; all, where that is said by the list itself. */
export const goingOn = (rest: string): PostingFilter | undefined =>
  rest === ''
    ? undefined
    : {
        expression: 'attribute_not_exists(#rest) OR contains(#rest, :rest)',
        names: { '#rest': suffixesAttribute },
        values: { ':rest': { S: ` ${rest}` } },
        fits: ({ [suffixesAttribute]: known }) => !known?.S || known.S.includes(` ${rest}`),
      };

/** Those of what touches some days; all, where none are asked for. */
export const amongDays = ({ from, to }: DayRange): PostingFilter | undefined => {
  if (!from && !to) return undefined;
  const { first, last } = daysAttributes;
  const parts = [...(from ? ['#last >= :from'] : []), ...(to ? ['#first <= :to'] : [])];
  return {
    expression: parts.join(' AND '),
    names: { ...(from && { '#last': last }), ...(to && { '#first': first }) },
    values: { ...(from && { ':from': { S: from } }), ...(to && { ':to': { S: to } }) },
    fits: (item) => (!from || (item[last]?.S ?? '') >= from) && (!to || (item[first]?.S ?? '~') <= to),
  };
};
