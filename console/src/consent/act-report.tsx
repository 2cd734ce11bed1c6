import { useEffect, useRef } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { momentInWords } from '../ui/dates.ts';
import { failureText } from '../ui/failure.tsx';
import type { ActReport } from './perform-act.ts';
import { consentWords } from './words.ts';

/**
 * What an act has done: what has left the public, what waits, what stays in backups and until when. It takes the focus.
 */
export const Report = ({ report, onClose }: { report: ActReport; onClose: () => void }) => {
  const { words, language, site } = useConsole();
  const texts = useWords(consentWords);
  const section = useRef<HTMLElement>(null);
  const { kind, outcomes } = report;
  const done = outcomes.filter(({ failure }) => failure === undefined);
  const refused = outcomes.filter(({ failure }) => failure !== undefined);
  const left = done.flatMap((one) => one.left.map((place) => ({ ...place, artworkId: one.entry.id })));
  const mentions = done.flatMap((one) => one.mentions ?? []);
  const until = done
    .flatMap(({ backupsUntil }) => backupsUntil ?? [])
    .sort()
    .at(-1);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} tabIndex={-1} className="note" aria-label={texts.reportTitle}>
      {done.length > 0 && (
        <p role="status">
          <strong>{texts[kind]}</strong>
        </p>
      )}
      {refused.map(({ entry, failure }) => (
        <p key={entry.id} role="alert" className="failure">
          {texts.failedFor(entry.entryNumber)} {failureText(failure, words)}
        </p>
      ))}
      {done.length > 0 && kind !== 'saved' && left.length === 0 && <p>{texts.leftNothing}</p>}
      {left.length > 0 && (
        <>
          <p>{texts.isLeft}</p>
          <ul>
            {left.map(({ artworkId, id, as, displayTitle }) => (
              <li key={`${artworkId} ${id} ${as}`}>
                {displayTitle}: {texts.roles[as]}
              </li>
            ))}
          </ul>
        </>
      )}
      {mentions.length > 0 && <p>{texts.textsWait(mentions.length)}</p>}
      {kind !== 'erased' && done.some((one) => one.mentions === undefined) && <p>{texts.textsPending}</p>}
      {done.some(({ isComplete }) => !isComplete) && <p>{texts.stillAtWork}</p>}
      {until && <p>{texts.backups(momentInWords(until, language, site.timeZone))}</p>}
      <p className="actions">
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </section>
  );
};
