import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordReason } from '../../../shared/refusals/word-reason.ts';
import {
  AddressNotPublicError,
  isReachable,
  publicOnlyLookup,
  type Resolve,
} from '../../../shared/webhooks/delivery/public-only-lookup.ts';
import { receiverError, urlNotPublic } from '../../../shared/webhooks/delivery/receiver.ts';

const notPublic = wordReason(urlNotPublic, 'en');

const fault = (address: string) => {
  const why = receiverError(new URL(address), 'public');
  return why && wordReason(why, 'en');
};

describe('an address', () => {
  it.each([
    'https://hooks.example.org/a?b=c',
    'https://hooks.example.org:8443/',
    'https://93.184.216.34/',
    'https://[2606:4700::1111]/',
    'https://məktəb.az/',
  ])('may be a receiver: %s', (address) => expect(fault(address)).toBeUndefined());

  it.each([
    ['http://hooks.example.org/', 'must begin with https://'],
    ['http://127.0.0.1:3000/', 'must begin with https://'],
    ['ftp://hooks.example.org/', 'must begin with https://'],
    ['file:///etc/passwd', 'must begin with https://'],
    ['https://user@hooks.example.org/', 'may hold no name or password'],
    ['https://:secret@hooks.example.org/', 'may hold no name or password'],
    ['https://hooks.example.org/#here', 'may hold no fragment (#)'],
    ['https://hooks.example.org:25/', 'has the port 25; only 443 and those from 1024 on are used'],
  ])('may be none: %s', (address, message) => expect(fault(address)).toBe(message));

  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://0177.0.0.01/',
    'https://①②⑦.⓪.⓪.①/',
    'https://0/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/latest/meta-data/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
  ])('in whatever form it is written is seen to lead inside: %s', (address) => expect(fault(address)).toBe(notPublic));

  it('of a private network is refused in every numeric form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (low) => {
        const number = 10 * 0x1000000 + low;
        for (const host of [String(number), `0x${number.toString(16)}`, `0${number.toString(8)}`, `10.${low}`]) {
          expect(fault(`https://${host}/`), host).toBe(notPublic);
        }
      }),
    );
  });

  it('of this machine may be one where the embedded cloud says so, and no other inside', () => {
    const here = (address: string) => receiverError(new URL(address), 'public-and-loopback');
    for (const address of ['http://127.0.0.1:3000/', 'http://localhost:3000/', 'https://[::1]:3000/']) {
      expect(here(address)).toBeUndefined();
    }
    expect(here('http://hooks.example.org/')).toEqual({ code: 'httpsRequired' });
    expect(here('https://10.0.0.1/')).toEqual(urlNotPublic);
    expect(here('https://169.254.169.254/')).toEqual(urlNotPublic);
  });
});

/** A resolver that gives one answer after the other. */
const resolving = (...answers: string[][]): Resolve => {
  const left = [...answers];
  return (_name, _options, callback) => {
    const addresses = left.shift() ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
};

const looking = (resolve: Resolve, all = true) =>
  new Promise<unknown>((settle, reject) => {
    publicOnlyLookup('public', resolve)('hooks.example.org', { all }, (error, address) =>
      error ? reject(error) : settle(address),
    );
  });

describe('a name', () => {
  it('gives all its addresses where every one is public', async () => {
    const both = ['93.184.216.34', '2606:4700::1111'];
    expect(await looking(resolving(both))).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
    expect(await looking(resolving(both), false)).toBe('93.184.216.34');
  });

  it.each([[['10.0.0.1']], [['93.184.216.34', '127.0.0.1']], [['2606:4700::1111', '::ffff:10.0.0.1']], [[]]])(
    'that leads to %j is refused as a whole',
    async (addresses) => {
      await expect(looking(resolving(addresses))).rejects.toBeInstanceOf(AddressNotPublicError);
    },
  );

  it('is looked at each time: what was public when it was given may not be later', async () => {
    const resolve = resolving(['93.184.216.34'], ['169.254.169.254']);
    expect(await isReachable('hooks.example.org', 'public', 1000, resolve)).toBe(true);
    expect(await isReachable('hooks.example.org', 'public', 1000, resolve)).toBe(false);
  });

  it('of which nothing is known in time is neither', async () => {
    expect(await isReachable('hooks.example.org', 'public', 5, () => {})).toBe('unknown');
    const failing: Resolve = (_name, _options, callback) => callback(new Error('ENOTFOUND'), []);
    expect(await isReachable('hooks.example.org', 'public', 1000, failing)).toBe('unknown');
  });
});
