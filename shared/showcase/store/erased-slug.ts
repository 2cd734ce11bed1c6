import { hash } from 'node:crypto';
import type { AddressKind } from '../../model/events/event-kind.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { getItems } from './get-items.ts';
import type { ShowcaseItem } from './write.ts';

/** What is kept of an address that held a name: a hash, by which the API answers 410 for that address. */
export const erasedSlugHash = (kind: AddressKind | 'notice', locale: Locale, slug: string): string =>
  hash('sha256', [kind, locale, slug].join('#'), 'base64url');

const key = (slugHash: string) => ({ pk: { S: `ERASED-SLUG#${slugHash}` }, sk: { S: 'SLUG' } });

/** The item by which an erased address answers 410. */
export const erasedSlugItem = (slugHash: string): ShowcaseItem => ({ ...key(slugHash) });

/** True where an address that nothing has was erased, in any of the locales. */
export const isErasedSlug = async (kind: AddressKind, locales: readonly Locale[], slug: string): Promise<boolean> =>
  (await getItems(locales.map((locale) => key(erasedSlugHash(kind, locale, slug))))).length > 0;
