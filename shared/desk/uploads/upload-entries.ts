import { getMany } from '../../aws/get-many.ts';
import { type Item, keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite, updateWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import type { Upload } from '../../model/files/upload.ts';
import { termsOf } from '../../model/text/search-terms.ts';
import { deskTable, listIndex } from '../store/table.ts';

type State = Upload['state'];
type Placed = Pick<Upload, 'id' | 'createdAt'>;

/** Most words of a file name under which an upload is found: they are written in one transaction. */
const mostWords = 40;

const pk = (id: string): string => `UPLOAD#${id}`;
const wordPrefix = 'WORD#';
const wordKey = (id: string, term: string) => keyOf(pk(id), `${wordPrefix}${term}`);

/** The partitions of the index with the uploads of a state, of a person, and with a word in the file name. */
const stateList = (state: State): string => `UPLOADS#${state}`;
const ownerList = (by: string): string => `UPLOADS-OF#${by}`;
const wordList = (term: string): string => `UPLOAD-WORDS#${[...term][0]}`;

/** The words of a file name, without what says the format. */
export const nameTerms = (fileName: string): string[] =>
  termsOf(fileName.replace(/\.[A-Za-z]{3,4}$/, '').replaceAll('_', ' ')).slice(0, mostWords);

const placeOf = ({ createdAt, id }: Placed): string => `${createdAt}#${id}`;

/** The write that enters an upload among those of its state, in place of another. */
export const uploadStateWrite = (upload: Placed, state: State): Write => {
  const change = { text: 'SET listPk = :list, listSk = :place' };
  const values = { list: stateList(state), place: placeOf(upload) };
  return updateWrite(deskTable, keyOf(pk(upload.id), 'LIST'), { ...change, values });
};

/** The writes that enter an upload in the lists. */
export const uploadEntryWrites = (upload: Upload): Write[] => {
  const { id, createdBy, fileName, state } = upload;
  const enter = (key: ReturnType<typeof keyOf>, list: string, place: string): Write =>
    putWrite(deskTable, { ...key, listPk: { S: list }, listSk: { S: place } });
  return [
    uploadStateWrite(upload, state),
    enter(keyOf(pk(id), 'OWNER'), ownerList(createdBy), placeOf(upload)),
    ...nameTerms(fileName).map((term) => enter(wordKey(id, term), wordList(term), `${term}#${id}`)),
  ];
};

/** Takes the words of its file name from an upload, which may be a child's name. */
export const removeUploadWords = async (id: string): Promise<void> => {
  const range = { pk: pk(id), beginsWith: wordPrefix, attributes: 'pk, sk' };
  const keys = await queryAll(deskTable, range, ({ sk }) => keyOf(pk(id), sk?.S ?? ''));
  if (keys.length > 0) await writeTogether(keys.map((key) => deleteWrite(deskTable, key)));
};

/** The writes that take an upload out of the lists, but for its words. */
export const uploadEntryRemovals = (id: string): Write[] =>
  ['LIST', 'OWNER'].map((sk) => deleteWrite(deskTable, keyOf(pk(id), sk)));

/** Which of some uploads are entered in the lists. */
export const enteredUploads = async (ids: readonly string[]): Promise<Set<string>> => {
  const items = await getMany(
    deskTable,
    ids.map((id) => keyOf(pk(id), 'OWNER')),
    { attributes: 'pk' },
  );
  return new Set(items.map(idOf));
};

const idOf = (item: Item): string => item.pk?.S?.slice('UPLOAD#'.length) ?? '';

/** Of which state or person, from which place on (the newest first), and how many at most. */
interface UploadRange {
  readonly list: { readonly state: State } | { readonly by: string };
  readonly after: string | undefined;
  readonly limit: number;
}

/** An upload in a list, by its place. */
export interface PlacedUpload {
  readonly id: string;
  readonly place: string;
}

/** Some uploads of a state or a person, the newest first. */
export const readPlacedUploads = ({ list, after, limit }: UploadRange): Promise<Page<PlacedUpload>> =>
  queryPage(
    deskTable,
    {
      ...{ pk: 'by' in list ? ownerList(list.by) : stateList(list.state), index: listIndex },
      ...{ after, order: 'descending', limit, attributes: 'pk, listSk' },
    },
    (item) => ({ id: idOf(item), place: item.listSk?.S ?? '' }),
  );

/** The ids of at most `limit` uploads with a word in the file name that begins so; `last` where there are more. */
export const readUploadIdsByWord = async (beginning: string, limit: number): Promise<Page<string>> => {
  const range = { pk: wordList(beginning), index: listIndex, beginsWith: beginning, limit, attributes: 'pk, listSk' };
  const { items, last } = await queryPage(deskTable, range, idOf);
  return { items: [...new Set(items)], last };
};
