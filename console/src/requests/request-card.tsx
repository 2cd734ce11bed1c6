import { useId } from 'react';
import { Link } from 'wouter';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { useConsole, useWords } from '../console-context.ts';
import { actorName } from '../people/actor-name.ts';
import { now } from '../session/clock.ts';
import { dayInWords, momentInWords } from '../ui/dates.ts';
import { type PersonRequest, urgencyOf } from './request.ts';
import { requestWords } from './words.ts';

/** What can be asked of a request in a dialogue. */
export type RequestAct = 'change' | 'extend' | 'close';

interface CardProps {
  readonly request: PersonRequest;
  readonly onAct: (act: RequestAct) => void;
}

/** A request: what is asked for, by when, about whom, and what was done. It says in words how near the last day is. */
export const RequestCard = ({ request, onAct }: CardProps) => {
  const texts = useWords(requestWords);
  const id = useId();
  const { outcome, extension, name, kind } = request;
  const title = name ?? texts.kinds[kind];
  return (
    <li className="person-request" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <RequestFacts request={request} />
      {!outcome && (
        <p className="actions">
          <Link className="button" href={`/consent?request=${request.id}`} aria-label={`${texts.lookUp} ${title}`}>
            {texts.lookUp}
          </Link>
          <button type="button" onClick={() => onAct('change')}>
            {texts.change}
          </button>
          {!extension && (
            <button type="button" onClick={() => onAct('extend')}>
              {texts.extend}
            </button>
          )}
          <button type="button" onClick={() => onAct('close')}>
            {texts.close}
          </button>
        </p>
      )}
    </li>
  );
};

/** What is known of a request. */
export const RequestFacts = ({ request }: { request: PersonRequest }) => {
  const { language, site } = useConsole();
  const texts = useWords(requestWords);
  const { kind, channel, receivedOn, dueOn, extension, outcome, entries, hiddenEntries, acts, name, note } = request;
  const urgency = outcome ? 'later' : urgencyOf(request, dayOf(now().toISOString(), site.timeZone));
  const moment = (instant: string) => momentInWords(instant, language, site.timeZone);
  const who = (person: PersonRequest['createdBy']) => actorName(person, language);
  return (
    <>
      <p className="consent-marks">
        <span>{texts.kinds[kind]}</span>
        {texts.urgency[urgency] && (
          <strong className={urgency === 'overdue' ? 'status request-overdue' : 'status'}>
            {texts.urgency[urgency]}
          </strong>
        )}
      </p>
      {!outcome && (
        <p>
          <strong>{texts.due(dayInWords(dueOn, language))}</strong>
        </p>
      )}
      <p>
        {texts.received(dayInWords(receivedOn, language))}. {texts.channels[channel]}.
      </p>
      {extension && <p>{texts.extended(dayInWords(extension.toldOn, language), extension.reason)}</p>}
      {note && <p className="request-note">{note}</p>}
      {name === undefined && note === undefined && <p className="quiet">{texts.forgotten}</p>}
      {entries.length > 0 && (
        <ul aria-label={texts.entries}>
          {entries.map(({ artworkId, entryNumber, exhibitionId, exhibitionTitle }) => (
            <li key={artworkId}>
              {texts.entry(entryNumber)}, <Link href={`/exhibitions/${exhibitionId}`}>{exhibitionTitle}</Link>
            </li>
          ))}
        </ul>
      )}
      {hiddenEntries > 0 && <p className="quiet">{texts.hiddenEntries(hiddenEntries)}</p>}
      {acts.length > 0 && <p>{texts.done}:</p>}
      {acts.length > 0 && (
        <ul aria-label={texts.done}>
          {acts.map(({ act, createdAt, createdBy }) => (
            <li key={`${act} ${createdAt}`}>
              {texts.acts[act]}: {who(createdBy)}, {moment(createdAt)}
            </li>
          ))}
        </ul>
      )}
      {outcome && (
        <>
          <p>
            <strong>
              {texts.closedBy(texts.results[outcome.result], who(outcome.createdBy), moment(outcome.createdAt))}
            </strong>
          </p>
          {outcome.text && <p className="request-note">{outcome.text}</p>}
          {request.personUntil && <p className="quiet">{texts.nameUntil(moment(request.personUntil))}</p>}
        </>
      )}
    </>
  );
};
