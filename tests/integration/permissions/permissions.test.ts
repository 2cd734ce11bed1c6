import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '@sergi/emulator/cloud.ts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

interface Statement {
  Action: string | string[];
}

/** The synthesized app without one action of one role, as if its grant had been forgotten. */
const assemblyWithout = (role: string, action: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sergi-without-'));
  cpSync(inject('assembly'), folder, { recursive: true });
  const file = join(folder, 'Sergi-local.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8'));
  let removed = 0;
  for (const [id, resource] of Object.entries<{
    Type: string;
    Properties: { PolicyDocument: { Statement: Statement[] } };
  }>(template.Resources)) {
    if (resource.Type !== 'AWS::IAM::Policy' || !id.includes(role)) continue;
    const document = resource.Properties.PolicyDocument;
    document.Statement = document.Statement.map((statement) => {
      const actions = [statement.Action].flat();
      removed += actions.includes(action) ? 1 : 0;
      return { ...statement, Action: actions.filter((each) => each !== action) };
    }).filter(({ Action }) => Action.length > 0);
  }
  expect(removed).toBeGreaterThan(0);
  writeFileSync(file, JSON.stringify(template));
  return folder;
};

describe('a function', () => {
  it.each([
    ['PublicApiFunctionRole', 'dynamodb:Query', '/v1/feed', 'dynamodb:Query'],
    ['StaffApiFunctionRole', 'dynamodb:GetItem', '/v1/staff/events/01ARZ3NDEKTSV4RRFFQ69G5FAV', 'dynamodb:GetItem'],
  ])('of which %s lacks %s is refused, and answers 500 without saying why', async (role, action, path, call) => {
    const assembly = assemblyWithout(role, action);
    const logs: string[] = [];
    const cloud = await startCloud({ assembly, log: (line) => logs.push(line) });
    try {
      const token = await cloud.token({ groups: ['admin'] });
      const response = await fetch(`${cloud.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status).toBe(500);
      const body = await response.text();
      expect(body).not.toMatch(/AccessDenied|arn:|dynamodb/i);
      expect(cloud.calls).toContainEqual(expect.objectContaining({ action: call, allowed: false }));
      expect(logs.join('\n')).toContain('AccessDenied');
    } finally {
      await cloud.stop();
      rmSync(assembly, { recursive: true });
    }
  });
});

describe('the public function', () => {
  let cloud: ProductCloud;

  beforeAll(async () => {
    cloud = await startProduct('permissions');
  });
  afterAll(() => cloud.end());

  it('has never touched the desk or a bucket, whatever it was asked', async () => {
    const id = await cloud.draft();
    const { body } = await cloud.publish(id);
    const paths = [
      '/v1/site',
      '/v1/feed',
      '/v1/feed?locale=en&category=events',
      `/v1/events/${id}`,
      `/v1/events/${body.translations.az.slug}`,
      '/v1/events/none',
    ];
    for (const path of paths) await cloud.ask(path);
    const calls = cloud.calls.filter((call) => call.function.includes('PublicApi'));
    expect(calls.length).toBeGreaterThan(4);
    for (const call of calls) {
      for (const resource of call.resources) expect(resource).toContain('StoresShowcaseTable');
    }
  });

  it('asks the table once for a page of the feed, and twice for an event by slug: for its pages, and for its views', async () => {
    const asked = async (base: string, path: string) => {
      const before = cloud.calls.length;
      await cloud.fetch(`${base}${path}`);
      const calls = cloud.calls.slice(before).filter(({ function: name }) => name.includes('PublicApi'));
      return calls.map(({ action }) => action);
    };
    // The settings of the site are read once in ten seconds.
    await cloud.ask('/v1/site');
    expect(await asked(cloud.apiUrl, '/v1/feed?limit=20')).toEqual(['dynamodb:Query']);
    expect(await asked(cloud.url, '/v1/events/sergi')).toEqual(['dynamodb:BatchGetItem', 'dynamodb:GetItem']);
    // The CDN, which keeps the page, is told when the next publication comes.
    expect(await asked(cloud.url, '/v1/feed?limit=20')).toEqual(['dynamodb:Query', 'dynamodb:Query']);
  });
});
