import { setTimeout as pause } from 'node:timers/promises';
import { isWithin, type ReadAt, readNow } from '../../aws/read-at.ts';
import { queryAll } from '../../aws/table.ts';
import { putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { ApplicationError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { deskTable } from '../store/table.ts';

/** The partition of those whose tokens are refused, whatever they say. */
const partition = 'REVOKED';

/** How long a token can be good, in seconds, and some time more. */
const longestLife = 2 * 60 * 60;

/** For how long a function takes what it has read for true, in milliseconds. */
const trusted = 30_000;

let known: { readonly since: ReadonlyMap<string, number>; readonly at: ReadAt } | undefined;

const seconds = (now: Date): number => Math.floor(now.getTime() / 1000);

/**
 * Refuses every token that a person has got until now. Tokens tell their time in seconds: it waits for the next one, so
 * that a token which the person asks for when refused is good.
 */
export const revokeTokens = async (id: string, now: Date): Promise<void> => {
  await pause(1000 - (now.getTime() % 1000));
  const expiresAt = { N: String(seconds(now) + longestLife) };
  const at = { N: String(seconds(now)) };
  await writeItem(putWrite(deskTable, { pk: { S: partition }, sk: { S: id }, at, expiresAt }));
  known = undefined;
};

const readRevocations = async (): Promise<ReadonlyMap<string, number>> => {
  if (known && isWithin(trusted, known.at)) return known.since;
  const at = readNow();
  const entries = await queryAll(
    deskTable,
    { pk: partition },
    (item) => [item.sk?.S ?? '', Number(item.at?.N)] as const,
  );
  known = { since: new Map(entries), at };
  return known.since;
};

/**
 * Throws where a token that was issued then (in seconds since 1970) is refused: the role of the person has changed
 * since, or the account was disabled (RFC 6750, section 3.1).
 */
export const requireValidToken = async (id: string, issuedAt: number): Promise<void> => {
  const at = (await readRevocations()).get(id);
  if (at === undefined || issuedAt > at) return;
  const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
  throw new ApplicationError('unauthorized', reason('tokenRevoked'), { headers });
};
