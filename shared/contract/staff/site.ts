import * as z from 'zod';
import { siteSchema } from '../../model/site/site.ts';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';
import { staffJobSchema } from './jobs.ts';
import { siteVersionSummarySchema, versionSchema } from './schemas.ts';

/** The settings of the site, with their versions. */
export const siteRoutes = {
  getStaffSite: {
    method: 'GET',
    path: '/v1/staff/site',
    access: 'contributor',
    summary: 'Get the site settings with their version',
    status: 200,
    response: siteSchema,
  },
  updateSite: {
    method: 'PUT',
    path: '/v1/staff/site',
    access: 'admin',
    summary: 'Update the site settings',
    body: siteSchema,
    ifMatch: 'required',
    status: 200,
    response: siteSchema,
    accepted: staffJobSchema,
  },
  listSiteRevisions: {
    method: 'GET',
    path: '/v1/staff/site/revisions',
    access: 'editor',
    summary: 'List the versions of the site settings',
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(siteVersionSummarySchema),
  },
  getSiteRevision: {
    method: 'GET',
    path: '/v1/staff/site/revisions/{version}',
    access: 'editor',
    summary: 'Get a version of the site settings',
    params: z.strictObject({ version: versionSchema }),
    status: 200,
    response: siteSchema,
  },
} as const satisfies Record<string, Route>;
