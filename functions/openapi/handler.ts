import { Logger } from '@aws-lambda-powertools/logger';
import { env } from '../../shared/aws/environment.ts';
import { openapiRoutes } from '../../shared/contract/openapi.ts';
import { serve } from '../../shared/http/serve.ts';
import { type OpenapiDocument, openapiDocument } from '../../shared/openapi/document.ts';

let document: OpenapiDocument | undefined;

/** Answers the OpenAPI document. It has no permissions. */
export const handler = serve(
  openapiRoutes,
  {
    getOpenapi: async () => {
      document ??= openapiDocument(env.publicUrl);
      return { body: document };
    },
  },
  new Logger({ serviceName: 'openapi' }),
);
