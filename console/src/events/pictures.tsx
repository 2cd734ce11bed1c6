import { useState } from 'react';
import { uploadAccept } from '../../../shared/model/upload.ts';
import { useConsole } from '../console-context.ts';
import { failureText } from '../ui/failure.tsx';
import { TextField } from '../ui/field.tsx';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { uploadPicture } from '../uploads/upload-picture.ts';
import { languageName } from '../words/language-name.ts';
import type { Content } from './content.ts';

type Picture = Content['pictures'][number];

interface PicturesProps {
  readonly pictures: readonly Picture[];
  readonly onChange: (change: (pictures: readonly Picture[]) => readonly Picture[]) => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly readOnly: boolean;
}

/** How many files are sent at the same time. */
const lanes = 4;

/** The pictures of an event: dropped or chosen, described in each language, put in order. */
export const Pictures = ({ pictures, onChange, errorOf, readOnly }: PicturesProps) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = words.pictures;
  const [running, setRunning] = useState<ReadonlyMap<string, string>>(new Map());
  const tell = (name: string, line: string | undefined) =>
    setRunning((before) => {
      const after = new Map(before);
      if (line === undefined) after.delete(name);
      else after.set(name, line);
      return after;
    });
  const add = async (files: readonly File[]): Promise<void> => {
    const waiting = [...files];
    const lane = async (): Promise<void> => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        const { name } = file;
        try {
          const { uploadId } = await uploadPicture(api, file, (progress) =>
            tell(
              name,
              progress.state === 'sending'
                ? texts.sending(name, Math.round(progress.sent * 100))
                : texts.preparing(name),
            ),
          );
          onChange((all) => (all.some((one) => one.uploadId === uploadId) ? all : [...all, { uploadId, alt: {} }]));
          tell(name, undefined);
        } catch (error) {
          tell(name, texts.failed(name, failureText(error, words)));
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  };
  const change = (index: number, changed: Partial<Picture>) =>
    onChange((all) => all.map((picture, n) => (n === index ? { ...picture, ...changed } : picture)));
  const move = (index: number, by: number) => {
    onChange((all) => {
      const moved = [...all];
      const [picture] = moved.splice(index, 1);
      if (picture) moved.splice(index + by, 0, picture);
      return moved;
    });
    announce(texts.moved(index + by + 1, pictures.length));
  };
  return (
    <section
      className="pictures"
      aria-labelledby="pictures"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!readOnly) void add([...event.dataTransfer.files]);
      }}
    >
      <h2 id="pictures">{texts.title}</h2>
      {!readOnly && (
        <label className="drop">
          <span>{texts.drop}</span>
          <input
            type="file"
            multiple
            accept={uploadAccept}
            aria-label={texts.add}
            onChange={({ target }) => {
              void add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
      )}
      <ul className="running" aria-live="polite">
        {[...running].map(([name, line]) => (
          <li key={name}>{line}</li>
        ))}
      </ul>
      <ol>
        {pictures.map((picture, index) => (
          <li key={picture.uploadId} className="picture">
            <div>
              <Thumbnail uploadId={picture.uploadId} alt={picture.alt[language] ?? ''} />
              {index === 0 && <strong>{texts.cover}</strong>}
            </div>
            <div>
              {site.locales.map((locale) => (
                <TextField
                  key={locale}
                  lang={locale}
                  readOnly={readOnly}
                  label={texts.alt(languageName(locale, language))}
                  value={picture.alt[locale] ?? ''}
                  error={errorOf(`pictures.${index}.alt.${locale}`)}
                  onChange={(text) => change(index, { alt: { ...picture.alt, [locale]: text } })}
                />
              ))}
              <TextField
                label={texts.credit}
                readOnly={readOnly}
                value={picture.credit ?? ''}
                error={errorOf(`pictures.${index}.credit`)}
                onChange={(credit) => change(index, { credit })}
              />
              {!readOnly && (
                <p className="actions">
                  <button type="button" disabled={index === 0} onClick={() => move(index, -1)}>
                    {texts.earlier}
                  </button>
                  <button type="button" disabled={index === pictures.length - 1} onClick={() => move(index, 1)}>
                    {texts.later}
                  </button>
                  <button type="button" onClick={() => onChange((all) => all.filter((_one, n) => n !== index))}>
                    {texts.remove}
                  </button>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};
