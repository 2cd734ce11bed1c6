import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Group } from '../../../shared/model/staff/role.ts';
import { imported, importRequest } from '../entries/import-lines.ts';
import { type Answer, type Body, sendRequest } from './api-client.ts';

export type { Answer, Body };

export interface Ask {
  readonly method?: string;
  readonly as?: Group;
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  readonly raw?: Body;
  readonly headers?: Record<string, string>;
}

/** Asks an address of the site, as somebody of the staff or as the public. */
export const ask = async (path: string, { method, as, token, body, raw, headers }: Ask = {}): Promise<Answer> => {
  const bearer = token ?? (as && inject('tokens')[as]);
  return sendRequest(path.startsWith('http') ? path : `${inject('baseUrl')}${path}`, {
    method,
    token: bearer,
    body,
    raw,
    headers,
  });
};

/** Imports lines of an archive; the body is what became of them, as a dry run reports it. */
export const importArchive = async (lines: readonly (object | string)[], query = ''): Promise<Answer> => {
  const { path, ...request } = importRequest(lines, query);
  return imported((job) => ask(job, { as: 'admin' }), await ask(path, { as: 'admin', ...request }));
};

/**
 * Asks again until the answer is as wanted, since caches and queues take their time; gives the last answer after 90 s.
 */
export const eventually = async (get: () => Promise<Answer>, wanted: (answer: Answer) => boolean): Promise<Answer> => {
  const end = Date.now() + 90_000;
  for (;;) {
    const answer = await get();
    if (wanted(answer) || Date.now() > end) return answer;
    await pause(150);
  }
};

/** A name that no other test and no earlier run has used. */
export const unique = (prefix: string): string => `${prefix}-${Math.random().toString(36).slice(2, 10)}`;

/** Text for a draft in one language that could be published. */
export const text = (title: string) => ({ title, body: `${title}.\n\nWith **two** paragraphs.` });

/** Creates a draft. */
export const createDraft = async (content: object): Promise<Answer> =>
  ask('/v1/staff/events', { as: 'contributor', body: { category: 'events', ...content } });

/** Publishes an event as it is. */
export const publish = (id: string, body: object = {}): Promise<Answer> =>
  ask(`/v1/staff/events/${id}/publish`, { as: 'editor', body });

/** Creates an event and publishes it at once. */
export const createPublished = async (content: object, publication: object = {}): Promise<Answer> => {
  const draft = await createDraft(content);
  if (draft.status !== 201) return draft;
  return publish(draft.body.id, publication);
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Asks for a signed upload of the bytes. */
export const requestUpload = (bytes: Uint8Array, contentType = 'image/jpeg', over: object = {}): Promise<Answer> =>
  ask('/v1/staff/uploads', {
    as: 'contributor',
    body: { fileName: 'scan.jpg', contentType, contentLength: bytes.length, sha256: sha256(bytes), ...over },
  });

/** Sends bytes as a signed upload says. */
export const send = (signed: { method: string; url: string; headers: Record<string, string> }, bytes: Uint8Array) =>
  fetch(signed.url, {
    method: signed.method,
    headers: signed.headers,
    body: bytes as NonNullable<RequestInit['body']>,
  });

/** The upload once it is settled. */
export const settled = (uploadId: string): Promise<Answer> =>
  eventually(
    () => ask(`/v1/staff/uploads/${uploadId}`, { as: 'contributor' }),
    ({ status, body }) => status !== 200 || body.state === 'ready' || body.state === 'rejected',
  );

/** Uploads bytes all the way and gives the settled upload. */
export const upload = async (bytes: Uint8Array, contentType = 'image/jpeg'): Promise<Answer> => {
  const { body } = await requestUpload(bytes, contentType);
  if (!body.alreadyUploaded) {
    const stored = await send(body, bytes);
    if (!stored.ok) throw new Error(`The store answered ${stored.status}: ${await stored.text()}`);
  }
  return settled(body.uploadId);
};

/** The feed of a campaign; one of which nothing is public does not exist, and has no items. */
export const feed = async (campaign: string, query: Record<string, string> = {}): Promise<Answer> => {
  const answer = await ask(`/v1/feed?${new URLSearchParams({ campaign, ...query })}`);
  const isNone = answer.status === 404 && answer.body.errors?.[0]?.path === 'campaign';
  return isNone ? { ...answer, body: { items: [] } } : answer;
};
