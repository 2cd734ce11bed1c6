import { keyOf, queryAll } from '../../aws/table.ts';
import { checkWrite, deleteWrite, exists, unchanged, updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import {
  type Exhibition,
  type ExhibitionContent,
  exhibitionSchema,
  type StoredExhibitionStatus,
} from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { withUnknownFields } from '../../model/json/known-fields.ts';
import { type ExhibitionRevision, exhibitionVersionOf } from '../../model/publication/revision.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { revisionWrite } from '../history/revisions.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { endEntryWrites, startEntryWrites } from '../store/start-entries.ts';
import { deskTable } from '../store/table.ts';
import {
  firstVersion,
  listSortKey,
  nextVersion,
  readDocument,
  versionCheck,
  versionRemoval,
  versionWrite,
  writeVersion,
} from '../store/versions.ts';
import { withUploadUses } from '../uploads/event-uses.ts';
import { linkWrites } from './exhibition-links.ts';

const key = (id: string) => keyOf(exhibitionPk(id), 'WORKING');

/** The working copy of an exhibition, read consistently; `undefined` if there is none. */
export const readExhibition = (id: string): Promise<Exhibition | undefined> => readDocument(key(id), exhibitionSchema);

/** The entries of exhibitions that were published for a later time, by that time. */
export const exhibitionStartsList = 'EXHIBITION-STARTS';

/** The entries of exhibitions with a planned end, by that time, until the publisher has withdrawn them. */
export const exhibitionEndsList = 'EXHIBITION-ENDS';

/** Name of the list that holds the exhibitions that are stored with a status. */
export const exhibitionListKey = (status: StoredExhibitionStatus): string => `EXHIBITIONS#${status}`;

/** Puts the working copy in place of `previous`, or makes it where there is none. Throws `DocumentTooLargeError`. */
const exhibitionWrite = (exhibition: Exhibition, previous: Exhibition | undefined): Write =>
  versionWrite(key(exhibition.id), exhibition, previous, {
    listPk: { S: exhibitionListKey(exhibition.status) },
    listSk: { S: listSortKey(exhibition) },
    category: { S: exhibition.category },
  });

/** Makes a transaction fail where an exhibition is not as it was read; the failed condition is `edition`. */
export const exhibitionCheck = (exhibition: Exhibition): Write =>
  versionCheck(key(exhibition.id), exhibition, 'edition');

/** Makes a transaction fail where there is no such exhibition any more. */
export const exhibitionExistsCheck = (id: string): Write => checkWrite(deskTable, key(id), exists());

/**
 * Closes an exhibition, as it was read, to new entries, since it is about to be erased; the condition is `edition`. Not
 * a field of the document: the next version of the exhibition is without it, so that an erasure that was given up
 * leaves nothing behind.
 */
export const erasingMark = ({ id, version }: Exhibition): Write =>
  updateWrite(
    deskTable,
    key(id),
    { text: 'SET erasing = :erasing', values: { erasing: true } },
    unchanged('version', version, 'edition'),
  );

/** Makes a transaction fail where an exhibition was erased, or is about to be: what it writes would outlive it. */
export const notErasingCheck = (id: string): Write => ({
  ...checkWrite(deskTable, key(id), {
    text: 'attribute_exists(pk) AND attribute_not_exists(erasing)',
    name: 'erasing',
  }),
  refusal: () => new ConflictError(reason('exhibitionErasing', { id })),
});

interface ExhibitionVersion {
  readonly exhibition: Exhibition;
  /** The version in whose place it comes: none, where the exhibition is new. */
  readonly previous: Exhibition | undefined;
  /** What the audit and the history say of it: nothing, where undefined. */
  readonly action: ExhibitionRevision['action'] | undefined;
  /** The places that the audit names with it. */
  readonly places?: readonly FieldLocation[];
  readonly others?: readonly Write[];
}

/**
 * Writes a version of an exhibition with the revision that keeps it and its audit entry, where there is something to
 * say, and `others`; or nothing. Throws `VersionConflictError`, `DocumentTooLargeError`, or `ConditionsFailedError`
 * where a condition of the others does not hold.
 */
export const saveExhibition = async (
  { exhibition, previous, action, places, others = [] }: ExhibitionVersion,
  context: ActionContext,
): Promise<void> => {
  const whole = withUnknownFields(exhibitionSchema, previous, exhibition);
  const write = () =>
    writeVersion(
      [
        exhibitionWrite(whole, previous),
        ...startEntryWrites(exhibitionPk(exhibition.id), exhibitionStartsList, exhibition, previous),
        ...endEntryWrites(exhibitionPk(exhibition.id), exhibitionEndsList, exhibition, previous),
        ...(action
          ? [
              revisionWrite('exhibition', { action, exhibition: exhibitionVersionOf(whole) }),
              auditWrite(context, `exhibition.${action}`, exhibition.id, {
                version: exhibition.version,
                ...(places && { places }),
              }),
            ]
          : []),
        ...linkWrites(exhibition, previous),
        ...others,
      ],
      () => readExhibition(exhibition.id),
    );
  const owner = ({ id, version, pictures, files, translations }: Exhibition) => ({
    ...{ id, version, pictures, files, translations },
    isExhibition: true as const,
  });
  await withUploadUses(
    {
      item: owner(exhibition),
      previous: previous && owner(previous),
      readCurrent: async () => {
        const current = await readExhibition(exhibition.id);
        return current && owner(current);
      },
    },
    write,
  );
};

/** What a change of an artwork means for its exhibition. */
interface ArtworkChange {
  /** Whether the artwork is part of what is published. */
  readonly isPart: boolean;
  readonly change: Partial<Exhibition>;
  /** Whether staff are to see that the exhibition has changed since it was published. */
  readonly isMarked?: boolean;
}

/**
 * The write that goes with a change of an artwork: it restarts a publication that is under way, where the artwork is
 * part of it, and makes the `change` of the exhibition, where there is one, or a version that is to be published again;
 * else it only checks that the exhibition is as it was read. The condition is `edition`: after any other change, most
 * likely by the publication itself, the caller reads again. So no publication can miss a withdrawal of consent.
 */
export const exhibitionWriteForArtworkChange = (
  exhibition: Exhibition,
  { isPart, change, isMarked = false }: ArtworkChange,
  context: ActionContext,
): { write: Write; isRestart: boolean } => {
  const { publishing } = exhibition;
  const isRestart = isPart && publishing !== undefined && publishing.errors === undefined;
  if (!isRestart && !isMarked && Object.keys(change).length === 0)
    return { write: exhibitionCheck(exhibition), isRestart };
  const edition = exhibition.version + 1;
  const restarted = isRestart ? { publishing: { ...publishing, edition } } : {};
  const next = nextVersion(exhibition, { ...change, ...restarted }, context);
  const whole = withUnknownFields(exhibitionSchema, exhibition, next);
  return { write: { ...exhibitionWrite(whole, exhibition), conditionName: 'edition' }, isRestart };
};

/** A new working copy. */
export const newExhibition = (id: string, content: ExhibitionContent, context: ActionContext): Exhibition => ({
  ...content,
  id,
  status: 'draft',
  ...firstVersion(context),
});

export const exhibitionRemoval = (item: Exhibition): Write => versionRemoval(key(item.id), item);

/** What is not deleted with the rest of an exhibition, but last, or never. */
const keptUntilLast = ['WORKING', 'PROGRESS', 'EDITION', 'DUE', 'LEASE', 'PREVIEWS'];

/** The writes that delete everything else of an exhibition from the desk. */
export const dependentRemovals = async (id: string): Promise<Write[]> => {
  const keys = await queryAll(deskTable, { pk: exhibitionPk(id), attributes: 'pk, sk' }, ({ pk, sk }) =>
    keyOf(pk?.S ?? '', sk?.S ?? ''),
  );
  return keys.filter(({ sk }) => !keptUntilLast.includes(sk.S)).map((one) => deleteWrite(deskTable, one));
};
