import { demandFound } from '../../shared/answers/answer.ts';
import { answerEvent } from '../../shared/answers/event.ts';
import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { eventAnswerUrl } from '../../shared/showcase/addresses.ts';
import { readPublicSite } from '../../shared/showcase/site.ts';
import { demandKnown } from './demand-known.ts';

export const getEvent: Handlers<typeof publicRoutes>['getEvent'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  if (query.locale) demandKnown('locale', query.locale, site.locales);
  const answer = await answerEvent(params.idOrSlug, query.locale, site, now);
  const body = demandFound(answer, `event ${params.idOrSlug}`, eventAnswerUrl);
  return { body, headers: { 'content-language': body.locale } };
};
