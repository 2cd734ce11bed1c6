import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';

export const getSite: Handlers<typeof publicRoutes>['getSite'] = async () => ({ body: await readPublicSite() });
