import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestName, readEnvironment } from '../../infra/environment.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sergi-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const fileWith = (content: unknown): string => {
  files += 1;
  const file = join(folder, `config-${files}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const withEnvironments = (environments: unknown) => fileWith({ environments });

describe('sergi.config.json', () => {
  it('gives an environment its settings and a stack of its own, and production the stack Sergi', () => {
    const file = withEnvironments({ production: { alarmEmail: 'a@example.org' }, test: { stage: 'development' } });
    expect(readEnvironment(file, 'production')).toMatchObject({
      stackName: 'Sergi',
      settings: { stage: 'production', alarmEmail: 'a@example.org', cdn: true, architecture: 'arm64' },
    });
    expect(readEnvironment(file, 'test')).toMatchObject({
      stackName: 'Sergi-test',
      settings: { stage: 'development' },
    });
  });

  it('may name an environment as long as the names of CloudFront leave room for', () => {
    const name = 'n'.repeat(longestName);
    expect(readEnvironment(withEnvironments({ [name]: {} }), name).stackName).toBe(`Sergi-${name}`);
  });

  it('is asked which environment is meant where it has several', () => {
    const file = withEnvironments({ production: {}, test: {} });
    expect(() => readEnvironment(file, undefined)).toThrow('-c env=name or SERGI_ENV: production, test');
    expect(readEnvironment(withEnvironments({ museum: {} }), undefined).stackName).toBe('Sergi-museum');
  });

  it.each(['toString', '__proto__', 'staging', ''])('has no environment %j', (name) => {
    const file = withEnvironments({ production: {}, test: {} });
    expect(() => readEnvironment(file, name)).toThrow(`has no environment "${name}". It has: production, test.`);
  });

  it('need not be there for production as it is by default, and must be for any other', () => {
    const file = join(folder, 'none.json');
    expect(readEnvironment(file, undefined)).toMatchObject({ stackName: 'Sergi', settings: { stage: 'production' } });
    expect(readEnvironment(file, 'production').stackName).toBe('Sergi');
    expect(() => readEnvironment(file, 'test')).toThrow('There is no none.json');
  });

  it.each([
    ['{', 'cannot be read'],
    [[], 'must be an object'],
    [{}, 'environments: is missing'],
    [{ environments: {} }, 'environments: must name one environment at least'],
    [{ environments: { test: {} }, enviroments: {} }, 'enviroments: is not known here'],
    [{ environments: { Test: {} } }, 'environments.Test: must be lower-case letters'],
    [{ environments: { 'test.1': {} } }, 'environments.test.1: must be lower-case letters'],
    [{ environments: { ['n'.repeat(longestName + 1)]: {} } }, `must have ${longestName} characters at most`],
    [{ environments: { test: { stage: 'staging' } } }, 'environments.test.stage: is none of production, development'],
    [{ environments: { test: { stages: 'production' } } }, 'environments.test.stages: is not known here'],
    [{ environments: { test: { architecture: 'mips' } } }, 'environments.test.architecture: is none of arm64, x64'],
    [{ environments: { test: { cdn: 'false' } } }, 'environments.test.cdn: must be true or false'],
    [{ environments: { test: { cdn: false } } }, 'environments.test.publicUrl: must be given'],
    [{ environments: { test: { publicUrl: 'example.org' } } }, 'environments.test.publicUrl: must be an address'],
    [
      { environments: { test: { publicUrl: 'http://museum.example' } } },
      'environments.test.publicUrl: must begin with https://',
    ],
    [
      {
        environments: {
          test: {
            ...{ cdn: false, publicUrl: 'https://e.org' },
            certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a',
          },
        },
      },
      'environments.test.certificateArn: is for the CDN',
    ],
    [{ environments: { test: { alarmEmail: 'x' } } }, 'environments.test.alarmEmail: must be an email address'],
    [
      { environments: { test: { concurrency: { ingest: 1 } } } },
      'environments.test.concurrency.ingest: must be at least 2',
    ],
    [
      { environments: { test: { concurrency: { upkeep: 2 } } } },
      'environments.test.concurrency.upkeep: is not known here',
    ],
    [{ environments: { test: { edgeSeconds: 1 } } }, 'environments.test.edgeSeconds: must be at least 5'],
    [{ environments: { test: { limits: { draftsPerDay: 1.5 } } } }, 'limits.draftsPerDay: must be a whole number'],
    [
      {
        environments: {
          test: {
            publicUrl: 'https://e.org',
            certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/a',
          },
        },
      },
      'environments.test.certificateArn: must be the ARN of a certificate of ACM in us-east-1',
    ],
    [
      { environments: { test: { certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' } } },
      'environments.test.publicUrl: must say by https://',
    ],
    [
      { environments: { production: { stage: 'development' } } },
      'environments.production.stage: must be "production": the stack Sergi keeps its data',
    ],
  ])('%j is refused with the name of what is wrong', (content, message) => {
    const file = fileWith(content);
    for (const name of ['production', 'test', undefined]) expect(() => readEnvironment(file, name)).toThrow(message);
  });

  it.each(['https://e.org/site', 'https://e.org/?a=b', 'https://e.org/#x', 'https://me:x@e.org', 'ftp://e.org'])(
    'refuses %s as the address of a site',
    (publicUrl) => {
      const file = fileWith({ environments: { test: { publicUrl } } });
      const message = 'environments.test.publicUrl: must be an address such as https://museum.example, without a path';
      expect(() => readEnvironment(file, 'test')).toThrow(message);
    },
  );

  it.each([
    ['https://MUSEUM.example/', 'https://museum.example'],
    ['https://müze.az', 'https://xn--mze-hoa.az'],
    ['https://museum.example:443', 'https://museum.example'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('takes the address %s as browsers write it', (publicUrl, written) => {
    const file = fileWith({ environments: { test: { publicUrl } } });
    expect(readEnvironment(file, 'test').settings.publicUrl).toBe(written);
  });

  it('has an example that is valid', () => {
    const file = join(root, 'sergi.config.example.json');
    expect(readEnvironment(file, 'production').settings.alarmEmail).toBeDefined();
    expect(readEnvironment(file, 'test').settings.stage).toBe('development');
  });
});

describe('the CDK app', () => {
  /**
   * Synthesizes as the CDK command does: with no credentials and no Region, which it must not need. Gives the
   * manifest's stacks.
   */
  const stacks = (
    env: NodeJS.ProcessEnv,
    context: object = {},
  ): Record<string, { terminationProtection?: boolean }> => {
    const outDir = mkdtempSync(join(folder, 'out-'));
    execFileSync(process.execPath, ['infra/app.ts'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        // What has nothing to do with the account: `findings.test.ts` asks the rules, and Node keeps what it has
        // compiled.
        CDK_VALIDATION: 'false',
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        CDK_OUTDIR: outDir,
        CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [], ...context }),
        ...env,
      },
      stdio: 'pipe',
    });
    const { artifacts } = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'));
    return Object.fromEntries(
      Object.entries<{ type: string; properties: { terminationProtection?: boolean } }>(artifacts)
        .filter(([, { type }]) => type === 'aws:cloudformation:stack')
        .map(([name, { properties }]) => [name, properties]),
    );
  };
  const example = join(root, 'sergi.config.example.json');

  it('synthesizes the environment that SERGI_ENV or -c env names, and protects production from being destroyed', () => {
    const production = stacks({ SERGI_CONFIG: example, SERGI_ENV: 'production' });
    expect(production).toMatchObject({ Sergi: { terminationProtection: true } });
    const test = stacks({ SERGI_CONFIG: example, SERGI_ENV: 'production' }, { env: 'test' });
    expect(Object.keys(test)).toEqual(['Sergi-test']);
    expect(test['Sergi-test']?.terminationProtection).not.toBe(true);
  });

  it('needs no file', () => {
    expect(stacks({ SERGI_CONFIG: join(folder, 'none.json'), SERGI_ENV: '' })).toMatchObject({
      Sergi: { terminationProtection: true },
    });
  });

  it.each(['stage', 'concurrency'])('refuses the setting %s by -c, where it stood before', (name) => {
    expect(() => stacks({ SERGI_CONFIG: example, SERGI_ENV: 'test' }, { [name]: 'development' })).toThrow(
      `-c ${name}=… is not read`,
    );
  });
});
