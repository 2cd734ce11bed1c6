import { readFileSync } from 'node:fs';
import { Logger } from '@aws-lambda-powertools/logger';
import { assetRoutes, viewerFile } from '../../shared/contract/assets.ts';
import { fontFiles } from '../../shared/contract/fonts.ts';
import { serve } from '../../shared/http/serve.ts';
import { NotFoundError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';

/** Where `infra` puts the files beside the bundle, by the names that they are asked for. */
const places = {
  scripts: new Map([[viewerFile, './openseadragon.min.js']]),
  fonts: new Map(fontFiles.map(({ name }) => [name, `./fonts/${name}`])),
} as const;

const read = new Map<string, Buffer>();

/** A file of one kind; its name has its version, so that whoever has it need not ask again. */
const answer = (kind: keyof typeof places, file: string, folder: string, encoding: 'utf8' | 'base64') => {
  const place = places[kind].get(file);
  if (place === undefined) throw new NotFoundError(reason('pathNotFound', { path: `/v1/${folder}/${file}` }));
  const bytes = read.get(place) ?? readFileSync(new URL(place, import.meta.url));
  read.set(place, bytes);
  return {
    body: bytes.toString(encoding),
    headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  };
};

/** Answers files that pages load. It has no permissions. */
export const handler = serve(
  assetRoutes,
  {
    getAsset: async ({ params: { file } }) => answer('scripts', file, 'assets', 'utf8'),
    getFont: async ({ params: { file } }) => answer('fonts', file, 'fonts', 'base64'),
  },
  new Logger({ serviceName: 'assets' }),
);
