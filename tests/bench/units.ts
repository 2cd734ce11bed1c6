import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { AwsCall } from '../../infra/local/aws-endpoint.ts';

export type Item = Record<string, AttributeValue>;

const valueSize = ({ S, N, B }: AttributeValue): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  // In a request that was seen on its way, bytes are still in base64.
  return B === undefined ? 1 : Buffer.from(String(B), 'base64').length;
};

/** The bytes of an item as DynamoDB counts them: names and values. */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0);

interface WriteInput {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
}

/** Counts the write units of calls in the order in which they were made: a write costs by the larger of old and new item. */
export class WriteMeter {
  readonly #sizes = new Map<string, number>();

  count(calls: readonly AwsCall[]): { transactions: number; items: number; units: number; indexUnits: number } {
    const sum = { transactions: 0, items: 0, units: 0, indexUnits: 0 };
    for (const { action, body, status } of calls) {
      if (status !== 200) continue;
      if (action === 'dynamodb:TransactWriteItems') {
        sum.transactions += 1;
        const { TransactItems } = body as { TransactItems: Record<string, WriteInput>[] };
        sum.items += TransactItems.length;
        for (const write of TransactItems.flatMap((item) => Object.values(item))) this.#add(sum, write, 2);
      } else if (/^dynamodb:(Put|Delete|Update)Item$/.test(action)) this.#add(sum, body as WriteInput, 1);
    }
    return sum;
  }

  #add(sum: { units: number; indexUnits: number }, { TableName, Item, Key }: WriteInput, perKb: number): void {
    const key = JSON.stringify([TableName, (Item ?? Key)?.pk, (Item ?? Key)?.sk]);
    const before = this.#sizes.get(key) ?? 0;
    const size = Item ? itemSize(Item) : 0;
    const kb = (bytes: number) => Math.ceil(bytes / 1024);
    sum.units += perKb * Math.max(1, kb(Math.max(size, before)));
    // The list of working copies moves its copy of the item: one write to remove it, one to put it.
    if (Item?.listPk) sum.indexUnits += kb(size) + kb(before);
    this.#sizes.set(key, size);
  }
}
