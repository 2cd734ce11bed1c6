import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { getItems } from '../store/get-items.ts';
import type { PostingFilter } from './posting-filter.ts';

/**
 * Where the next posting of a list is: at `at`; or, where the budget was spent before it was found, at no place from
 * `before` on; undefined where there is none any more. Postings are ordered from the newest to the oldest, and a place
 * is one of their sort keys, or such a key with `!`, which comes right after it in the order of the table.
 */
export type PostingPosition =
  | { readonly at: string; readonly before: string }
  | { readonly at?: never; readonly before: string };

/** Places that are looked for from the newest to the oldest. */
export interface PostingSource {
  /** Finds the newest place before the given one. */
  seek(place: string): Promise<PostingPosition | undefined>;
  /** True where nothing is left before a place, as far as that is known without reading. */
  isPassed(place: string): boolean;
}

/**
 * All places of a list before the one that was asked from, down to `readTo`, the newest first; `isAll` where it has no
 * more.
 */
export interface ReadPostings {
  readonly sortKeys: readonly string[];
  readonly readTo: string;
  readonly isAll: boolean;
}

/** What a search may still read, in read units. */
export interface ReadBudget {
  left: number;
}

/** The place right after a sort key in the order of the table: what comes before it includes the key. */
const positionAfter = (sortKey: string): string => `${sortKey}!`;

/** Fewest and most postings of one Query. The fewest cost half a read unit, the least there is. */
const [fewest, most] = [30, 200];

/** The postings of one partition from the newest on that a filter lets through, read as they are needed. */
export class PostingList {
  readonly #partition: string;
  readonly #filter: PostingFilter | undefined;
  readonly #budget: ReadBudget;
  #limit: number;
  /** Read and not yet passed, newest first. */
  #held: string[] = [];
  /** How many the last Query gave, and how many of them were looked at. */
  #given = 0;
  #used = 0;
  /** Everything from here on has been read; undefined before the first Query. */
  #readTo: string | undefined;
  #isRead = false;

  constructor(partition: string, filter: PostingFilter | undefined, budget: ReadBudget, expected: number) {
    this.#partition = partition;
    this.#filter = filter;
    this.#budget = budget;
    this.#limit = filter ? most : Math.max(fewest, expected);
  }

  /** What has been read of it and comes before a place, if anything. */
  known(place: string): ReadPostings | undefined {
    const sortKeys = this.#held.filter((sortKey) => sortKey < place);
    return sortKeys.length === 0 ? undefined : { sortKeys, readTo: this.#readTo ?? '', isAll: this.#isRead };
  }

  /** As `Places.seek`. Only places are needed that other lists have too; `known` gives what was read of those. */
  async seek(place: string, known: (place: string) => ReadPostings | undefined): Promise<PostingPosition | undefined> {
    const passed = this.#held.findIndex((sortKey) => sortKey < place);
    if (passed !== 0) this.#used += 1;
    this.#held = passed < 0 ? [] : this.#held.slice(passed);
    for (;;) {
      const [at] = this.#held;
      if (at !== undefined) return { at, before: positionAfter(at) };
      if (this.#isRead) return undefined;
      const before = this.#readTo === undefined || place < this.#readTo ? place : this.#readTo;
      // The first Query is always made, so that each request comes nearer to the end.
      if (this.#readTo !== undefined) {
        if (this.#budget.left <= 0) return { before };
        // Where all but one of the places read were skipped, the other's places are asked for: half a unit each, all at
        // once.
        const others = this.#used <= 2 ? known(before) : undefined;
        if (others) {
          await this.#ask(others);
          continue;
        }
        // Where most of what was read was skipped, the next Query reads less.
        this.#limit = this.#used * 2 >= this.#given ? Math.min(most, this.#limit * 2) : fewest;
      }
      await this.#read(before);
    }
  }

  /** As `Places.isPassed`. */
  isPassed(place: string): boolean {
    return this.#isRead && !this.#held.some((sortKey) => sortKey < place);
  }

  async #ask({ sortKeys, readTo, isAll }: ReadPostings): Promise<void> {
    const asked = sortKeys.slice(0, Math.min(fewest, Math.ceil(this.#budget.left * 2)));
    this.#budget.left -= asked.length / 2;
    const items = await getItems(asked.map((sortKey) => ({ pk: { S: this.#partition }, sk: { S: sortKey } })));
    this.#hold(
      items
        .filter((item) => this.#filter?.fits(item) ?? true)
        .map(({ sk }) => sk?.S ?? '')
        .toSorted()
        .toReversed(),
    );
    const isWhole = asked.length === sortKeys.length;
    this.#readTo = isWhole ? readTo : (asked.at(-1) ?? '');
    this.#isRead = isWhole && isAll;
    this.#limit = fewest;
  }

  #hold(sortKeys: string[]): void {
    this.#held = sortKeys;
    this.#given = sortKeys.length;
    this.#used = 0;
  }

  /** Spelled out, since it filters and asks what it has cost. */
  async #read(before: string): Promise<void> {
    const { Items, LastEvaluatedKey, ConsumedCapacity } = await dynamodb.send(
      new QueryCommand({
        TableName: env.showcaseTable,
        KeyConditionExpression: 'pk = :list AND sk < :before',
        ExpressionAttributeValues: {
          ':list': { S: this.#partition },
          ':before': { S: before },
          ...this.#filter?.values,
        },
        ...(this.#filter && {
          FilterExpression: this.#filter.expression,
          ExpressionAttributeNames: { ...this.#filter.names },
        }),
        ProjectionExpression: 'sk',
        ScanIndexForward: false,
        Limit: this.#limit,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    this.#budget.left -= ConsumedCapacity?.CapacityUnits ?? 1;
    this.#hold((Items ?? []).map(({ sk }) => sk?.S ?? ''));
    this.#readTo = LastEvaluatedKey?.sk?.S ?? '';
    this.#isRead = LastEvaluatedKey === undefined;
  }
}
