import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { type ConfirmedMention, confirmationOf, isConfirmed } from '../../../shared/model/names/confirmed-mention.ts';
import { fieldPathOf } from '../../../shared/model/names/text-fields.ts';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { publicationWords } from '../publication/words.ts';
import { siteFieldName } from './field-names.ts';
import { siteNameWords } from './name-words.ts';

interface SiteMentionsProps {
  readonly mentions: AnswerOf<'lookUpSiteMentions'>['items'];
  readonly confirmed: readonly ConfirmedMention[] | undefined;
  readonly onConfirm: (confirmed: ConfirmedMention[]) => void;
}

/** The texts for which settings were refused, each with whom it may name, and a way to say that another is meant. */
export const SiteMentions = ({ mentions, confirmed = [], onConfirm }: SiteMentionsProps) => {
  const { language, site, announce } = useConsole();
  const texts = useWords(siteNameWords);
  const { another, mentionKinds } = useWords(publicationWords);
  const open = mentions
    .map((mention) => {
      const { artworkId, entryNumber, kind, place } = mention;
      const field = siteFieldName(fieldPathOf(place), { language, locales: site.locales });
      return {
        key: `${place.field} ${artworkId}`,
        confirmation: confirmationOf(mention),
        label: texts.entry(field, entryNumber, mentionKinds[kind]),
      };
    })
    .filter(({ confirmation }) => !isConfirmed(confirmed, confirmation));
  const heading = useRef<HTMLHeadingElement>(null);
  const confirm = (confirmation: ConfirmedMention) => {
    flushSync(() => onConfirm([...confirmed, confirmation]));
    announce(texts.noted);
    // The button that had the focus is gone; after the last one, what is to be done next is saving.
    (heading.current ?? document.querySelector<HTMLElement>('.site button[type="submit"]'))?.focus();
  };
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="site-mentions">
      <h2 id="site-mentions" ref={heading} tabIndex={-1}>
        {texts.mentions}
      </h2>
      <p className="help">{texts.mentionsHelp}</p>
      <ul>
        {open.map(({ key, confirmation, label }) => (
          <li key={key}>
            {label}{' '}
            <button type="button" aria-label={`${another}: ${label}`} onClick={() => confirm(confirmation)}>
              {another}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
