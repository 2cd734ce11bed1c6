import { fillTemplate } from '../../../../shared/model/address-template.ts';
import { itemKindOf } from '../../../../shared/model/event-kind.ts';
import { slugFromTitle } from '../../../../shared/model/slug-from-title.ts';
import { useConsole, useWords } from '../../console-context.ts';
import type { StaffEvent } from '../content.ts';
import { TextAt } from './text-at.tsx';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

interface AddressFieldProps {
  readonly event: StaffEvent | undefined;
  readonly locale: string;
  readonly label: string;
}

/** The end of the address of the page in a language, with the whole address, and what becomes of an earlier one. */
export const AddressField = ({ event, locale, label }: AddressFieldProps) => {
  const { site } = useConsole();
  const { content } = useFields();
  const { address: words } = useWords(fieldWords);
  const { title, slug } = content.translations[locale] ?? {};
  const addressOf = (name: string): string => {
    const isPage = itemKindOf(content) === 'page';
    const template = site.frontend?.[isPage ? 'pages' : 'events'];
    if (template) return fillTemplate(template, { locale, slug: name });
    return `${location.origin}/${locale}/${isPage ? '' : 'events/'}${name}`;
  };
  const made = title && slugFromTitle(title, { locale });
  const saved = event?.publishedLocales.includes(locale) ? event.translations[locale]?.slug : undefined;
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
