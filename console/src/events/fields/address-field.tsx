import { fillTemplate } from '../../../../shared/model/site/address-template.ts';
import { slugFromTitle } from '../../../../shared/model/text/slug-from-title.ts';
import { useConsole, useWords } from '../../console-context.ts';
import type { WrittenContent } from '../../editing/written-kind.ts';
import type { StaffEvent } from '../content.ts';
import { TextAt } from './text-at.tsx';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

type Saved = Pick<WrittenContent, 'translations'> & Pick<StaffEvent, 'publishedLocales'>;

export interface AddressFieldProps {
  /** Where the pages of its kind are. */
  readonly of: 'events' | 'pages' | 'exhibitions';
  /** It as it is saved. */
  readonly saved: Saved | undefined;
  readonly locale: string;
  readonly label: string;
}

/** The end of the address of the page in a language, with the whole address, and what becomes of an earlier one. */
export const AddressField = ({ of, saved: item, locale, label }: AddressFieldProps) => {
  const { site } = useConsole();
  const { content } = useFields<WrittenContent>();
  const { address: words } = useWords(fieldWords);
  const { title, slug } = content.translations[locale] ?? {};
  const addressOf = (name: string): string => {
    const template = site.frontend?.[of];
    if (template) return fillTemplate(template, { locale, slug: name });
    return `${location.origin}/${locale}/${of === 'pages' ? '' : `${of}/`}${name}`;
  };
  const made = title && slugFromTitle(title, { locale });
  const saved = item?.publishedLocales.includes(locale) ? item.translations[locale]?.slug : undefined;
  return (
    <>
      <TextAt
        path={['translations', locale, 'slug']}
        label={label}
        lang="en"
        help={slug ? words.help(addressOf(slug)) : made ? words.fromTitle(addressOf(made)) : words.empty}
      />
      {saved && saved !== slug && <p className="note">{words.changed(addressOf(saved))}</p>}
    </>
  );
};
