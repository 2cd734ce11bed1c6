import { useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { Field } from '../../ui/field.tsx';
import { useTyped } from '../../ui/use-typed.ts';
import { withValue } from '../content.ts';
import { type Coordinates, coordinatesIn } from './coordinates-in.ts';
import { Section } from './section.tsx';
import { TextAt, WordsAt } from './text-at.tsx';
import { useErrorIn } from './use-error-in.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** Where an event takes place: in words, on the map, and on the web. */
export const WhereFields = () => {
  const { site, language } = useConsole();
  const { content } = useFields();
  const { sections, names, where } = useWords(fieldWords);
  const hasError = useErrorIn(['place']);
  const name = content.place?.name;
  return (
    <Section
      title={sections.where}
      hint={name?.[language] || name?.[site.defaultLocale] || [names['place.name'], names['place.address']].join(', ')}
      hasError={hasError}
      isAside={content.kind === 'news' && !content.place}
    >
      <WordsAt path={['place', 'name']} help={where.nameHelp} />
      <WordsAt path={['place', 'address']} />
      <WordsAt path={['place', 'accessibility']} help={where.accessibilityHelp} lines={3} />
      <Position />
      <TextAt path={['place', 'onlineUrl']} label={names['place.onlineUrl']} inputMode="url" />
    </Section>
  );
};

/** Two numbers, which can be pasted together or as the link of a map. */
const Position = () => {
  const { content, change } = useFields();
  const { where } = useWords(fieldWords);
  const [isUnclear, setUnclear] = useState(false);
  const put = (point: { readonly [K in keyof Coordinates]?: unknown }) =>
    change((now) =>
      Object.entries(point).reduce((place, [name, value]) => withValue(place, ['place', name], value), now),
    );
  /** Whether there was a point in it. */
  const take = (text: string): boolean => {
    const point = coordinatesIn(text);
    setUnclear(!point && /:\/\//.test(text));
    if (point) put(point);
    return point !== undefined;
  };
  const { latitude, longitude } = content.place ?? {};
  return (
    <fieldset className="position">
      <legend>{where.position}</legend>
      <p className="help">{where.positionHelp}</p>
      <Degrees name="latitude" {...{ put, take }} />
      <Degrees name="longitude" {...{ put, take }} />
      {isUnclear && (
        <p role="alert" className="error">
          {where.noPosition}
        </p>
      )}
      {typeof latitude === 'number' && typeof longitude === 'number' && (
        <a
          href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
          target="_blank"
          rel="noreferrer"
        >
          {where.show}
        </a>
      )}
    </fieldset>
  );
};

interface DegreesProps {
  readonly name: keyof Coordinates;
  readonly put: (point: { readonly [K in keyof Coordinates]?: unknown }) => void;
  readonly take: (text: string) => boolean;
}

const Degrees = ({ name, put, take }: DegreesProps) => {
  const { content, errorOf, readOnly } = useFields();
  const { names } = useWords(fieldWords);
  const path = `place.${name}` as const;
  const typed = useTyped(
    String(content.place?.[name] ?? ''),
    (text) => {
      const number = text.trim() === '' ? undefined : Number(text.replace(',', '.'));
      // What is no number is refused by name.
      put({ [name]: Number.isNaN(number) ? text : number });
    },
    take,
  );
  return (
    <Field label={names[path]} name={path} error={errorOf(path)}>
      {(control) => (
        <input
          {...control}
          {...typed}
          readOnly={readOnly}
          inputMode="decimal"
          onPaste={(event) => {
            if (!readOnly && take(event.clipboardData.getData('text'))) event.preventDefault();
          }}
        />
      )}
    </Field>
  );
};
