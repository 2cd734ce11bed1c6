import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { editorsPageAbsence, requireFound } from '../../shared/public/answers/answer.ts';
import { getPublicPage, inNavigationOrder, toPageCard } from '../../shared/public/answers/editors-page.ts';
import { readFrameEntries } from '../../shared/showcase/store/frame.ts';
import { frameAt } from '../../shared/showcase/store/shown-frame.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { pageAnswerUrl } from '../../shared/showcase/store/urls.ts';
import { requireLocale } from './require-locale.ts';

type PublicHandlers = Handlers<typeof publicRoutes>;

export const getPage: PublicHandlers['getPage'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  const answer = await getPublicPage(params.idOrSlug, requireLocale(query.locale, site), site, now);
  const body = requireFound(answer, editorsPageAbsence(params.idOrSlug), pageAnswerUrl);
  return { body, headers: { 'content-language': body.locale } };
};

export const listPages: PublicHandlers['listPages'] = async ({ query }, { now }) => {
  const [site, entries] = await Promise.all([readPublicSite(), readFrameEntries()]);
  const locale = requireLocale(query.locale, site) ?? site.defaultLocale;
  const { pages } = frameAt(entries, now);
  const items = inNavigationOrder(pages, site).flatMap((entry) => toPageCard(entry, locale, site) ?? []);
  return { body: { items }, headers: { 'content-language': locale } };
};
