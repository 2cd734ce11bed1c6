import type * as z from 'zod';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { NameIndex } from '../../model/names/name-index.ts';
import { nameKeys } from '../../model/names/name-keys.ts';
import {
  dueDayOf,
  type PersonRequest,
  type RequestPerson,
  type requestActs,
  type requestExtensionSchema,
  type requestFactsSchema,
  type requestOutcomeSchema,
} from '../../model/people/person-request.ts';
import type { Site } from '../../model/site/site.ts';
import { dayOf } from '../../model/time/local-time.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { artworkCheck, readArtwork } from '../exhibitions/artworks.ts';
import { requireEntry } from '../exhibitions/entry-access.ts';
import { readExhibition } from '../exhibitions/exhibitions.ts';
import { requireExhibition } from '../exhibitions/require-exhibition.ts';
import type { Actor } from '../store/actor.ts';
import { auditWrite } from '../store/audit.ts';
import { createOnce } from '../store/create-once.ts';
import { retryOnNewVersion } from '../store/retry-on-new-version.ts';
import { erasedMeanwhile, firstVersion, nextVersion, VersionConflictError, writeVersion } from '../store/versions.ts';
import { mayKnowArtists } from './find-entries.ts';
import { type FoundRequest, personRequestWrites, readPersonRequest, requestPersonWrite } from './person-requests.ts';

/** Which entry a request is about. */
type Requested = Pick<PersonRequest['entries'][number], 'exhibitionId' | 'artworkId'>;

interface RequestContent extends z.output<typeof requestFactsSchema>, RequestPerson {
  readonly entries: readonly Requested[];
}

/** What of a request is changed; `null` for a name or a note that is to go. */
export type RequestChange = Partial<Omit<RequestContent, 'name' | 'note'>> & {
  readonly name?: string | null | undefined;
  readonly note?: string | null | undefined;
};

const concurrency = 8;

const refuse = (errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw new InvalidInputError(errors);
};

/** Which request is meant, and the version that the caller has seen; any, where absent. */
interface Meant {
  readonly id: string;
  readonly version: number | undefined;
}

/**
 * The request, if it is open and as the caller has seen it. Throws `NotFoundError`, `ConflictError`,
 * `VersionConflictError`.
 */
const requireOpen = async ({ id, version }: Meant, now: Date): Promise<FoundRequest> => {
  const found = await requirePersonRequest(id, now);
  if (version !== undefined && found.request.version !== version) throw new VersionConflictError(found.request);
  if (found.request.outcome) throw new ConflictError(reason('requestClosed', { id }));
  return found;
};

export const requirePersonRequest = async (id: string, now: Date): Promise<FoundRequest> => {
  const found = await readPersonRequest(id, now);
  if (!found) throw new NotFoundError(reason('requestNotFound', { id }));
  return found;
};

/**
 * The entries that are meant, for who may change their consent: while entries are rated blind nobody links a name to
 * one.
 */
const entriesOf = (wanted: readonly Requested[], known: PersonRequest['entries'], actor: Actor) =>
  mapWithConcurrency(wanted, concurrency, async ({ exhibitionId, artworkId }) => {
    const before = known.find((one) => one.artworkId === artworkId);
    if (before) return before;
    const exhibition = await requireExhibition(exhibitionId);
    const { entryNumber } = await requireEntry(exhibition, artworkId, { action: 'changeConsent', actor });
    return { exhibitionId, artworkId, entryNumber };
  });

const notInTheFuture = (path: string, day: string | undefined, { now }: Actor, { timeZone }: Site): FieldError[] =>
  day !== undefined && day > dayOf(now.toISOString(), timeZone) ? [fieldError(path, 'inTheFuture')] : [];

const save = async (
  { request, person, others = [] }: FoundRequest & { readonly others?: readonly Write[] },
  previous: PersonRequest | undefined,
  actor: Actor,
  action: 'created' | 'updated' | 'extended' | 'acted' | 'closed',
): Promise<FoundRequest> => {
  const linked = request.entries.filter(
    ({ artworkId }) => !previous?.entries.some((one) => one.artworkId === artworkId),
  );
  await writeVersion(
    [
      ...personRequestWrites(request, previous),
      requestPersonWrite(request.id, person, request.outcome && new Date(request.outcome.createdAt)),
      // An entry that is erased meanwhile gets no name beside it.
      ...linked.map((entry) => ({ ...artworkCheck(entry.exhibitionId, entry.artworkId), refusal: erasedMeanwhile })),
      auditWrite(actor, `personRequest.${action}`, request.id, { version: request.version }),
      ...others,
    ],
    async () => (await readPersonRequest(request.id, actor.now))?.request,
  );
  return { request, person };
};

/** Enters a request that has come, once for each key, with the day by which it must be answered. */
export const createPersonRequest = (
  content: RequestContent,
  key: string | undefined,
  site: Site,
  actor: Actor,
): Promise<FoundRequest> =>
  createOnce({ key, content: ['createPersonRequest', content] }, actor, {
    create: (id, others) => enterRequest({ id, content, others }, site, actor),
    read: (id) => readPersonRequest(id, actor.now),
  });

interface NewRequest {
  readonly id: string;
  readonly content: RequestContent;
  readonly others: readonly Write[];
}

const enterRequest = async (
  { id, content: { name, note, entries, ...facts }, others }: NewRequest,
  site: Site,
  actor: Actor,
): Promise<FoundRequest> => {
  refuse([
    ...notInTheFuture('receivedOn', facts.receivedOn, actor, site),
    ...(name === undefined && entries.length === 0 ? [fieldError('name', 'required')] : []),
  ]);
  const request: PersonRequest = {
    ...facts,
    id,
    dueOn: dueDayOf(facts.receivedOn, site.requestDays, false),
    entries: await entriesOf(entries, [], actor),
    acts: [],
    ...firstVersion(actor),
  };
  return save({ request, person: { name, note }, others }, undefined, actor, 'created');
};

/** The entries of a request that the actor does not see: they are rated blind. */
const hiddenFrom = async (actor: Actor, entries: PersonRequest['entries']): Promise<PersonRequest['entries']> => {
  const ids = [...new Set(entries.map(({ exhibitionId }) => exhibitionId))];
  const exhibitions = await mapWithConcurrency(ids, concurrency, readExhibition);
  const isSeen = (id: string) => exhibitions.some((one) => one?.id === id && mayKnowArtists(one, actor));
  return entries.filter(({ exhibitionId }) => !isSeen(exhibitionId));
};

/**
 * The entries in place of those of a request. Of what the actor does not see nothing is taken away, and nothing is told
 * by what may be entered.
 */
const entriesInPlaceOf = async (known: PersonRequest['entries'], wanted: readonly Requested[], actor: Actor) => {
  const kept = await hiddenFrom(actor, known);
  const seen = known.filter((entry) => !kept.includes(entry));
  return [...kept, ...(await entriesOf(wanted, seen, actor))];
};

/** Changes what was entered of a request; its last day follows the day of receipt. */
export const changePersonRequest = async (
  meant: Meant,
  { name, note, entries, ...facts }: RequestChange,
  site: Site,
  actor: Actor,
): Promise<FoundRequest> => {
  const { request: previous, person } = await requireOpen(meant, actor.now);
  refuse(notInTheFuture('receivedOn', facts.receivedOn, actor, site));
  const receivedOn = facts.receivedOn ?? previous.receivedOn;
  const isMoved = receivedOn !== previous.receivedOn;
  const request = nextVersion(
    previous,
    {
      ...facts,
      ...(isMoved && { dueOn: dueDayOf(receivedOn, site.requestDays, previous.extension !== undefined) }),
      ...(entries && { entries: await entriesInPlaceOf(previous.entries, entries, actor) }),
    },
    actor,
  );
  refuse(await namesInExtension(previous, { name, entries: request.entries }));
  const changed = (next: string | null | undefined, before: string | undefined) =>
    next === undefined ? before : (next ?? undefined);
  return save(
    { request, person: { name: changed(name, person.name), note: changed(note, person.note) } },
    previous,
    actor,
    'updated',
  );
};

/**
 * Gives a request two months more, of which the person must have been told before its last day, with the reason (GDPR,
 * article 12(3)).
 */
export const extendPersonRequest = async (
  meant: Meant,
  extension: z.output<typeof requestExtensionSchema>,
  site: Site,
  actor: Actor,
): Promise<FoundRequest> => {
  const { request: previous, person } = await requireOpen(meant, actor.now);
  if (previous.extension) throw new ConflictError(reason('requestExtended', { id: previous.id }));
  const { toldOn } = extension;
  refuse([
    ...notInTheFuture('toldOn', toldOn, actor, site),
    ...(toldOn < previous.receivedOn ? [fieldError('toldOn', 'before', { field: 'receivedOn' })] : []),
    ...(toldOn > previous.dueOn ? [fieldError('toldOn', 'toldTooLate', { dueOn: previous.dueOn })] : []),
    ...(await namesIn('reason', extension.reason, { request: previous, person })),
  ]);
  const dueOn = dueDayOf(previous.receivedOn, site.requestDays, true);
  return save({ request: nextVersion(previous, { extension, dueOn }, actor), person }, previous, actor, 'extended');
};

/** Records what was done for a request: it stays when the name goes. */
export const recordActForRequest = (
  id: string,
  act: (typeof requestActs)[number],
  actor: Actor,
): Promise<FoundRequest> =>
  // The caller has seen no version: whatever was changed meanwhile, the act was done.
  retryOnNewVersion(async () => {
    const { request: previous, person } = await requireOpen({ id, version: undefined }, actor.now);
    const done = { act, createdAt: actor.now.toISOString(), createdBy: actor.by };
    const request = nextVersion(previous, { acts: [...previous.acts, done] }, actor);
    return save({ request, person }, previous, actor, 'acted');
  });

/** Closes a request: it was answered, or refused with a reason. Its name and its note go by themselves after a time. */
export const closePersonRequest = async (
  meant: Meant,
  outcome: z.output<typeof requestOutcomeSchema>,
  actor: Actor,
): Promise<FoundRequest> => {
  const { request: previous, person } = await requireOpen(meant, actor.now);
  refuse([
    ...(outcome.result === 'refused' && !outcome.text ? [fieldError('text', 'required')] : []),
    ...(await namesIn('text', outcome.text ?? '', { request: previous, person })),
  ]);
  const closed = { ...outcome, createdAt: actor.now.toISOString(), createdBy: actor.by };
  return save({ request: nextVersion(previous, { outcome: closed }, actor), person }, previous, actor, 'closed');
};

/** A text that is kept for good must not say whom the request is about. */
const namesIn = async (path: string, text: string, { request, person }: FoundRequest): Promise<FieldError[]> => {
  if (text === '') return [];
  const names = [person.name ?? [], await namesOfEntries(request.entries)].flat();
  return isNamedIn(text, names) ? [fieldError(path, 'namesPerson')] : [];
};

/**
 * A name that comes after an extension must not be one that the reason for it says already: nobody changes that reason
 * any more.
 */
const namesInExtension = async (
  { extension, entries: before }: PersonRequest,
  { name, entries }: { readonly name: string | null | undefined; readonly entries: PersonRequest['entries'] },
): Promise<FieldError[]> => {
  if (!extension) return [];
  const linked = await namesOfEntries(entries.filter((entry) => !before.includes(entry)));
  return [
    ...(isNamedIn(extension.reason, [name ?? []].flat()) ? [fieldError('name', 'namedInExtension')] : []),
    ...(isNamedIn(extension.reason, linked) ? [fieldError('entries', 'namedInExtension')] : []),
  ];
};

const isNamedIn = (text: string, names: readonly string[]): boolean =>
  new NameIndex(names.map(nameKeys)).find(text).size > 0;

const namesOfEntries = async (entries: PersonRequest['entries']): Promise<string[]> => {
  const artworks = await mapWithConcurrency(entries, concurrency, ({ exhibitionId, artworkId }) =>
    readArtwork(exhibitionId, artworkId),
  );
  return artworks.flatMap(namesOf).filter((name) => name !== undefined);
};

const namesOf = (artwork: Artwork | undefined) => [artwork?.artist?.name, artwork?.artist?.consent?.guardian];
