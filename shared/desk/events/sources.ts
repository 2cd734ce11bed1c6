import { getItem, keyOf } from '../../aws/table.ts';
import { type Condition, checkWrite, deleteWrite, isNew, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { inAnyCase } from '../../model/site/legacy-path.ts';
import { isHeldBy } from '../store/slugs.ts';
import { deskTable } from '../store/table.ts';

/** Names a failed claim in `ConditionsFailedError.failedConditions`. */
const sourceCondition = 'source';

const sourceKey = (externalId: string) => keyOf(`SOURCE#${externalId}`, 'CLAIM');

const legacyPathKey = (path: string) => keyOf(`ADDRESS#${path}`, 'CLAIM');

/** What a line of an archive said when it was imported, as hashes. */
export interface LineDigest {
  /** Of everything but its images and files. */
  readonly texts: string;
  /** Of its images: absent where their files are not known. */
  readonly images?: string | undefined;
  /** Of its files, likewise. */
  readonly files?: string | undefined;
}

/** Which job has written what a line says, and what of: a step of it that is repeated reports the same. */
interface LineWork {
  readonly job: string;
  readonly outcome: 'created' | 'updated';
}

/** Which upload each file of a line was, by a hash of its name or address there. */
export type FileUploads = Readonly<Record<string, string>>;

/** The event that the import has made of an item of an archive. */
interface Source {
  readonly eventId: string;
  readonly uploads: FileUploads;
  /** Absent where an earlier release has imported it. */
  readonly digest?: LineDigest | undefined;
  /** Absent where no job has imported it, as in 0.2.0 and before. */
  readonly work?: LineWork | undefined;
}

/** What an item of an archive has become; `undefined` where it was never imported. */
export const readSource = (externalId: string): Promise<Source | undefined> =>
  getItem(deskTable, sourceKey(externalId), ({ eventId, texts, images, files, uploads, job, outcome }) => ({
    eventId: eventId?.S ?? '',
    uploads: Object.fromEntries(Object.entries(uploads?.M ?? {}).map(([name, { S = '' }]) => [name, S])),
    ...(texts?.S && { digest: { texts: texts.S, images: images?.S, files: files?.S } }),
    ...(job?.S && { work: { job: job.S, outcome: outcome?.S === 'updated' ? 'updated' : 'created' } }),
  }));

/** What is recorded of an item of an archive. */
interface SourceFacts {
  readonly eventId: string;
  readonly digest: LineDigest;
  readonly uploads: FileUploads;
  readonly work: LineWork | undefined;
}

const sourceItem = (externalId: string, { eventId, digest: { texts, images, files }, uploads, work }: SourceFacts) => ({
  ...sourceKey(externalId),
  eventId: { S: eventId },
  texts: { S: texts },
  ...(images && { images: { S: images } }),
  ...(files && { files: { S: files } }),
  uploads: { M: Object.fromEntries(Object.entries(uploads).map(([name, id]) => [name, { S: id }])) },
  ...(work && { job: { S: work.job }, outcome: { S: work.outcome } }),
});

/** Records that an item of an archive has become this event. */
export const sourceClaim = (externalId: string, facts: SourceFacts): Write =>
  putWrite(deskTable, sourceItem(externalId, facts), isNew(sourceCondition));

/** Records that the line of an item has changed, and the event with it. */
export const sourceUpdate = (externalId: string, facts: SourceFacts): Write =>
  putWrite(deskTable, sourceItem(externalId, facts), isHeldBy(facts.eventId, sourceCondition));

/** The recorded line says what it said when it was read. */
const saysStill = ({ texts, images, files }: LineDigest): Condition => {
  const hashes = Object.entries({ texts, images, files });
  return {
    text: hashes
      .map(([name, value]) => (value === undefined ? `attribute_not_exists(#${name})` : `#${name} = :${name}`))
      .join(' AND '),
    values: Object.fromEntries(hashes.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    name: sourceCondition,
  };
};

/** Records what the files of an item are called by now, unless another line was imported meanwhile. */
export const sourceRename = (externalId: string, facts: SourceFacts): Write =>
  putWrite(deskTable, sourceItem(externalId, facts), saysStill(facts.digest));

/** The event that an old address leads to, or is kept for. */
export const readLegacyPathHolder = (path: string): Promise<string | undefined> =>
  getItem(deskTable, legacyPathKey(path), ({ eventId }) => eventId?.S);

/**
 * Fails by the name of the condition where the path of a page that is to be published leads elsewhere since the earlier
 * site.
 */
export const freeAddressChecks = (path: string, id: string, conditionName: string): Write[] =>
  [path, inAnyCase(path)].map((address) => checkWrite(deskTable, legacyPathKey(address), isHeldBy(id, conditionName)));

/** Makes an old address lead to an event. `conditionName` names the claim where another event has the address. */
export const legacyPathClaim = (path: string, eventId: string, conditionName: string): Write =>
  putWrite(deskTable, { ...legacyPathKey(path), eventId: { S: eventId } }, isNew(conditionName));

/** Removes an old address of an event. */
export const legacyPathRemoval = (path: string, eventId: string): Write =>
  deleteWrite(deskTable, legacyPathKey(path), isHeldBy(eventId, 'holder'));
