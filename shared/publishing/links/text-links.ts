import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { ItemLink } from '../../model/site/item-link.ts';
import { itemLinksIn } from '../markdown/render-markdown.ts';

/** A link by id, and where it stands. */
export interface TextLink {
  readonly target: ItemLink;
  readonly locale: Locale;
  readonly field: 'body' | 'description';
}

/** The texts in Markdown of an event (`body`) or an exhibition (`description`), by language. */
type Texts = Readonly<
  Record<Locale, { readonly body?: string | undefined; readonly description?: string | undefined }>
>;

/** All links by id in the texts of an event or an exhibition, in some of its languages or in all, each once a text. */
export const textLinksOf = (translations: Texts, locales: readonly Locale[] = Object.keys(translations)): TextLink[] =>
  Object.entries(translations)
    .filter(([locale]) => locales.includes(locale))
    .flatMap(([locale, texts]) =>
      (['body', 'description'] as const).flatMap((field) =>
        itemLinksIn(texts[field] ?? '').map((target) => ({ target, locale, field })),
      ),
    );

const nameOf = ({ kind, id }: ItemLink): string => `${kind}:${id}`;

export const isSameItem = (one: ItemLink, other: ItemLink): boolean => nameOf(one) === nameOf(other);

/** What texts link to, each once. */
export const targetsOf = (links: readonly TextLink[]): ItemLink[] => [
  ...new Map(links.map(({ target }) => [nameOf(target), target])).values(),
];

/** What texts that were public before have linked to, and `links` do not. */
export const linkedNoLonger = (before: Texts | undefined, links: readonly TextLink[]): ItemLink[] =>
  targetsOf(textLinksOf(before ?? {})).filter((target) => !links.some((link) => isSameItem(link.target, target)));

/** Where a link stands. */
export const fieldLocationOf = ({ locale, field }: TextLink, { kind, id }: ItemLink): FieldLocation => ({
  // Staff find a page among events.
  kind: kind === 'page' ? 'event' : kind,
  id,
  locale,
  field,
});
