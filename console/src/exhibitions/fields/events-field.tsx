import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { useFields } from '../../events/fields/use-fields.ts';
import { fieldWords } from '../../events/fields/words.ts';
import { titleOf } from '../../events/title-of.ts';
import { useTitle } from '../../events/use-title.ts';
import { TextField } from '../../ui/field.tsx';
import { moved } from '../../ui/moved.ts';
import { OrderedList } from '../../ui/ordered-list.tsx';
import type { Content } from '../written-exhibition.ts';
import { exhibitionFieldWords } from './words.ts';

/** Most events that an exhibition names, and most that a search shows. */
const [mostEvents, mostFound] = [20, 8];

const EventTitle = ({ id }: { id: string }) => {
  const texts = useWords(exhibitionFieldWords);
  return <span>{useTitle('event', id) ?? texts.someEvent}</span>;
};

/** The events that belong to an exhibition, in the order that its page names them. */
export const EventsField = () => {
  const context = useConsole();
  const { api, words, announce } = context;
  const { content, change, errorOf, readOnly } = useFields<Content>();
  const { names } = useWords(fieldWords);
  const texts = useWords(exhibitionFieldWords);
  const [q, setQ] = useState('');
  const searched = useDeferredValue(q.trim());
  const id = useId();
  const { eventIds } = content;
  const found = useQuery({
    queryKey: ['events', 'of exhibition', searched],
    queryFn: ({ signal }) =>
      api.call('listStaffEvents', { query: { q: searched, limit: String(mostFound) as never }, signal }),
    enabled: searched.length > 1 && !readOnly,
    placeholderData: (before) => before,
  });
  const put = (make: (ids: readonly string[]) => readonly string[]) =>
    change((now) => ({ ...now, eventIds: [...make(now.eventIds)] }));
  const items = (found.data?.items ?? []).filter((event) => !eventIds.includes(event.id));
  const [error] = [errorOf('eventIds'), ...eventIds.map((_, n) => errorOf(`eventIds.${n}`))].filter(Boolean);
  return (
    <fieldset>
      <legend>{names.eventIds}</legend>
      <p className="help">{texts.eventsHelp}</p>
      {error && <p className="error">{error}</p>}
      <OrderedList
        items={eventIds}
        keyOf={(one) => one}
        nameOf={(_one, n) => texts.nthEvent(n + 1)}
        readOnly={readOnly}
        onMove={(from, to) => put((ids) => moved(ids, from, to))}
        onRemove={(index) => put((ids) => ids.toSpliced(index, 1))}
      >
        {(one) => <EventTitle id={one} />}
      </OrderedList>
      {!readOnly && eventIds.length < mostEvents && (
        <>
          <TextField name="eventIds" label={texts.findEvent} value={q} onChange={setQ} />
          <div role="status">
            {searched.length > 1 && found.data && items.length === 0 && <p>{words.events.none}</p>}
          </div>
          {searched.length > 1 && items.length > 0 && (
            <ul className="exhibition-found" aria-label={texts.foundEvents} id={id}>
              {items.map((event) => (
                <li key={event.id}>
                  <button
                    type="button"
                    onClick={() => {
                      put((ids) => [...ids, event.id]);
                      setQ('');
                      announce(texts.eventAdded(titleOf(event, context)));
                      // The button that was pressed is gone.
                      document.querySelector<HTMLElement>('input[name="eventIds"]')?.focus();
                    }}
                  >
                    {titleOf(event, context)}
                  </button>
                  <small>{words.statuses[event.status]}</small>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </fieldset>
  );
};
