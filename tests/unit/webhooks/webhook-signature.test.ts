import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newSecret, signedHeaders } from '../../../shared/webhooks/delivery/signature.ts';

describe('a signed message', () => {
  it('is accepted by the library of Standard Webhooks, and by no other secret', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        const secret = newSecret();
        const headers = signedHeaders('01ARZ3NDEKTSV4RRFFQ69G5FAV', body, [secret], new Date());
        expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
        expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow('No matching signature');
        expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow('No matching signature');
      }),
    );
  });

  it('gives the signature of the specification’s own example', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const body = '{"test": 2432232314}';
    const headers = signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', body, [secret], new Date(1_614_265_330_000));
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is accepted by each of the secrets that signed it', () => {
    const secrets = [newSecret(), newSecret()];
    const headers = signedHeaders('01ARZ3NDEKTSV4RRFFQ69G5FAV', '{}', secrets, new Date());
    for (const secret of secrets) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
  });

  it('has a secret of 32 bytes', () => {
    expect(newSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newSecret()).not.toBe(newSecret());
  });
});
