import { describe, expect, it } from 'vitest';
import { codingFor } from '../../../shared/http/negotiate.ts';

const text = 'ə]]>\u2028 '.repeat(400);

describe('the coding of an answer', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br;q=0.1', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['gzip, br;Q=0', 'gzip'],
    ['GZIP;q=1.0', 'gzip'],
    ['gzip;q=0.000', undefined],
    ['deflate, zstd', undefined],
    ['', undefined],
    [undefined, undefined],
    ['brotli, x-gzip', undefined],
    ['gzip;q=x', undefined],
    [`${' '.repeat(500)}br`, undefined],
  ])('for %j is %s', (header, coding) => {
    expect(codingFor(header, text)).toBe(coding);
  });

  it('is none for what fits into a packet', () => {
    expect(codingFor('br', 'x'.repeat(999))).toBeUndefined();
    expect(codingFor('br', 'ə'.repeat(500))).toBe('br');
  });
});
