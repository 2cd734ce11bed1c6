import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deployToBuckets } from '../../../src/s3/bucket-deployments.ts';
import type { ObjectStore } from '../../../src/s3/s3.ts';
import { loadTemplate } from '../../../src/template/template.ts';

const deployment = (properties: object) => ({
  Type: 'Custom::CDKBucketDeployment',
  Properties: { ServiceToken: { 'Fn::GetAtt': ['Deployer', 'Arn'] }, Prune: false, ...properties },
});

const deployed = async (properties: object): Promise<Map<string, [body: string, headers: Record<string, string>]>> => {
  const folder = mkdtempSync(join(tmpdir(), 'deployments-'));
  try {
    mkdirSync(join(folder, 'asset.site', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'asset.site', 'index.html'), '<p>');
    writeFileSync(join(folder, 'asset.site', 'deep', 'a.js'), 'of <<bucket>>');
    const source = { path: 'asset.site' };
    const files = { site: { source, destinations: { here: { objectKey: 'site.zip' } } } };
    writeFileSync(join(folder, 'Test.assets.json'), JSON.stringify({ files }));
    const Resources = {
      Bucket: { Type: 'AWS::S3::Bucket' },
      Role: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/Any'] } },
      Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: {}, Roles: [{ Ref: 'Role' }] } },
      Layer: { Type: 'AWS::Lambda::LayerVersion' },
      Deployer: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      Files: deployment(properties),
    };
    writeFileSync(join(folder, 'Test.template.json'), JSON.stringify({ Resources }));
    const template = loadTemplate(folder);
    // What runs during a deployment is left out with all that belongs to it.
    for (const type of ['AWS::Lambda::Function', 'AWS::IAM::Role', 'AWS::IAM::Policy'])
      expect(template.all(type)).toEqual([]);
    const stored = new Map<string, [string, Record<string, string>]>();
    const put: ObjectStore['put'] = async (bucket, key, body, headers = {}) => {
      stored.set(`${bucket}/${key}`, [String(body), headers]);
    };
    await deployToBuckets(template, { put } as ObjectStore, (text) => text.replaceAll('bucket', 'here'));
    return stored;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const source = { SourceObjectKeys: ['site.zip'], DestinationBucketName: { Ref: 'Bucket' } };

describe('a deployment to a bucket', () => {
  it('puts the files of its assets below its prefix, with their types and its own headers', async () => {
    const metadata = { 'cache-control': 'no-cache' };
    const files = await deployed({ ...source, DestinationBucketKeyPrefix: 'site', SystemMetadata: metadata });
    expect(files).toEqual(
      new Map([
        ['bucket/site/index.html', ['<p>', { 'content-type': 'text/html', ...metadata }]],
        ['bucket/site/deep/a.js', ['of <<bucket>>', { 'content-type': 'text/javascript', ...metadata }]],
      ]),
    );
  });

  it('puts values in the place of their markers, with the addresses of this machine', async () => {
    const files = await deployed({ ...source, SourceMarkers: [{ '<<bucket>>': { Ref: 'Bucket' } }] });
    expect(files.get('bucket/deep/a.js')?.[0]).toBe('of here');
  });

  it('is refused where it deletes what it does not bring', async () => {
    await expect(deployed({ ...source, Prune: true })).rejects.toThrow('only deployments that delete nothing');
  });
});
