import { createHmac, hash } from 'node:crypto';
import { ulid } from 'ulid';
import * as z from 'zod';
import { expiry } from '../../aws/expiry.ts';
import { getItem, keyOf } from '../../aws/table.ts';
import { isNew, putWrite } from '../../aws/table-writes.ts';
import { ConditionsFailedError, type Write } from '../../aws/transaction.ts';
import { idSchema } from '../../model/id.ts';
import { canonicalJson } from '../../model/json/canonical-json.ts';
import { ApplicationError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import type { ActionContext } from './audit.ts';
import { deskTable } from './table.ts';
import { erasedMeanwhile } from './versions.ts';

/** How long a key is remembered, in days: longer than a browser keeps a draft whose creation it may have to repeat. */
const keptDays = 31;

/** A request that makes something. */
interface CreationRequest {
  /**
   * The `Idempotency-Key` of its caller: a request that is sent again has the same. Each is carried out, where absent.
   */
  readonly key: string | undefined;
  /** What it asks for: the operation, and all that it was given. */
  readonly content: readonly [operation: string, ...given: unknown[]];
}

interface Creation<T> {
  /** Makes it under an id, in one transaction with `others`. */
  readonly create: (id: string, others: readonly Write[]) => Promise<T>;
  /** Reads what an earlier request has made; undefined where it was erased. */
  readonly read: (id: string) => Promise<T | undefined>;
}

const madeSchema = z.object({ id: idSchema, digest: z.string() });

type Made = z.output<typeof madeSchema>;

/**
 * The table has a hash of the key alone: without the key, a reader of the table cannot try out guesses, such as a
 * child's name, against the digest.
 */
const itemKey = (by: string, key: string) => keyOf(`IDEMPOTENCY#${by}`, hash('sha256', key, 'base64url'));

const digestOf = (key: string, content: unknown): string =>
  createHmac('sha256', key).update(canonicalJson(content)).digest('base64url');

const readMade = (by: string, key: string): Promise<Made | undefined> =>
  getItem(deskTable, itemKey(by, key), ({ id, digest }) => madeSchema.parse({ id: id?.S, digest: digest?.S }));

const madeWrite = ({ by, now }: ActionContext, key: string, { id, digest }: Made): Write =>
  putWrite(
    deskTable,
    {
      ...itemKey(by, key),
      ...{ id: { S: id }, digest: { S: digest } },
      ...expiry(now, keptDays * 86_400),
    },
    isNew('idempotencyKey'),
  );

/** The key stands for another request already: for the one that has made `createdId`. */
const keyReused = (createdId: string): ApplicationError =>
  new ApplicationError('idempotency-key-reused', reason('idempotencyKeyReused', { id: createdId }), { createdId });

/**
 * Carries out a request that makes something, or gives what the same request of the same person has made before, as it
 * is now (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/). What is made and the record of
 * the key are written in one transaction: of two requests at the same moment one makes it, and both get it. Throws
 * where the key stands for another request, or where what was made is erased.
 */
export const createOnce = async <T>(
  { key, content }: CreationRequest,
  context: ActionContext,
  { create, read }: Creation<T>,
): Promise<T> => {
  const id = ulid(context.now.getTime());
  if (key === undefined) return create(id, []);
  const digest = digestOf(key, content);
  const findMade = async (): Promise<T | undefined> => {
    const made = await readMade(context.by, key);
    if (!made) return undefined;
    if (made.digest !== digest) throw keyReused(made.id);
    const item = await read(made.id);
    if (item === undefined) throw erasedMeanwhile();
    return item;
  };
  const before = await findMade();
  if (before !== undefined) return before;
  try {
    return await create(id, [madeWrite(context, key, { id, digest })]);
  } catch (error) {
    // The same request may have been carried out meanwhile, which is why this one is refused.
    if (!(error instanceof ConditionsFailedError || error instanceof ApplicationError)) throw error;
    const meanwhile = await findMade();
    if (meanwhile === undefined) throw error;
    return meanwhile;
  }
};
