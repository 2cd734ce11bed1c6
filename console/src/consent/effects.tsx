import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { TextList } from './text-list.tsx';
import type { Foreseen } from './use-foreseen.ts';
import { consentWords } from './words.ts';

/** What an act will do, before it is done. */
export const Effects = ({ effects, texts: found, isLooking, failure }: Foreseen) => {
  const { words } = useConsole();
  const texts = useWords(consentWords);
  const all = [...effects.values()];
  const leaves = all.flatMap((one) => one.leaves.map((place) => ({ ...place, artworkId: one.artworkId })));
  const deleted = all.flatMap(({ deletes }) => deletes ?? []);
  const sum = (name: 'pictures' | 'forms'): number => deleted.reduce((total, one) => total + one[name], 0);
  const ratings = deleted.reduce<number | undefined>(
    (total, one) => (total === undefined || one.ratings === undefined ? undefined : total + one.ratings),
    0,
  );
  if (failure !== undefined) return <Failure error={failure} words={words} />;
  return (
    <section className="effects" aria-label={texts.whatHappens} aria-busy={isLooking}>
      {all.length === 0 && <p role="status">{texts.foreseeing}</p>}
      {all.length > 0 && leaves.length === 0 && <p>{texts.leavesNothing}</p>}
      {leaves.length > 0 && (
        <>
          <h3>{texts.leaves}</h3>
          <ul>
            {leaves.map(({ artworkId, kind, id, as, displayTitle }) => (
              <li key={`${artworkId} ${kind} ${id} ${as}`}>
                <strong>{displayTitle}</strong>: {texts.roles[as]}
              </li>
            ))}
          </ul>
        </>
      )}
      {all.some(({ showsLess }) => showsLess) && <p>{texts.showsLess}</p>}
      {deleted.length > 0 && <p>{texts.deletes(sum('pictures'), ratings, sum('forms'))}</p>}
      {all.length > 0 && isLooking && <p role="status">{texts.searching}</p>}
      {!isLooking && found.length === 0 && <p>{texts.noTextsStay}</p>}
      {found.length > 0 && (
        <>
          <p>{texts.textsStay}</p>
          <TextList texts={found} label={texts.texts} none={texts.noTextsStay} />
        </>
      )}
    </section>
  );
};
