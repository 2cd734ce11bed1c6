import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { demandFound } from '../../shared/public/answers/answer.ts';
import { answerEvent } from '../../shared/public/answers/event.ts';
import { eventAnswerUrl } from '../../shared/showcase/store/addresses.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { demandKnown } from './demand-known.ts';

export const getEvent: Handlers<typeof publicRoutes>['getEvent'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  if (query.locale) demandKnown('locale', query.locale, site.locales);
  const answer = await answerEvent(params.idOrSlug, query.locale, site, now);
  const body = demandFound(answer, `event ${params.idOrSlug}`, eventAnswerUrl);
  return { body, headers: { 'content-language': body.locale } };
};
