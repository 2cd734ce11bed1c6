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

/**
 * The actions that MiniStack asks for in addition: the one without a version, for the first object of a DeleteObjects;
 * the batch action.
 */
const alsoAsked: Readonly<Record<string, string>> = {
  's3:DeleteObjectVersion': 's3:DeleteObject',
  'sqs:SendMessage': 'sqs:SendMessageBatch',
};

/** The policy document with the actions that MiniStack needs in addition; `undefined` where nothing is missing. */
const widened = (document: string): string | undefined => {
  const policy = documentSchema.parse(JSON.parse(document));
  let changed = false;
  for (const statement of policy.Statement) {
    const actions = [statement.Action].flat();
    const more = actions.flatMap((action) => alsoAsked[action] ?? []);
    if (statement.Effect !== 'Allow' || more.length === 0) continue;
    statement.Action = [...new Set([...actions, ...more])];
    changed = true;
  }
  return changed ? JSON.stringify(policy) : undefined;
};

/** Grants each role the actions that MiniStack asks for in place of AWS's. */
export const widenGrants = async (endpoint: string): Promise<void> => {
  for (const RoleName of allOf(await iam(endpoint, 'ListRoles'), 'RoleName')) {
    for (const PolicyName of allOf(await iam(endpoint, 'ListRolePolicies', { RoleName }), 'member')) {
      const [encoded = ''] = allOf(await iam(endpoint, 'GetRolePolicy', { RoleName, PolicyName }), 'PolicyDocument');
      const PolicyDocument = widened(decodeURIComponent(encoded));
      if (PolicyDocument) await iam(endpoint, 'PutRolePolicy', { RoleName, PolicyName, PolicyDocument });
    }
  }
};
