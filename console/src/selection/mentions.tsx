import { confirmationOf } from '../../../shared/model/names/confirmed-mention.ts';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { publicationWords } from '../publication/words.ts';
import { Failure } from '../ui/failure.tsx';
import { focusMover } from '../ui/move-focus.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { languageName } from '../words/language-name.ts';
import { fieldInWords } from './field-in-words.ts';
import { selectionWords } from './words.ts';

type Mention = AnswerOf<'listExhibitionMentions'>['items'][number];

interface MentionsProps {
  readonly exhibition: StaffExhibition;
  readonly mentions: readonly Mention[];
  readonly workName: (artworkId: string) => string;
  readonly changed: (exhibition: StaffExhibition) => void;
  /** Whether what is not saved would be overtaken by a confirmation. */
  readonly isDirty: boolean;
  readonly askAgain: () => Promise<void>;
}

/**
 * The texts that name somebody whose name is withheld: each with its place, whose name it is, and what an editor can
 * do.
 */
export const Mentions = ({ exhibition, mentions, workName, changed, isDirty, askAgain }: MentionsProps) => {
  const { api, words, language, announce } = useConsole();
  const texts = useWords(selectionWords);
  const kinds = useWords(publicationWords).mentionKinds;
  const { failure, attempt } = useAttempt();
  const open = mentions.filter(({ isConfirmed }) => !isConfirmed);
  const placeOf = ({ place: { kind, id, locale, field } }: Mention): string => {
    const where = kind === 'artwork' ? workName(id) : texts.textOfExhibition;
    const inLanguage = locale ? ` (${languageName(locale, language)})` : '';
    return `${where}: ${fieldInWords(field, texts)}${inLanguage}`;
  };
  const keyOf = ({ artworkId, kind, who, place }: Mention): string =>
    `${place.id} ${place.locale} ${place.field} ${artworkId} ${who} ${kind}`;
  const confirm = (mention: Mention) => {
    const { kind, id } = mention.place;
    const confirmation = confirmationOf(mention);
    const moveFocus = focusMover();
    const save = async () => {
      // What was confirmed a moment ago is another version.
      if (kind === 'artwork') {
        const params = { id: exhibition.id, artworkId: id };
        const { version, confirmedMentions = [] } = await api.call('getStaffArtwork', { params });
        const body = { confirmedMentions: [...confirmedMentions, confirmation] };
        await api.call('updateArtwork', { params, version, body });
      } else {
        const { version, confirmedMentions = [] } = await api.call('getStaffExhibition', { params: { id } });
        const body = { confirmedMentions: [...confirmedMentions, confirmation] };
        changed(await api.call('updateExhibition', { params: { id }, version, body }));
      }
      await askAgain();
      announce(texts.confirmed);
      moveFocus('blocking');
    };
    void attempt(save, keyOf(mention));
  };
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="mentions">
      <h3 id="mentions">{texts.mentions(open.length)}</h3>
      <ul className="mention-list">
        {open.map((mention) => {
          const { entryNumber, kind, who, weight, place } = mention;
          return (
            <li key={keyOf(mention)}>
              <strong>{placeOf(mention)}</strong>
              <span>{texts.whose[who](entryNumber, kinds[kind])}</span>
              <span>{texts.weights[weight]}</span>
              {weight === 'confirm' && (
                <button
                  type="button"
                  disabled={isDirty && place.kind === 'exhibition'}
                  aria-label={`${texts.another}: ${placeOf(mention)}, ${texts.whose[who](entryNumber, kinds[kind])}`}
                  onClick={() => confirm(mention)}
                >
                  {texts.another}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {failure !== undefined && <Failure error={failure} words={words} />}
    </section>
  );
};
