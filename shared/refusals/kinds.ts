/** The kinds of refusal, as the `type` of a problem names them, with the status of each. */
export const refusalKinds = {
  moved: 301,
  'in-language': 302,
  'described-elsewhere': 303,
  'is-file': 307,
  'invalid-input': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'stale-version': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'version-required': 428,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const;

export type RefusalKind = keyof typeof refusalKinds;
