import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each source file imports of our own, by its path from the root. */
const graph = new Map(
  globSync('{emulator/src,functions,infra,shared,tools}/**/*.ts', { cwd: root }).map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const imports = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)];
    return [file, imports.map(([, target = '']) => normalize(join(dirname(file), target)))] as const;
  }),
);

/** The files on a way from a file back to itself, where there is one. */
const findCircle = (): string[] => {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of graph.get(file) ?? []) {
      const circle = visit(target, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
};

describe('imports', () => {
  it('form no circle', () => {
    expect(graph.size).toBeGreaterThan(300);
    expect(findCircle()).toEqual([]);
  });
});

describe('biome.json says which folder may import which', () => {
  const refused: [string, string][] = [
    ['shared/async', '../model/locale.ts'],
    ['shared/model', '../aws/dynamodb.ts'],
    ['shared/model', '@aws-sdk/client-s3'],
    ['shared/contract', '../desk/store/table.ts'],
    ['shared/aws', '../desk/store/table.ts'],
    ['shared/desk/store', '../../showcase/store/card.ts'],
    ['shared/desk/store', '../../publishing/events/publish-event.ts'],
    ['shared/showcase/store', '../../desk/store/table.ts'],
    ['shared/showcase/store', '../../media/originals.ts'],
    ['shared/public/pages', '../../desk/store/table.ts'],
    ['shared/public/pages', '../../publishing/rebuild/rebuild.ts'],
    ['shared/webhooks/events', '../../desk/store/table.ts'],
    ['shared/webhooks/delivery', '../../http/serve.ts'],
    ['shared/publishing/events', '../../../functions/staff-api/handler.ts'],
    ['shared/publishing/events', 'sharp'],
    ['functions/public-api', '../../shared/desk/store/table.ts'],
    ['functions/stream-consumer', '../../shared/publishing/rebuild/rebuild.ts'],
    ['functions/pages', '../staff-api/handler.ts'],
    ['functions/staff-api', '../../infra/app.ts'],
    ['shared/public/pages', '@sergi/emulator/cloud.ts'],
    ['functions/staff-api', '@sergi/emulator/cloud.ts'],
    ['infra', '@sergi/emulator/cloud.ts'],
    ['infra', '../emulator/src/cloud.ts'],
    ['tools', '@sergi/emulator/cloud.ts'],
    ['tools', '../emulator/src/cloud.ts'],
    ['tools/local', '../../emulator/src/cloud.ts'],
    ['tests/integration', '../../emulator/src/cloud.ts'],
    ['emulator/src', '../../shared/model/role.ts'],
    ['emulator/tests', '../../tests/support/client.ts'],
  ];
  const allowed: [string, string][] = [
    ['shared/desk/store', '../../model/audit.ts'],
    ['shared/showcase/store', '../../media/keys.ts'],
    ['shared/media', 'sharp'],
    ['tools/local', '@sergi/emulator/cloud.ts'],
    ['tests/integration', '@sergi/emulator/cloud.ts'],
    ['emulator/tests', '../src/cloud.ts'],
  ];
  const folder = mkdtempSync(join(tmpdir(), 'sergi-imports-'));
  const nameOf = (room: string, specifier: string) => `${room}/${specifier.replaceAll(/\W/g, '-')}.ts`;
  let faults: string;

  beforeAll(() => {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const [room, specifier] of [...refused, ...allowed]) {
      mkdirSync(join(folder, room), { recursive: true });
      const text = `import type { Thing } from '${specifier}';\nexport type Other = Thing;\n`;
      writeFileSync(join(folder, nameOf(room, specifier)), text);
    }
    const program = join(root, 'node_modules/.bin/biome');
    const options = ['--vcs-enabled=false', '--only=style/noRestrictedImports', '--max-diagnostics=none'];
    faults = spawnSync(program, ['lint', ...options, '--reporter=github', '.'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(refused)('%s may not import %s', (room, specifier) => expect(faults).toContain(nameOf(room, specifier)));
  it.each(allowed)('%s may import %s', (room, specifier) => expect(faults).not.toContain(nameOf(room, specifier)));
});
