import type { publicRoutes } from '../../shared/contract/public.ts';
import { defaultSite } from '../../shared/domain/site.ts';
import type { Handlers } from '../../shared/http/serve.ts';

export const getSite: Handlers<typeof publicRoutes>['getSite'] = async () => ({ body: defaultSite });
