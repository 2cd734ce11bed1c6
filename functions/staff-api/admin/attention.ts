import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import * as desk from '../../../shared/desk/mentions/attention.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';

export const listAttention: Handlers<typeof staffRoutes>['listAttention'] = async ({ query: { limit, cursor } }) => {
  const { items, last } = await desk.readAttentionPage(limit, fromCursor(desk.attentionList, cursor));
  return { body: { items, ...(last && { nextCursor: toCursor(desk.attentionList, last) }) } };
};
