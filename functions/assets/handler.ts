import { readFileSync } from 'node:fs';
import { Logger } from '@aws-lambda-powertools/logger';
import { assetRoutes, viewerFile } from '../../shared/contract/assets.ts';
import { serve } from '../../shared/http/serve.ts';
import { NotFoundError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';

let viewer: string | undefined;

/** The viewer, which `infra` puts beside the bundle. */
const readViewer = (): string => readFileSync(new URL('./openseadragon.min.js', import.meta.url), 'utf8');

/** Answers files that pages load. It has no permissions. */
export const handler = serve(
  assetRoutes,
  {
    getAsset: async ({ params: { file } }) => {
      if (file !== viewerFile) throw new NotFoundError(reason('pathNotFound', { path: `/v1/assets/${file}` }));
      viewer ??= readViewer();
      // The name of a file has its version.
      return { body: viewer, headers: { 'cache-control': 'public, max-age=31536000, immutable' } };
    },
  },
  new Logger({ serviceName: 'assets' }),
);
