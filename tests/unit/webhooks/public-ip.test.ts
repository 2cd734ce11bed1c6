import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopbackIp, isPublicIp } from '../../../shared/webhooks/delivery/public-ip.ts';

/**
 * Prefixes that must not be reached, as numbers of IPv4: RFC 6890 and its successors, written down here a second time.
 */
const closed: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Served by services of the network itself, which ipaddr.js does not count as public either. */
const ofTheNetwork: readonly (readonly [string, number])[] = [
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.175.48.0', 24],
];

const toNumber = (dotted: string): number => dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const toDotted = (number: number): string => [24, 16, 8, 0].map((bits) => (number >>> bits) & 255).join('.');
const within = (number: number, [base, length]: readonly [string, number]): boolean =>
  number >>> (32 - length) === toNumber(base) >>> (32 - length);

const ipv4 = fc.integer({ min: 0, max: 0xffffffff }).map((number) => number >>> 0);

describe('an address of IPv4', () => {
  it('is public exactly where it is in none of the special prefixes', () => {
    fc.assert(
      fc.property(ipv4, (number) => {
        const special = [...closed, ...ofTheNetwork].some((prefix) => within(number, prefix));
        expect(isPublicIp(toDotted(number))).toBe(!special);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(closed)('is not public anywhere in %s/%i, its ends included', (base, length) => {
    const first = toNumber(base);
    const size = 2 ** (32 - length);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: size - 1 }), (offset) => {
        expect(isPublicIp(toDotted((first + offset) >>> 0))).toBe(false);
      }),
    );
    expect(isPublicIp(toDotted(first + size - 1))).toBe(false);
  });

  it('is never public in any form of IPv6 that carries it', () => {
    const hex = (number: number) => [number >>> 16, number & 0xffff].map((part) => part.toString(16)).join(':');
    fc.assert(
      fc.property(ipv4, (number) => {
        for (const form of [
          `::ffff:${toDotted(number)}`,
          `::ffff:${hex(number)}`,
          `::${hex(number)}`,
          `::ffff:0:${hex(number)}`,
          `64:ff9b::${hex(number)}`,
          `64:ff9b:1::${hex(number)}`,
          `2002:${hex(number)}::1`,
          `2001:0:${hex(number)}::1`,
        ]) {
          expect(isPublicIp(form), form).toBe(false);
        }
      }),
    );
  });
});

describe('an address of IPv6', () => {
  it.each([
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '100::1',
    '2001:db8::1',
    '2001:2::1',
    '3fff::1',
    '5f00::1',
    '4000::1',
    'e000::1',
  ])('%s is not public', (address) => expect(isPublicIp(address)).toBe(false));

  it.each(['2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '2001:4860:4860::8888'])('%s is public', (address) =>
    expect(isPublicIp(address)).toBe(true),
  );

  it('is public below 2000::/3 only', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(group, fc.array(group, { minLength: 7, maxLength: 7 }), (first, rest) => {
        const address = [first, ...rest].map((part) => part.toString(16)).join(':');
        if (first >>> 13 !== 1) expect(isPublicIp(address)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

it.each(['', 'example.org', '127.1.1', '1.2.3.4.5', '::g', '0x7f000001 '])('%j is no public address', (text) => {
  expect(isPublicIp(text)).toBe(false);
});

it('knows the addresses of this machine', () => {
  for (const here of ['127.0.0.1', '127.255.255.254', '::1']) expect(isLoopbackIp(here)).toBe(true);
  for (const away of ['0.0.0.0', '::', '10.0.0.1', '8.8.8.8', '::2', 'localhost'])
    expect(isLoopbackIp(away)).toBe(false);
});
