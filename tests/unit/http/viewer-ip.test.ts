import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewerIp } from '../../../shared/http/viewer-ip.ts';

const edge = '130.176.1.2';

describe('the address that the CDN was asked from', () => {
  it.each([
    ['a caller who says nothing', '192.0.2.7, 130.176.1.2', '192.0.2.7'],
    ['one who makes up an address', '198.51.100.1, 192.0.2.7, 130.176.1.2', '192.0.2.7'],
    ['one with an address of IPv6', '2001:db8::7, 130.176.1.2', '2001:db8::7'],
    ['one who sends what the CDN would', '192.0.2.7, 130.176.1.2, 203.0.113.9, 130.176.1.2', '203.0.113.9'],
    ['a way without a CDN', '130.176.1.2', undefined],
    ['no header at all', undefined, undefined],
    ['nonsense in the place of an address', 'nonsense, 130.176.1.2', undefined],
  ])('of %s', (_, header, viewer) => {
    expect(viewerIp(header, edge)).toBe(viewer);
  });

  it('cannot be pushed away by anything that the caller sends, however long', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.ipV4(), (sent, viewer) => {
        expect(viewerIp(`${sent}, ${viewer}, ${edge}`, edge)).toBe(viewer);
      }),
    ));
});
