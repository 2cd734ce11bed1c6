import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { moved } from '../ui/moved.ts';
import { OrderedList } from '../ui/ordered-list.tsx';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { AddUploads } from './add-uploads.tsx';
import { attachmentWords } from './attachment-words.ts';
import { missingAlt, type Picture } from './picture.ts';
import { PictureFields } from './picture-fields.tsx';
import { PicturesTogether } from './pictures-together.tsx';

interface PicturesProps {
  readonly pictures: readonly Picture[];
  /** The languages that the event is written in: each needs the words of every picture. */
  readonly written: readonly string[];
  readonly onChange: (change: (pictures: readonly Picture[]) => readonly Picture[]) => void;
  readonly onChosen: (uploadIds: readonly string[]) => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly readOnly: boolean;
  /** The first one stands for it in lists. */
  readonly isFirstCover: boolean;
}

/** The pictures of an event: dropped, chosen or taken from the library, described in each language, put in order. */
export const Pictures = ({ pictures, written, onChange, onChosen, errorOf, readOnly, isFirstCover }: PicturesProps) => {
  const { language, announce } = useConsole();
  const texts = useWords(attachmentWords);
  const [isTogether, setTogether] = useState(false);
  const lacking = pictures.filter((picture) => missingAlt(picture, written).length > 0).length;
  const change = (index: number, changed: Partial<Picture>) =>
    onChange((all) => all.map((picture, n) => (n === index ? { ...picture, ...changed } : picture)));
  return (
    <section className="pictures" aria-labelledby="pictures">
      <h2 id="pictures">
        {texts.picture.title}
        {pictures.length > 0 && ` (${pictures.length})`}
      </h2>
      {!readOnly && (
        <AddUploads kind="picture" present={pictures.map(({ uploadId }) => uploadId)} onChosen={onChosen} />
      )}
      {isFirstCover && !readOnly && <p className="help">{texts.firstIsCover}</p>}
      {lacking > 0 && <p className="missing-words">{texts.lackAlt(lacking)}</p>}
      {!readOnly && pictures.length > 1 && (
        <p>
          <button type="button" onClick={() => setTogether(true)}>
            {texts.together}
          </button>
        </p>
      )}
      <OrderedList
        items={pictures}
        keyOf={({ uploadId }) => uploadId}
        nameOf={({ alt }, index) => alt[language] || texts.nth(index + 1)}
        readOnly={readOnly}
        onMove={(from, to) => onChange((all) => moved(all, from, to))}
        onRemove={(index) => onChange((all) => all.filter((_one, n) => n !== index))}
      >
        {(picture, index) => (
          <div className="picture">
            <div>
              <Thumbnail uploadId={picture.uploadId} alt={picture.alt[language] ?? ''} />
              {index === 0 && isFirstCover && <strong>{texts.cover}</strong>}
            </div>
            <PictureFields
              picture={picture}
              missing={missingAlt(picture, written)}
              readOnly={readOnly}
              path={`pictures.${index}`}
              errorOf={errorOf}
              onChange={(changed) => change(index, changed)}
            />
          </div>
        )}
      </OrderedList>
      {isTogether && (
        <PicturesTogether
          pictures={pictures}
          written={written}
          onClose={() => setTogether(false)}
          onApply={(after) => {
            setTogether(false);
            onChange(() => after);
            announce(texts.applied);
          }}
        />
      )}
    </section>
  );
};
