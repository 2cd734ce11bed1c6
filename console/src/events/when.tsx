import { isAllDay } from '../../../shared/model/showing.ts';
import { useConsole } from '../console-context.ts';
import { fromLocal, toLocal } from '../ui/dates.ts';
import { Field } from '../ui/field.tsx';
import type { Content } from './content.ts';

type Showing = Content['showings'][number];

interface WhenProps {
  readonly showings: readonly Showing[];
  readonly timeZone: string;
  readonly readOnly: boolean;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (showings: Showing[]) => void;
}

/** When an event takes place first: on days, or at times by the clocks of the site. Its other showings stay as they are. */
export const When = ({ showings: [first, ...others], timeZone, readOnly, errorOf, onChange }: WhenProps) => {
  const { words } = useConsole();
  const texts = words.fields;
  const isOnDays = first !== undefined && isAllDay(first);
  const put = (showing: Showing) => {
    // It follows from the beginning whether these are days.
    const { allDay: _, ...kept } = showing;
    onChange([kept, ...others]);
  };
  const set = (name: 'startsAt' | 'endsAt') => (local: string) => {
    const occasion = local && !isOnDays ? fromLocal(local, timeZone) : local;
    if (occasion) return put({ startsAt: occasion, ...first, [name]: occasion });
    if (name === 'startsAt') return onChange([...others]);
    if (!first) return undefined;
    const { endsAt: _, ...rest } = first;
    return put(rest);
  };
  const setOnDays = (isWanted: boolean) => {
    if (!first) return;
    const turned = (occasion: string) =>
      isWanted ? toLocal(occasion, timeZone).slice(0, 10) : fromLocal(`${occasion}T00:00`, timeZone);
    const { startsAt, endsAt, doorsAt, ...rest } = first;
    put({
      ...rest,
      startsAt: turned(startsAt),
      ...(endsAt && { endsAt: turned(endsAt) }),
      ...(doorsAt && !isWanted && { doorsAt }),
    });
  };
  return (
    <>
      {(['startsAt', 'endsAt'] as const).map((name) => (
        <Field
          key={name}
          label={texts[name]}
          help={name === 'startsAt' ? texts.timeHelp(timeZone) : undefined}
          error={errorOf(`showings.0.${name}`)}
        >
          {(control) => (
            <input
              {...control}
              readOnly={readOnly}
              type={isOnDays ? 'date' : 'datetime-local'}
              value={first?.[name] ? toLocal(first[name], timeZone) : ''}
              onChange={({ target }) => set(name)(target.value)}
            />
          )}
        </Field>
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={isOnDays}
          disabled={readOnly || !first}
          onChange={({ target }) => setOnDays(target.checked)}
        />
        {texts.allDay}
      </label>
    </>
  );
};
