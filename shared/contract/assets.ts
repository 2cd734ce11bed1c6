import * as z from 'zod';
import type { Route } from './route.ts';

/**
 * The viewer for deep zoom, by its version: a page asks for the one that it was written for, and a cache may keep it
 * for ever.
 *
 * {@link https://openseadragon.github.io}
 */
export const viewerFile = 'openseadragon-6.1.1.js';

/** Files that pages load when a reader asks for what they do. */
export const assetRoutes = {
  getAsset: {
    method: 'GET',
    path: '/v1/assets/{file}',
    access: 'public',
    summary: 'Get a file that pages load',
    params: z.strictObject({ file: z.string() }),
    query: z.looseObject({}),
    produces: 'text/javascript; charset=utf-8',
    status: 200,
    response: z.string(),
  },
  getFont: {
    method: 'GET',
    path: '/v1/fonts/{file}',
    access: 'public',
    summary: 'Get a font that pages are written in',
    params: z.strictObject({ file: z.string() }),
    query: z.looseObject({}),
    produces: 'font/woff2',
    isBinary: true,
    status: 200,
    response: z.string(),
  },
} as const satisfies Record<string, Route>;
