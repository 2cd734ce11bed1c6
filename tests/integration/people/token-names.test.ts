import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProduct('token-names');
});
afterAll(() => cloud.end());

const account = { groups: ['editor'], name: 'u-17' };

/** An event that a person has made, as another one sees it. */
const madeBy = async (attributes: Readonly<Record<string, string>>): Promise<object> => {
  const response = await fetch(`${cloud.url}/v1/staff/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await cloud.token({ ...account, attributes })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ translations: { az: { title: 'Sərgi' } } }),
  });
  const { id } = (await response.json()) as { id: string };
  return (await cloud.ask(`/v1/staff/events/${id}`)).body.createdBy;
};

describe('the access token of a member of the staff', () => {
  it('says the name of the account, which stands beside the id in answers then', async () => {
    expect(await madeBy({})).toEqual({ id: 'u-17' });
    expect(await madeBy({ given_name: 'Leyla', family_name: 'Həsənova' })).toEqual({
      id: 'u-17',
      name: 'Leyla Həsənova',
    });
    expect(await madeBy({ name: 'Leyla Quliyeva' })).toEqual({ id: 'u-17', name: 'Leyla Quliyeva' });
  });

  it('says nothing else of the person', async () => {
    const attributes = { name: 'Leyla', phone_number: '+994501234567', birthdate: '1990-01-01' };
    const claims = decodeJwt(await cloud.token({ ...account, attributes }));
    expect(claims).toMatchObject({ name: 'Leyla', username: 'u-17', token_use: 'access' });
    for (const claim of ['email', 'phone_number', 'birthdate']) expect(claims).not.toHaveProperty(claim);
    expect(decodeJwt(await cloud.token(account))).not.toHaveProperty('name');
    expect(decodeJwt(await cloud.token({ ...account, attributes, use: 'id' }))).toMatchObject(attributes);
  });
});
