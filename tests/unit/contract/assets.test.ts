import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { viewerFile } from '../../../shared/contract/assets.ts';

it('is named after the version that is installed', () => {
  const file = createRequire(import.meta.url).resolve('openseadragon/package.json');
  expect(viewerFile).toBe(`openseadragon-${JSON.parse(readFileSync(file, 'utf8')).version}.js`);
});
