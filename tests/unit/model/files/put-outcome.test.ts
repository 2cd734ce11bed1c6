import { describe, expect, it } from 'vitest';
import { putOutcome } from '../../../../shared/model/files/put-outcome.ts';

const refusal = (code: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>…</Message><RequestId>4</RequestId></Error>`;

describe('what the store means by its answer to a signed PUT', () => {
  it.each([
    [200, '', 'stored'],
    [412, 'PreconditionFailed', 'stored'],
    [400, 'BadDigest', 'changed'],
    [400, 'XAmzContentChecksumMismatch', 'changed'],
    [403, 'AccessDenied', 'expired'],
    [400, 'ExpiredToken', 'expired'],
    [409, 'ConditionalRequestConflict', 'busy'],
    [409, 'OperationAborted', 'busy'],
    [408, '', 'busy'],
    [400, 'RequestTimeout', 'busy'],
    [503, 'SlowDown', 'busy'],
    [500, 'InternalError', 'busy'],
    [400, 'EntityTooLarge', 'refused'],
    [404, 'NoSuchBucket', 'refused'],
  ])('%s %s: %s', (status, code, outcome) => {
    expect(putOutcome(status, code && refusal(code))).toBe(outcome);
  });

  it('goes by the status where something between answers with a page of its own', () => {
    expect(putOutcome(502, '<html><h1>Bad Gateway</h1></html>')).toBe('busy');
    expect(putOutcome(400, '<html><h1>Bad Request</h1></html>')).toBe('refused');
  });
});
