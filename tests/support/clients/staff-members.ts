import type { Group } from '../../../shared/model/staff/role.ts';
import type { ProductCloud } from '../cloud/product-cloud.ts';
import { type Answer, sendRequest } from './api-client.ts';

/** What a member of the staff asks. */
export type AskAs = (
  path: string,
  options?: { readonly method?: string; readonly body?: unknown; readonly version?: number },
) => Promise<Answer>;

/** A member of the staff in one or more groups of the user pool, by a name that no other has. */
export const member = async (
  cloud: ProductCloud,
  name: string,
  role: Group,
  ...more: readonly Group[]
): Promise<AskAs> => {
  const token = await cloud.token({ name, groups: [role, ...more] });
  return (path, options) => sendRequest(`${cloud.url}${path}`, { ...options, token, fetch: cloud.fetch });
};
