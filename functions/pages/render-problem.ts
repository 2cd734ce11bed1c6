import type { RenderProblem } from '../../shared/http/problems.ts';
import { defaultSite, resolveLocale } from '../../shared/model/site/site.ts';
import type { PageSite } from '../../shared/public/pages/layout/frame.ts';
import { problemPage } from '../../shared/public/pages/problem-page.ts';
import { readPageSite } from './read-page-site.ts';

/** Addresses that programs ask for, and files that they read: there a refusal stays a problem document. */
const machinePaths = /^\/(v1\/|iiif\/|media\/|sitemaps\/|sitemap(-[\w-]+)?\.xml$|robots\.txt$)/;

/**
 * The settings, or those that a new site starts with, where they cannot be read: an error page needs no more than a
 * language.
 */
const siteOrDefault = async (): Promise<PageSite> => {
  try {
    return await readPageSite(new Date());
  } catch {
    return defaultSite;
  }
};

/** Refusals as pages in the language that the address begins with. */
export const renderProblem: RenderProblem = async (problem, location, { rawPath }) => {
  if (machinePaths.test(rawPath)) return undefined;
  const site = await siteOrDefault();
  const locale = resolveLocale(site, rawPath.split('/')[1] ?? '', site.locales) ?? site.defaultLocale;
  const { body, headers } = problemPage(problem, location, locale, site);
  return { body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } };
};
