import { describe, expect, it } from 'vitest';
import { artistSchema } from '../../../shared/model/artwork.ts';
import { auditEntrySchema } from '../../../shared/model/audit.ts';
import { editionSchema } from '../../../shared/model/edition.ts';
import { readStored } from '../../../shared/model/read-stored.ts';

const consent = { guardian: 'Rəna', expiresOn: '2029-09-01', image: true, name: 'full' };

describe('what 0.1.0 has stored', () => {
  it.each([
    [
      'an artist',
      artistSchema,
      { name: 'Aysel', minor: false, consent: { ...consent, givenOn: '2024-09-01' } },
      { name: 'Aysel', isMinor: false, consent: { ...consent, grantedOn: '2024-09-01' } },
    ],
    [
      'an entry of the audit',
      auditEntrySchema,
      { at: '2022-11-18T08:00:00.000Z', by: 'leyla', from: '192.0.2.7', action: 'webhook.tested', item: 'site' },
      {
        ...{ createdAt: '2022-11-18T08:00:00.000Z', createdBy: 'leyla', from: '192.0.2.7' },
        ...{ action: 'webhook.tested', item: 'site' },
      },
    ],
    [
      'an edition',
      editionSchema,
      { number: 1, former: {}, oldAddresses: ['/1'] },
      { number: 1, former: {}, redirectsFrom: ['/1'] },
    ],
  ])('is read in the present form: %s', (_, schema, old, present) => {
    expect(readStored(schema, old)).toEqual(present);
    expect(readStored(schema, present)).toEqual(present);
    expect(readStored(schema, { ...old, ...present })).toEqual(present);
  });

  it('is no form for bodies of requests', () => {
    expect(artistSchema.safeParse({ name: 'Aysel', minor: true }).success).toBe(false);
  });

  it('counts as of a minor where it does not say so', () => {
    expect(readStored(artistSchema, { name: 'Aysel' })).toEqual({ name: 'Aysel', isMinor: true });
  });
});
