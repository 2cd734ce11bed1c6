import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type PutOutcome, putOutcome } from '../../shared/model/files/put-outcome.ts';
import type { OutgoingFile } from '../../shared/sheet/outgoing-file.ts';
import { ApiError, type ApiTarget, callApi } from '../api-client/api.ts';
import { RetryableError, sendRequest, withRetry } from '../api-client/send-request.ts';
import { say } from '../command/command-words.ts';

const signedSchema = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });

const startedUploadSchema = z.discriminatedUnion('alreadyUploaded', [
  z.object({ alreadyUploaded: z.literal(true), uploadId: z.string() }),
  z.object({ alreadyUploaded: z.literal(false), uploadId: z.string(), ...signedSchema.shape }),
]);

/** The upload of a file: the one known by its SHA-256, or a new one with a signed address. */
type StartedUpload = z.output<typeof startedUploadSchema>;

/** Requests the upload of a file; the address in it is valid for a quarter of an hour. */
export const startUpload = async (site: ApiTarget, file: OutgoingFile): Promise<StartedUpload> => {
  const { fileName, contentType, contentLength, sha256 } = file;
  const request = { fileName, contentType, contentLength, sha256 };
  return startedUploadSchema.parse(await callApi(site, '/uploads', { body: JSON.stringify(request) }));
};

/** Slowest connection that the timeout allows for, in bytes per millisecond. */
const minBytesPerMs = 10;

const changed = say('fileChanged');

/** What the store says to a file, and its status. Throws `RetryableError` where it is busy. */
const put = async (
  file: OutgoingFile,
  { url, headers }: z.output<typeof signedSchema>,
): Promise<{ outcome: PutOutcome; status: number }> => {
  const body = await file.open();
  if (body.size !== file.contentLength) throw new ApiError(changed);
  const signal = AbortSignal.timeout(60_000 + Math.ceil(file.contentLength / minBytesPerMs));
  try {
    const { status, text } = await sendRequest(url, { method: 'PUT', headers, body, signal });
    const outcome = putOutcome(status, text);
    if (outcome === 'busy') throw new RetryableError(say('busy', { host: new URL(url).host, status }));
    return { outcome, status };
  } catch (error) {
    const cause = error instanceof RetryableError ? error.cause : undefined;
    if (cause instanceof Error && [cause.name, (cause.cause as Error)?.name].includes('NotReadableError')) {
      throw new ApiError(changed, { cause });
    }
    throw error;
  }
};

/** How often a new signature is asked for. */
const maxSignatures = 3;

/**
 * Sends a file to the store, unless it is there already; it requests a new signature where the old one has expired.
 * Throws `ApiError` where the store refuses it.
 */
export const sendFile = async (site: ApiTarget, file: OutgoingFile, opened: StartedUpload): Promise<void> => {
  let upload = opened;
  for (let attempt = 1; !upload.alreadyUploaded; attempt += 1) {
    const signed = upload;
    const { outcome, status } = await withRetry(() => put(file, signed));
    if (outcome === 'stored') return;
    if (outcome === 'changed') throw new ApiError(changed);
    if (outcome !== 'expired' || attempt === maxSignatures)
      throw new Error(say('answered', { what: new URL(signed.url ?? site.url).host, status }));
    upload = await startUpload(site, file);
  }
};

const stateSchema = z.object({ state: z.string(), rejection: z.object({ message: z.string() }).optional() });

/** Pauses between two checks of an upload, in milliseconds. */
const pauses = { first: 300, longest: 5_000 };

/**
 * Waits until an upload is ready. Throws `ApiError` with the reason of a rejection, or once `isWithinTimeout`, called
 * before every pause, returns false.
 */
export const awaitReady = async (site: ApiTarget, uploadId: string, isWithinTimeout = () => true): Promise<void> => {
  for (let wait = pauses.first; ; wait = Math.min(2 * wait, pauses.longest)) {
    const { state, rejection } = stateSchema.parse(await callApi(site, `/uploads/${uploadId}`));
    if (state === 'ready') return;
    if (state === 'rejected' || state === 'expired') {
      throw new ApiError(rejection?.message ?? say('uploadExpired'));
    }
    if (!isWithinTimeout()) throw new ApiError(say('uploadStillProcessing'));
    await pause(wait);
  }
};
