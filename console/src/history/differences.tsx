import { useConsole, useWords } from '../console-context.ts';
import { fieldName } from '../events/field-name.ts';
import { localeOf } from '../events/fields/locale-of.ts';
import { useTitle } from '../events/use-title.ts';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { ChangedText, Part } from './changed-text.tsx';
import { compareContents, type FieldDifference, type MediaDifference } from './compare-contents.ts';
import type { TextPart } from './diff-texts.ts';
import { mediaFieldName } from './media-field-name.ts';
import { valueInWords } from './value-in-words.ts';
import { historyWords } from './words.ts';

interface DifferencesProps {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** An event that an exhibition names, as it is called now; one that is not there any more has nothing but its id. */
const EventPart = ({ kind, id }: { kind: TextPart['kind']; id: string }) => (
  <Part kind={kind} text={useTitle('event', id) ?? id} />
);

/** How two versions differ, field by field, each named as on the screen and told in words. */
export const Differences = ({ before, after }: DifferencesProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(historyWords);
  const surroundings = { words, language, site };
  const nameOf = (path: string) => fieldName(path, { words, language, locales: site.locales });
  const { fields, lists, media } = compareContents(before, after);
  if (fields.length + lists.length + media.length === 0) return <p>{texts.nothingDiffers}</p>;
  const field = ({ path, before: old, after: current }: FieldDifference) => (
    <ChangedText
      before={valueInWords(path, old, surroundings)}
      after={valueInWords(path, current, surroundings)}
      lang={localeOf(path, site.locales)}
    />
  );
  const medium = ({ path, uploadId, kind, fields: changes }: MediaDifference) => (
    <li key={`${path} ${uploadId}`} className={kind}>
      {path === 'pictures' && <Thumbnail uploadId={uploadId} alt="" />}
      <div>
        <strong>{texts.media[path][kind]}</strong>
        {changes.map((change) => (
          <div key={change.path}>
            <h4>{mediaFieldName(change.path, language)}</h4>
            {field(change)}
          </div>
        ))}
      </div>
    </li>
  );
  return (
    <div className="differences">
      {fields.map((one) => (
        <section key={one.path}>
          <h3>{nameOf(one.path)}</h3>
          {field(one)}
        </section>
      ))}
      {lists.map(({ path, items }) => (
        <section key={path}>
          <h3>{nameOf(path)}</h3>
          <ul>
            {items.map(({ kind, value }) => (
              <li key={`${kind} ${JSON.stringify(value)}`}>
                {path === 'eventIds' ? (
                  <EventPart kind={kind} id={String(value)} />
                ) : (
                  <Part kind={kind} text={valueInWords(path, value, surroundings)} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {(['pictures', 'files'] as const).map((path) => {
        const changed = media.filter((one) => one.path === path);
        if (changed.length === 0) return null;
        return (
          <section key={path}>
            <h3>{nameOf(path)}</h3>
            <ul className="media">{changed.map(medium)}</ul>
          </section>
        );
      })}
    </div>
  );
};
