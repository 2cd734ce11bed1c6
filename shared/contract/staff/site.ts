import * as z from 'zod';
import { siteSchema } from '../../model/site/site.ts';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';
import { mentionsSchema } from './attention.ts';
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
  deleteSiteRevisions: {
    method: 'DELETE',
    path: '/v1/staff/site/revisions',
    access: 'admin',
    summary: 'Erase the earlier versions of the site settings',
    ifMatch: 'required',
    status: 200,
    response: z.strictObject({ revisions: z.int() }),
  },
  lookUpSiteMentions: {
    method: 'POST',
    path: '/v1/staff/site/mentions',
    access: 'admin',
    summary: 'Find names in site settings before they are saved',
    body: siteSchema,
    status: 200,
    response: mentionsSchema,
  },
} as const satisfies Record<string, Route>;
