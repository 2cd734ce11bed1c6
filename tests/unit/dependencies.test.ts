import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each file below a folder imports: folders of our own, or packages. */
const importsOf = (folder: string): [string, string[]][] =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const targets = [...text.matchAll(/from '([^']+)'/g)].map(([, target = '']) =>
      target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target,
    );
    return [file, targets];
  });

const expectNone = (folder: string, forbidden: RegExp): void => {
  const files = importsOf(folder);
  expect(files.length).toBeGreaterThan(0);
  for (const [file, targets] of files)
    expect(
      targets.filter((target) => forbidden.test(target)),
      file,
    ).toEqual([]);
};

describe('arrows run one way', () => {
  it('the domain imports nothing but zod', () => {
    for (const [file, targets] of importsOf('shared/domain')) {
      expect(
        targets.filter((target) => target !== 'zod' && !target.startsWith('shared/domain/')),
        file,
      ).toEqual([]);
    }
  });

  it('the contract imports the domain only', () =>
    expectNone('shared/contract', /^(shared\/(?!domain|contract)|functions|infra|@aws-sdk)/));
  it('what is shared imports no function and no infrastructure', () =>
    expectNone('shared', /^(functions|infra|aws-cdk-lib)/));
  it.each(['public-api', 'syndication', 'pages', 'views', 'openapi'])(
    'the function %s imports nothing of the desk',
    (name) => expectNone(`functions/${name}`, /shared\/(desk|publication)|functions\/staff-api/),
  );
  it('what answers and pages are made of imports nothing of the desk', () => {
    for (const folder of ['answers', 'pages', 'showcase', 'syndication'])
      expectNone(`shared/${folder}`, /shared\/(desk|publication|media\/(?!keys))/);
  });
  it('what follows the public side, and what webhooks are made of, import nothing of the desk', () => {
    expectNone('functions/follower', /shared\/(desk|publication)|functions\/staff-api/);
    expectNone('shared/webhooks', /shared\/(desk|publication|http)/);
  });
  it('only the media code knows sharp', () => {
    const users = [...importsOf('shared'), ...importsOf('functions')].filter(([, targets]) =>
      targets.includes('sharp'),
    );
    expect(users.length).toBeGreaterThan(0);
    expect(users.map(([file]) => file).filter((file) => !file.startsWith('shared/media/'))).toEqual([]);
  });
});
