import { describe, expect, it } from 'vitest';
import { parseResponse } from '../../../src/dynamodb/engine-response.ts';

const parse = (text: string) => {
  const response = parseResponse(Buffer.from(text));
  return response && { ...response, body: String(response.body) };
};

const whole = {
  length: 'HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"a":"ə"}',
  chunks: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Id: a:b\r\n\r\n4\r\n{"a"\r\nA\r\n:"0123456"\r\n0\r\n\r\n',
};

describe('the answer of an engine', () => {
  it('is read by its length in bytes', () => {
    expect(parse(whole.length)).toEqual({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: '{"a":"ə"}',
    });
  });

  it('is read in chunks', () => {
    expect(parse(whole.chunks)).toEqual({ status: 200, headers: { 'x-id': 'a:b' }, body: '{"a":"0123456"' });
  });

  it.each(Object.entries(whole))('is waited for until its end has come (%s)', (_name, text) => {
    const bytes = Buffer.from(text);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(parseResponse(bytes.subarray(0, length))).toBeUndefined();
    }
  });
});
