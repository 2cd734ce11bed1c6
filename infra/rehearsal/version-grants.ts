import * as z from 'zod';
import { callAws } from './account.ts';

const documentSchema = z.looseObject({
  Statement: z.array(z.looseObject({ Effect: z.string(), Action: z.union([z.string(), z.array(z.string())]) })),
});

const iam = (endpoint: string, Action: string, parameters: Readonly<Record<string, string>> = {}) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = String(new URLSearchParams({ Action, Version: '2010-05-08', ...parameters }));
  return callAws('iam', endpoint, { method: 'POST', headers, body });
};

const allOf = (answer: string, tag: string): string[] =>
  [...answer.matchAll(new RegExp(`<${tag}>([^<]+)</${tag}>`, 'g'))].map(([, text = '']) => text);

/** The document with `s3:DeleteObject` beside each `s3:DeleteObjectVersion`; `undefined` where there is none. */
const widened = (document: string): string | undefined => {
  const policy = documentSchema.parse(JSON.parse(document));
  let changed = false;
  for (const statement of policy.Statement) {
    const actions = [statement.Action].flat();
    if (statement.Effect !== 'Allow' || !actions.includes('s3:DeleteObjectVersion')) continue;
    statement.Action = [...new Set([...actions, 's3:DeleteObject'])];
    changed = true;
  }
  return changed ? JSON.stringify(policy) : undefined;
};

/**
 * MiniStack asks for `s3:DeleteObject` on the first object of a DeleteObjects, even where a version of it is named. On
 * AWS `s3:DeleteObjectVersion` is all that it takes, so here whoever has that gets the other one too.
 */
export const widenVersionGrants = async (endpoint: string): Promise<void> => {
  for (const RoleName of allOf(await iam(endpoint, 'ListRoles'), 'RoleName')) {
    for (const PolicyName of allOf(await iam(endpoint, 'ListRolePolicies', { RoleName }), 'member')) {
      const [encoded = ''] = allOf(await iam(endpoint, 'GetRolePolicy', { RoleName, PolicyName }), 'PolicyDocument');
      const PolicyDocument = widened(decodeURIComponent(encoded));
      if (PolicyDocument) await iam(endpoint, 'PutRolePolicy', { RoleName, PolicyName, PolicyDocument });
    }
  }
};
