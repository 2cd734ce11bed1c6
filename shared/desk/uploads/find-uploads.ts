import type { Page } from '../../aws/table.ts';
import { kindOfUpload, type Upload, type uploadKinds, uploadStates } from '../../model/files/upload.ts';
import { wantedTerms } from '../../model/text/search-terms.ts';
import { readUnusedUploadsPage } from './unused-uploads.ts';
import { nameTerms, type PlacedUpload, readPlacedUploads, readUploadIdsByWord } from './upload-entries.ts';
import { isExpired, readUploads } from './uploads.ts';

/** Most uploads that a request reads, and most that have a word in their names, which are read all. */
const [mostRead, mostWithWord] = [200, 1_000];

/** The states in which an upload may be: those that are stored, and `expired`, which follows from the clock. */
const listedUploadStates = [...uploadStates, 'expired'] as const;

type ListedState = (typeof listedUploadStates)[number];

/** Which uploads to find: those that match every given property. */
interface UploadsRequest {
  /** Words of the file name, or their beginnings. */
  readonly name?: string | undefined;
  readonly state?: ListedState | undefined;
  readonly kind?: (typeof uploadKinds)[number] | undefined;
  readonly by?: string | undefined;
  /** Only what nothing has ever used and was asked for before a time, the oldest first. */
  readonly unusedBefore?: string | undefined;
  readonly limit: number;
  readonly after: string | undefined;
  readonly now: Date;
}

/** An upload with the place that it has in the list. */
interface FoundUpload {
  readonly upload: Upload;
  readonly place: string;
}

/**
 * A page of uploads, the newest first: it may be short, and have a `last` from which the next one goes on. It reads
 * what has the longest word in its name, or else the lists by person or state.
 */
export const findUploads = async (request: UploadsRequest): Promise<Page<FoundUpload>> => {
  const { limit } = request;
  const { items, last } = await readCandidates(request);
  const hits = items.filter(({ upload }) => isWanted(upload, request));
  const page = hits.slice(0, limit);
  return { items: page, last: hits.length > limit ? page.at(-1)?.place : last };
};

const isWanted = (upload: Upload, { name, state, kind, by, now }: UploadsRequest): boolean => {
  const terms = nameTerms(upload.fileName);
  return (
    (state === undefined || state === (isExpired(upload, now) ? 'expired' : upload.state)) &&
    (kind === undefined || kind === kindOfUpload(upload)) &&
    (by === undefined || upload.createdBy === by) &&
    (name === undefined || wantedTerms(name).every((wanted) => terms.some((term) => term.startsWith(wanted))))
  );
};

const placed = (upload: Upload): FoundUpload => ({ upload, place: `${upload.createdAt}#${upload.id}` });

const readCandidates = async (request: UploadsRequest): Promise<Page<FoundUpload>> => {
  const { name, state, by, unusedBefore, after } = request;
  if (unusedBefore !== undefined) {
    const { items, last } = await readUnusedUploadsPage(unusedBefore, mostRead, after);
    return { items: items.map(placed), last };
  }
  const [longest] = name === undefined ? [] : wantedTerms(name).sort((a, b) => b.length - a.length);
  if (longest) {
    const { items, last } = await readUploadIdsByWord(longest, mostWithWord);
    if (last === undefined) return { items: await readInOrder(items, after) };
  }
  if (by !== undefined) return withUploads(await readPlacedUploads({ list: { by }, after, limit: mostRead }));
  const stored = uploadStates.filter((one) => state === undefined || one === state || isBefore(state, one));
  const limit = Math.floor(mostRead / stored.length);
  const pages = await Promise.all(stored.map((one) => readPlacedUploads({ list: { state: one }, after, limit })));
  // Beyond the newest end of what was read, another state may have something in between.
  const last = pages
    .flatMap((page) => page.last ?? [])
    .sort()
    .at(-1);
  const items = pages.flatMap((page) => page.items).filter(({ place }) => last === undefined || place >= last);
  return withUploads({ items, last });
};

/** True of the stored states in which an upload that has expired may be. */
const isBefore = (state: ListedState, stored: ListedState): boolean =>
  state === 'expired' && (stored === 'awaiting' || stored === 'processing');

const readInOrder = async (ids: readonly string[], after: string | undefined): Promise<FoundUpload[]> => {
  const uploads = await readUploads(ids);
  const all = [...uploads.values()].map(placed).filter(({ place }) => after === undefined || place < after);
  return all.sort((one, other) => (one.place < other.place ? 1 : -1));
};

const withUploads = async ({ items, last }: Page<PlacedUpload>): Promise<Page<FoundUpload>> => {
  const uploads = await readUploads(items.map(({ id }) => id));
  const found = items.flatMap(({ id, place }) => {
    const upload = uploads.get(id);
    return upload ? [{ upload, place }] : [];
  });
  return { items: found.sort((one, other) => (one.place < other.place ? 1 : -1)), last };
};
