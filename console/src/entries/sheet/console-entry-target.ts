import type { UploadRequest } from '../../../../shared/model/files/upload.ts';
import {
  changeRefusal,
  type EnteredArtwork,
  type EntryTarget,
  RefusedRowError,
} from '../../../../shared/sheet/entry-target.ts';
import { type AnswerOf, type Api, RefusedError } from '../../api/api.ts';
import { isPassing } from '../../api/is-passing.ts';
import { failureText } from '../../ui/failure.tsx';
import { InterruptedUploadError } from '../../uploads/file-errors.ts';
import { putFile } from '../../uploads/put-file.ts';
import type { Words } from '../../words/words.ts';
import type { SheetWords } from './words.ts';

/** How often something is tried while the network fails or the server is busy: for about a minute. */
const attempts = 7;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isTemporary = (error: unknown): boolean => error instanceof InterruptedUploadError || isPassing(error);

/** Does some work, and repeats it after a pause while the network fails or the server is busy. */
const withRetry = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isTemporary(error) || attempt === attempts) throw error;
      await pause(500 * 2 ** attempt);
    }
  }
};

/** How often a new address is asked for, where the signature of one has ended meanwhile. */
const signatures = 3;

/** What the API refuses for good. */
const refusals = [400, 403, 409, 412, 413];

/** An exhibition, as the console reaches it. */
export const consoleEntryTarget = (api: Api, exhibitionId: string, words: Words, texts: SheetWords): EntryTarget => {
  const id = exhibitionId;
  const call: Api['call'] = (name, input) => withRetry(() => api.call(name, input));
  return {
    listArtworks: async () => {
      const items: EnteredArtwork[] = [];
      let cursor: string | undefined;
      do {
        const page: AnswerOf<'listStaffArtworks'> = await call('listStaffArtworks', {
          params: { id },
          query: { limit: '100', cursor },
        });
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return items;
    },
    startUpload: async ({ open, ...facts }) => {
      const body = facts as UploadRequest;
      let started = await call('createUpload', { body });
      const { uploadId } = started;
      return {
        uploadId,
        send: async () => {
          for (let attempt = 1; !started.alreadyUploaded; attempt += 1) {
            const { url, headers } = started;
            const outcome = await withRetry(async () => {
              const answer = await putFile({ url, headers }, await open());
              if (answer === 'busy') throw new InterruptedUploadError();
              return answer;
            });
            if (outcome === 'stored') return;
            if (outcome !== 'expired' || attempt === signatures) throw new RefusedRowError(texts.fileChanged);
            started = await call('createUpload', { body });
          }
        },
      };
    },
    awaitReady: async (uploadId, isWithinTimeout) => {
      for (let wait = 300; ; wait = Math.min(2 * wait, 5_000)) {
        const { state, rejection } = await call('getUpload', { params: { id: uploadId } });
        if (state === 'ready') return;
        if (state === 'rejected' || state === 'expired')
          throw new RefusedRowError(rejection?.message ?? texts.uploadExpired);
        if (!isWithinTimeout()) throw new RefusedRowError(texts.stillProcessing);
        await pause(wait);
      }
    },
    createArtwork: (body) => call('createArtwork', { params: { id }, body, key: crypto.randomUUID() }),
    readArtwork: (artworkId) => call('getStaffArtwork', { params: { id, artworkId } }),
    changeArtworks: async (changes) => {
      const { items } = await call('updateArtworks', { params: { id }, body: { changes: [...changes] } });
      return items.map(({ problem }) => problem && changeRefusal(problem));
    },
    refusalOf: (error) =>
      error instanceof RefusedError && refusals.includes(error.problem.status) ? failureText(error, words) : undefined,
  };
};
