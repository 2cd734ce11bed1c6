import type { Group } from '../../shared/model/role.ts';
import type { Answer } from './client.ts';
import type { ProductCloud } from './product-cloud.ts';

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
  return async (path, { method, body, version } = {}) => {
    const response = await fetch(`${cloud.url}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : '' };
  };
};
