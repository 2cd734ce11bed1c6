import { useWords } from '../console-context.ts';
import type { Entry, Likeness } from './entry.ts';
import { entryWords } from './words.ts';

interface LikenessesProps {
  readonly likenesses: readonly Likeness[];
  readonly entries: readonly Entry[];
  readonly locale: string;
  readonly onOpen: (id: string) => void;
}

/** How many pairs are shown at first, and with each press of a button. */
const step = 50;

/** Entries that look alike, side by side: one of them may have been entered twice. */
export const Likenesses = ({ likenesses, entries, locale, onOpen }: LikenessesProps) => {
  const texts = useWords(entryWords);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (
    <>
      <p className="help">{texts.likenessHelp}</p>
      <ol className="entry-pairs">
        {likenesses.slice(0, step).map(({ artworkIds, distance }) => (
          <li key={artworkIds.join()}>
            {artworkIds.flatMap((id) => {
              const entry = byId.get(id);
              if (!entry) return [];
              const rendition = entry.image?.renditions.find(({ type }) => type === 'image/jpeg');
              return [
                <figure key={id}>
                  {rendition && <img src={rendition.url} alt="" loading="lazy" />}
                  <figcaption>
                    <button type="button" aria-label={texts.open(entry.entryNumber)} onClick={() => onOpen(id)}>
                      {entry.entryNumber}
                    </button>
                    {entry.translations[locale]?.title ?? ''}
                    <small>{entry.artist?.name ?? (entry.artistHidden ? texts.hidden : '')}</small>
                  </figcaption>
                </figure>,
              ];
            })}
            <small>{distance === 0 ? texts.samePicture : texts.alike(distance)}</small>
          </li>
        ))}
      </ol>
      {likenesses.length > step && <p className="help">{texts.firstPairs(step, likenesses.length)}</p>}
    </>
  );
};
