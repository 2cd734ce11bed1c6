import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each source file imports of our own, by its path from the root. */
const graph = new Map(
  globSync('{console/src,emulator/src,functions,infra,shared,tools}/**/*.{ts,tsx}', { cwd: root }).map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const imports = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)];
    return [file, imports.map(([, target = '']) => normalize(join(dirname(file), target)))] as const;
  }),
);

/** The folder of a file. What these have below them is part of them. */
const roomOf = (file: string): string => /^shared\/(?:contract|model)(?=\/)/.exec(file)?.[0] ?? dirname(file);

/** What each folder of `shared` imports of others. */
const rooms = new Map<string, Set<string>>();
for (const [file, targets] of graph) {
  if (!file.startsWith('shared/')) continue;
  const room = rooms.get(roomOf(file)) ?? new Set();
  rooms.set(roomOf(file), room);
  for (const target of targets) if (roomOf(target) !== roomOf(file)) room.add(roomOf(target));
}

/** The nodes on a way from a node back to itself, where there is one. */
const findCircle = (edges: ReadonlyMap<string, Iterable<string>>): string[] => {
  const done = new Set<string>();
  const visit = (node: string, path: string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const target of edges.get(node) ?? []) {
      const circle = visit(target, [...path, node]);
      if (circle.length > 0) return circle;
    }
    done.add(node);
    return [];
  };
  for (const node of edges.keys()) {
    const circle = visit(node, []);
    if (circle.length > 0) return circle;
  }
  return [];
};

describe('imports', () => {
  it('form no circle', () => {
    expect(graph.size).toBeGreaterThan(1_400);
    expect(findCircle(graph)).toEqual([]);
  });

  it('form no circle among the folders of shared', () => {
    expect(rooms.size).toBeGreaterThan(25);
    expect(findCircle(rooms)).toEqual([]);
  });
});

describe('biome.json says which folder may import which', () => {
  /** Each of the files by each of the rooms. */
  const pairs = (rooms: readonly string[], specifiers: readonly string[]): [string, string][] =>
    rooms.flatMap((room) => specifiers.map((specifier): [string, string] => [room, specifier]));
  const inShared = (...names: string[]) => names.map((name) => `shared/${name}`);
  /** Sheets are of the commands and the console; everything else in `shared` does without them. */
  const withoutSheets = [
    ...inShared('refusals', 'model', 'contract', 'openapi', 'aws', 'http', 'media', 'desk', 'showcase', 'public'),
    ...inShared('publishing', 'webhooks', 'webhooks/events'),
  ];
  const refused: [string, string][] = [
    ['shared/async', '../model/languages/locale.ts'],
    ['shared/freshness', '../model/languages/locale.ts'],
    ['shared/model', '../aws/dynamodb.ts'],
    ['shared/model', '@aws-sdk/client-s3'],
    ['shared/contract', '../desk/store/table.ts'],
    ['shared/aws', '../desk/store/table.ts'],
    ...pairs(
      inShared('refusals', 'model', 'contract', 'sheet', 'openapi', 'aws', 'desk', 'webhooks', 'webhooks/events'),
      ['../freshness/answer-facts.ts'],
    ),
    ...pairs(inShared('refusals', 'model', 'contract', 'openapi'), ['../async/poll.ts']),
    ...pairs(withoutSheets, ['../sheet/read-sheet.ts']),
    ...pairs(
      [...withoutSheets, 'shared/sheet', 'functions/pages', 'functions/staff-api', 'infra', 'tools', 'tools/local'],
      ['../../console/src/app.tsx'],
    ),
    ['emulator/src', '../../console/src/app.tsx'],
    ['shared/desk/store', '../../showcase/store/card.ts'],
    ['shared/desk/store', '../../publishing/events/publish-event.ts'],
    ['shared/showcase/store', '../../desk/store/table.ts'],
    ['shared/showcase/store', '../../media/originals.ts'],
    ['shared/public/pages', '../../desk/store/table.ts'],
    ['shared/public/pages', '../../publishing/rebuild/rebuild.ts'],
    ['shared/sheet', '../http/parse.ts'],
    ['shared/webhooks/events', '../../desk/store/table.ts'],
    ['shared/webhooks/delivery', '../../http/serve.ts'],
    ['shared/publishing/events', '../../../functions/staff-api/handler.ts'],
    ['shared/publishing/events', 'sharp'],
    ['functions/public-api', '../../shared/desk/store/table.ts'],
    ['functions/stream-consumer', '../../shared/publishing/rebuild/rebuild.ts'],
    ['functions/pages', '../staff-api/handler.ts'],
    ['functions/assets', '../../shared/desk/store/table.ts'],
    ['functions/assets', '../../shared/publishing/rebuild/rebuild.ts'],
    ['functions/staff-api', '../../infra/app.ts'],
    ['shared/public/pages', '@sergi/emulator/cloud.ts'],
    ['functions/staff-api', '@sergi/emulator/cloud.ts'],
    ['infra', '@sergi/emulator/cloud.ts'],
    ['infra', '../emulator/src/cloud.ts'],
    ['tools', '@sergi/emulator/cloud.ts'],
    ['tools', '../emulator/src/cloud.ts'],
    ['tools/local', '../../emulator/src/cloud.ts'],
    ['tests/integration', '../../emulator/src/cloud.ts'],
    ...pairs(
      ['console/src/events'],
      [
        ...inShared(
          'async',
          'aws',
          'desk',
          'freshness',
          'http',
          'media',
          'openapi',
          'public',
          'publishing',
          'showcase',
        ),
        ...['shared/webhooks', 'functions/staff-api', 'infra', 'tools', 'tests/support', 'emulator/src'],
      ].map((folder) => `../../../${folder}/index.ts`),
    ),
    ...pairs(['console/src/events'], ['@sergi/emulator/cloud.ts', '@aws-sdk/client-s3', 'node:fs']),
    ['emulator/src', '../../shared/model/staff/role.ts'],
    ['emulator/tests', '../../tests/support/clients/client.ts'],
  ];
  const allowed: [string, string][] = [
    ['shared/desk/store', '../../model/staff/audit.ts'],
    ['shared/showcase/store', '../../media/keys.ts'],
    ['shared/media', 'sharp'],
    ['shared/sheet', '../async/poll.ts'],
    ['shared/desk', '../async/poll.ts'],
    ['shared/http', '../freshness/answer-facts.ts'],
    ['tools', '../shared/sheet/read-sheet.ts'],
    ...pairs(
      ['console/src/events'],
      inShared('contract', 'model', 'refusals', 'sheet').map((folder) => `../../../${folder}/index.ts`),
    ),
    ['console/src/events', '../media/picture.ts'],
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

describe('biome.json says which globals the console may not use', () => {
  const names = ['event', 'name', 'status', 'length', 'open', 'parent', 'top', 'self'];
  const folder = mkdtempSync(join(tmpdir(), 'sergi-globals-'));
  let faults: string;

  beforeAll(() => {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    mkdirSync(join(folder, 'console/src'), { recursive: true });
    for (const name of names) {
      const write = (file: string, text: string) => writeFileSync(join(folder, 'console/src', `${name}-${file}`), text);
      write('of-window.ts', `export const isThere = () => Boolean(${name});\n`);
      write('of-code.ts', `export const isThere = (${name}: unknown) => Boolean(${name});\n`);
    }
    const program = join(root, 'node_modules/.bin/biome');
    const options = ['--vcs-enabled=false', '--only=style/noRestrictedGlobals', '--max-diagnostics=none'];
    faults = spawnSync(program, ['lint', ...options, '--reporter=github', '.'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(names)('refuses "%s" where no variable has the name: it is of the window', (name) => {
    expect(faults).toContain(`${name}-of-window.ts`);
    expect(faults).not.toContain(`${name}-of-code.ts`);
  });
});
