import { siteId } from '../../../shared/model/json/field-location.ts';
import type { AnswerOf } from '../api/api.ts';
import type { auditPageWords } from './words.ts';

export type AuditEntry = AnswerOf<'listAuditEntries'>['items'][number];

type Texts = (typeof auditPageWords)['en'];

interface AuditedItem {
  readonly name: string;
  /** Where it is in the console; absent where it has no page, or is gone. */
  readonly path?: string;
}

const isQueue = (name: string, queues: Texts['queues']): name is keyof Texts['queues'] => Object.hasOwn(queues, name);

/** What an entry of the audit is about: by its title or its name where it is known, else by what it is. */
export const auditedItem = (
  { item, action, subject }: AuditEntry,
  { items, queues }: Texts,
  nameOfPerson: (id: string) => string | undefined,
): AuditedItem => {
  if (subject) return { name: subject.title, path: `/${subject.kind}s/${item}` };
  if (item === siteId) return { name: items.site, path: '/site' };
  if (item === 'consents') return { name: items.consents, path: '/consent' };
  if (isQueue(item, queues)) return { name: queues[item], path: '/jobs' };
  const [kind] = action.split('.');
  if (kind === 'webhook')
    return { name: items.webhook, ...(action !== 'webhook.deleted' && { path: `/webhooks/${item}` }) };
  if (kind === 'personRequest') return { name: items.request, path: `/consent?request=${item}` };
  if (kind === 'account') return { name: nameOfPerson(item) || items.person, path: '/people' };
  if (kind === 'upload' || kind === 'artwork' || kind === 'person') return { name: items[kind] };
  return { name: items.other };
};
