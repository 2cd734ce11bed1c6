import { documentOf, fromJson } from '../../aws/document.ts';
import { expiry } from '../../aws/expiry.ts';
import { getMany } from '../../aws/get-many.ts';
import { getItem, type Item, keyOf, type Page, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import {
  type PersonRequest,
  personDays,
  personRequestSchema,
  type RequestPerson,
  type RequestState,
  requestPersonSchema,
} from '../../model/people/person-request.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { readIdsBelow } from '../store/read-ids-below.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { readDocument, versionWrite } from '../store/versions.ts';

/** A request, and what of it names somebody as long as that is kept. */
export interface FoundRequest {
  readonly request: PersonRequest;
  readonly person: RequestPerson;
}

const pkOf = (id: string): string => `PERSON-REQUEST#${id}`;

const key = (id: string) => keyOf(pkOf(id), 'PERSON-REQUEST');

const personSk = 'PERSON';

/** What names somebody is an item of its own: it goes by itself, and the request stays. */
const personKey = (id: string) => keyOf(pkOf(id), personSk);

/** The requests about an entry: an erasure finds them by these. */
const prefix = (artworkId: string): string => `PERSON-REQUEST#${artworkId}#`;

const linkKey = (id: string, { exhibitionId, artworkId }: PersonRequest['entries'][number]) =>
  keyOf(exhibitionPk(exhibitionId), `${prefix(artworkId)}${id}`);

/** Name of a list in the index. */
export const requestList = (state: RequestState): string => `PERSON-REQUESTS#${state}`;

/**
 * Open requests stand by the day on which they are due, closed ones by when they were closed; as cursors have it, an
 * instant and the id.
 */
const placeOf = ({ id, dueOn, outcome }: PersonRequest) => ({
  listPk: { S: requestList(outcome ? 'closed' : 'open') },
  listSk: { S: `${outcome?.createdAt ?? `${dueOn}T00:00:00.000Z`}#${id}` },
});

const personOf = ({ person, expiresAt }: Item, now: Date): RequestPerson =>
  // DynamoDB deletes what has ended within days.
  expiresAt?.N && Number(expiresAt.N) * 1000 <= now.getTime() ? {} : fromJson(requestPersonSchema, person);

/**
 * The request first, then its person: whatever changes the person makes a version of the request. So nobody who saves
 * what was read here puts a name back that was forgotten in between.
 */
export const readPersonRequest = async (id: string, now: Date): Promise<FoundRequest | undefined> => {
  const request = await readDocument(key(id), personRequestSchema);
  const person = request && (await getItem(deskTable, personKey(id), (item) => personOf(item, now)));
  return request && { request, person: person ?? {} };
};

/** A page of open requests, those that are due first at the beginning, or of closed ones, the last one first. */
export const readPersonRequestsPage = async (
  state: RequestState,
  { limit, after, now }: { readonly limit: number; readonly after: string | undefined; readonly now: Date },
): Promise<Page<FoundRequest>> => {
  const order = state === 'open' ? 'ascending' : 'descending';
  const range = { pk: requestList(state), index: listIndex, after, order, limit } as const;
  const { items: ids, last } = await queryPage(deskTable, range, ({ pk }) => pk?.S?.slice(pkOf('').length) ?? '');
  const items = await getMany(
    deskTable,
    ids.flatMap((id) => [key(id), personKey(id)]),
  );
  const isPerson = (item: Item): boolean => item.sk?.S === personSk;
  const people = new Map(items.filter(isPerson).map((item) => [item.pk?.S, personOf(item, now)]));
  const known = items.filter((item) => !isPerson(item)).map(documentOf(personRequestSchema));
  const byId = new Map(known.map((request) => [request.id, request]));
  const requests = ids.map((id) => byId.get(id));
  // Closed, or opened, since the index was written: it stands in the other list by now.
  const found = requests.flatMap((request) =>
    request && (request.outcome ? 'closed' : 'open') === state ? request : [],
  );
  return { items: found.map((request) => ({ request, person: people.get(pkOf(request.id)) ?? {} })), last };
};

/** The writes that save a request in place of `previous`, and of which entries it is. */
export const personRequestWrites = (request: PersonRequest, previous?: PersonRequest): Write[] => {
  const linksOf = (entries: PersonRequest['entries']) => entries.map((entry) => linkKey(request.id, entry));
  const isAmong = (links: ReturnType<typeof linksOf>) => (one: ReturnType<typeof linkKey>) =>
    links.some(({ pk, sk }) => pk.S === one.pk.S && sk.S === one.sk.S);
  const [links, before] = [linksOf(request.entries), linksOf(previous?.entries ?? [])];
  return [
    versionWrite(key(request.id), request, previous, placeOf(request)),
    ...links.filter((link) => !isAmong(before)(link)).map((link) => putWrite(deskTable, link)),
    ...before.filter((link) => !isAmong(links)(link)).map((link) => deleteWrite(deskTable, link)),
  ];
};

/** The write that keeps what names somebody: for good while the request is open, for `personDays` once it is closed. */
export const requestPersonWrite = (id: string, person: RequestPerson, closedAt?: Date): Write =>
  person.name === undefined && person.note === undefined
    ? deleteWrite(deskTable, personKey(id))
    : putWrite(deskTable, {
        ...personKey(id),
        person: { S: JSON.stringify(person) },
        ...(closedAt && expiry(personEndOf(closedAt))),
      });

/** When a request that was closed then loses what names somebody, in milliseconds. */
export const personEndOf = (closedAt: Date): number => closedAt.getTime() + personDays * 86_400_000;

/** The write that forgets whom a request is about. */
export const requestPersonRemoval = (id: string): Write => deleteWrite(deskTable, personKey(id));

/** The ids of the requests about an entry. */
export const readRequestIdsOf = (exhibitionId: string, artworkId: string): Promise<string[]> =>
  readIdsBelow(exhibitionPk(exhibitionId), prefix(artworkId));
