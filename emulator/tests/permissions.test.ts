import { describe, expect, it } from 'vitest';
import { command, useCloud } from './fixture-cloud.ts';

const cloud = useCloud();
const denied = (action: string) => ({
  status: 400,
  body: {
    name: 'AccessDeniedException',
    message: expect.stringContaining(`is not authorized to perform: ${action} on`),
  },
});

describe('the permissions of a function', () => {
  it('lets through what its role allows, and records it', async () => {
    expect((await command(cloud(), 'put', { id: 'a' })).status).toBe(200);
    const answer = await command(cloud(), 'query', { id: 'a' });
    expect(answer.body.Count).toBe(1);
    expect(cloud().calls.at(-1)).toMatchObject({
      function: 'ApiFunction',
      action: 'dynamodb:Query',
      resources: [expect.stringContaining('table/Items')],
      allowed: true,
      status: 200,
      consumed: 0.5,
      body: { TableName: 'Items' },
    });
  });

  it('refuses another table', async () => {
    expect(await command(cloud(), 'secret')).toEqual(denied('dynamodb:GetItem'));
    expect(cloud().calls.at(-1)).toMatchObject({ allowed: false, status: 403 });
  });

  it('refuses an index that is not granted', async () => {
    expect(await command(cloud(), 'queryIndex', { kind: 'x' })).toEqual(denied('dynamodb:Query'));
  });

  it('asks for the permissions of each item of a transaction', async () => {
    expect(await command(cloud(), 'transact', { id: 'b' })).toEqual(denied('dynamodb:PutItem'));
    expect((await command(cloud(), 'query', { id: 'b' })).body.Count).toBe(0);
  });

  it('asks for both ends of a copy, and serves the copy through the CDN', async () => {
    const { s3, url } = cloud();
    await s3.put(s3.bucketName('Uploads'), 'incoming/ə 1.txt', 'published', { 'content-type': 'text/plain' });
    expect((await command(cloud(), 'read', { key: 'incoming/ə 1.txt' })).body).toEqual({
      text: 'published',
      type: 'text/plain',
    });
    expect(await command(cloud(), 'publish', { from: 'incoming/ə 1.txt', to: 'elsewhere/1' })).toMatchObject({
      status: 400,
    });
    expect(await command(cloud(), 'publish', { from: 'incoming/ə 1.txt', to: 'media/1' })).toMatchObject({
      status: 200,
    });
    const response = await fetch(`${url}/media/1`);
    expect([response.status, await response.text()]).toEqual([200, 'published']);
    expect((await fetch(`${url}/media/2`)).status).toBe(404);
    const part = await fetch(`${url}/media/1`, { headers: { range: 'bytes=0-2' } });
    expect([part.status, await part.text()]).toEqual([206, 'pub']);
  });

  it('tells who may not list a bucket nothing of a missing object', async () => {
    expect(await command(cloud(), 'read', { key: 'incoming/none' })).toMatchObject({ body: { name: 'AccessDenied' } });
  });

  it('reports the grants that nothing has used', async () => {
    await command(cloud(), 'put', { id: 'c' });
    const unused = cloud().unusedGrants();
    expect(unused).toContainEqual({
      role: 'ApiRole',
      policy: 'ApiPolicy',
      statement: 'Unused',
      action: 'dynamodb:DeleteItem',
      resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/Items',
    });
    expect(unused).not.toContainEqual(expect.objectContaining({ role: 'ApiRole', action: 'logs:PutLogEvents' }));
    expect(unused).not.toContainEqual(expect.objectContaining({ role: 'WorkerRole', action: 'sqs:DeleteMessage' }));
    expect(cloud().usedGrants()).toContainEqual(
      expect.objectContaining({ role: 'ApiRole', action: 'dynamodb:PutItem' }),
    );
  });
});

describe('an injected fault', () => {
  it.each([
    ['throttle', 'ThrottlingException'],
    ['deny', 'AccessDeniedException'],
    ['error', 'InternalServerError'],
    ['reset', 'TimeoutError'],
  ] as const)('%s fails the calls it matches, as often as asked', async (respond, name) => {
    const remove = cloud().inject({ match: ({ action }) => action === 'dynamodb:Query', respond, times: 1 });
    const first = await command(cloud(), 'query', { id: 'a' });
    expect(first.status).toBe(400);
    if (respond !== 'reset') expect(first.body.name).toBe(name);
    expect((await command(cloud(), 'query', { id: 'a' })).status).toBe(200);
    remove();
  });

  it('delays a call', async () => {
    const remove = cloud().inject({ match: () => true, respond: 60 });
    const start = performance.now();
    expect((await command(cloud(), 'query', { id: 'a' })).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(55);
    remove();
  });
});
