import { useRef } from 'react';
import type { Showing } from '../../../../shared/model/events/showing.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { fromLocal, toLocal } from '../../ui/dates.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { isOnDays, movedTo, onDays, withDoors } from './showing-times.ts';
import { showingWords } from './showing-words.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

interface ShowingFieldsProps {
  readonly showing: Showing;
  /** Its place among the showings. */
  readonly index: number;
  readonly onChange: (showing: Showing) => void;
}

/** When something takes place once: on days, or at times by the clocks of the site. */
export const ShowingFields = ({ showing, index, onChange }: ShowingFieldsProps) => {
  const { site } = useConsole();
  const { errorOf, readOnly } = useFields();
  const { names } = useWords(fieldWords);
  const { when } = useWords(showingWords);
  // While a date is typed it is many dates: the end follows the last of them.
  const before = useRef(showing);
  const { timeZone } = site;
  const isDays = isOnDays(showing);
  const set = (name: 'endsAt', local: string) => {
    const { [name]: _, ...rest } = showing;
    onChange(local ? { ...rest, [name]: isDays ? local : fromLocal(local, timeZone) } : rest);
  };
  const shown = (occasion: string | undefined) => (occasion ? toLocal(occasion, timeZone) : '');
  const at = (name: keyof Showing) => ({
    name: `showings.${index}.${name}`,
    error: errorOf(`showings.${index}.${name}`),
    readOnly,
  });
  const type = isDays ? 'date' : 'datetime-local';
  return (
    <div className="showing">
      <MomentField
        {...at('startsAt')}
        type={type}
        label={names['showings.startsAt']}
        value={shown(showing.startsAt)}
        onFocus={() => {
          before.current = showing;
        }}
        onChange={(local) => onChange(movedTo(before.current, local, timeZone))}
      />
      <MomentField
        {...at('endsAt')}
        type={type}
        label={names['showings.endsAt']}
        value={shown(showing.endsAt)}
        onChange={(local) => set('endsAt', local)}
      />
      {!isDays && (
        <MomentField
          {...at('doorsAt')}
          type="time"
          label={names['showings.doorsAt']}
          value={shown(showing.doorsAt).slice(11)}
          readOnly={readOnly || !showing.startsAt}
          onChange={(time) => onChange(withDoors(showing, time, timeZone))}
        />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={isDays}
          disabled={readOnly}
          onChange={({ target }) => onChange(onDays(showing, target.checked, timeZone))}
        />
        {when.allDay}
      </label>
    </div>
  );
};
