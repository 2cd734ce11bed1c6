import { type ConfirmedMention, confirmationOf, isConfirmed } from '../../../shared/model/names/confirmed-mention.ts';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { fieldName } from '../events/field-name.ts';
import { publicationWords } from '../publication/words.ts';
import { siteNameWords } from './name-words.ts';

interface SiteMentionsProps {
  readonly mentions: AnswerOf<'lookUpSiteMentions'>['items'];
  readonly confirmed: readonly ConfirmedMention[] | undefined;
  readonly onConfirm: (confirmed: ConfirmedMention[]) => void;
}

/** The texts for which settings were refused, each with whom it may name, and a way to say that another is meant. */
export const SiteMentions = ({ mentions, confirmed = [], onConfirm }: SiteMentionsProps) => {
  const { words, language, site, announce } = useConsole();
  const texts = useWords(siteNameWords);
  const { another, mentionKinds } = useWords(publicationWords);
  const open = mentions
    .map((mention) => {
      const { artworkId, entryNumber, kind, place } = mention;
      const field = fieldName(place.field, { words, language, locales: site.locales });
      return {
        key: `${place.field} ${artworkId}`,
        confirmation: confirmationOf(mention),
        label: texts.entry(field, entryNumber, mentionKinds[kind]),
      };
    })
    .filter(({ confirmation }) => !isConfirmed(confirmed, confirmation));
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="site-mentions">
      <h2 id="site-mentions">{texts.mentions}</h2>
      <p className="help">{texts.mentionsHelp}</p>
      <ul>
        {open.map(({ key, confirmation, label }) => (
          <li key={key}>
            {label}{' '}
            <button
              type="button"
              aria-label={`${another}: ${label}`}
              onClick={() => {
                onConfirm([...confirmed, confirmation]);
                announce(texts.noted);
              }}
            >
              {another}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
