import { Logger } from '@aws-lambda-powertools/logger';
import { viewRoutes } from '../../shared/contract/views.ts';
import { serve } from '../../shared/http/serve.ts';
import { countView } from './count-view.ts';

/** Accepts views. It may put ids into a queue, and nothing else. */
export const handler = serve(
  viewRoutes,
  { countView, countExhibitionView: countView },
  new Logger({ serviceName: 'views' }),
);
