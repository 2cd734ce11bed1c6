import { Logger } from '@aws-lambda-powertools/logger';
import { cognito } from '../../shared/aws/cognito.ts';
import { env } from '../../shared/aws/environment.ts';
import { jurorRoutes } from '../../shared/contract/staff/jurors.ts';
import { listMembers } from '../../shared/desk/people/accounts.ts';
import { requireValidToken } from '../../shared/desk/people/revocations.ts';
import { serve } from '../../shared/http/serve.ts';
import { jurorRole } from '../../shared/model/staff/role.ts';

/** Answers editors who can be put on a jury. */
export const handler = serve(
  jurorRoutes,
  {
    listKnownJurors: async () => {
      const members = await listMembers({ client: cognito, id: env.userPool }, jurorRole);
      const items = members
        .filter(({ isEnabled }) => isEnabled)
        // Addresses are for admins.
        .map(({ id, name }) => ({ id, name: name || id }));
      return { body: { items } };
    },
  },
  new Logger({ serviceName: 'jurors' }),
  { requireValidToken },
);
