import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { eventAbsence, requireFound } from '../../shared/public/answers/answer.ts';
import { getPublicEvent } from '../../shared/public/answers/event.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { eventAnswerUrl } from '../../shared/showcase/store/urls.ts';
import { requireLocale } from './require-locale.ts';

export const getEvent: Handlers<typeof publicRoutes>['getEvent'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  const answer = await getPublicEvent(params.idOrSlug, requireLocale(query.locale, site), site, now);
  const body = requireFound(answer, eventAbsence(params.idOrSlug), eventAnswerUrl);
  return { body, headers: { 'content-language': body.locale } };
};
