import { useState } from 'react';
import { createPortal } from 'react-dom';
import { uploadOfAddress } from '../../../shared/model/files/text-pictures.ts';
import { uploadAccept } from '../../../shared/model/files/upload.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { failureText } from '../ui/failure.tsx';
import { TextField } from '../ui/field.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { LeaveButton } from '../ui/leave-button.tsx';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { uploadPicture } from '../uploads/upload-picture.ts';
import type { ItemPicture } from './item-picture.ts';
import { textWords } from './words.ts';

/** What a picture in a text says: to those who cannot see it, and below it. */
export interface PictureWords {
  readonly alt: string;
  readonly title: string;
}

interface PictureAttributes extends PictureWords {
  readonly src: string;
}

interface PictureDialogProps {
  readonly title: string;
  /** The picture that is described; none where one is to be inserted. */
  readonly picture: { readonly [name: string]: string } | undefined;
  readonly pictures: readonly ItemPicture[];
  readonly wordsFor: (uploadId: string) => PictureWords;
  readonly lang: string;
  readonly onApply: (picture: PictureAttributes) => void;
  /** Several were chosen: they go into the text one after the other. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Chooses a picture for a text, and says in words what it shows. */
export const PictureDialog = ({ title, picture, pictures, wordsFor, lang, ...acts }: PictureDialogProps) => {
  const { api, words: general } = useConsole();
  const words = useWords(textWords).picture;
  const [src, setSrc] = useState(picture?.src);
  const [said, setSaid] = useState<PictureWords>({ alt: picture?.alt ?? '', title: picture?.title ?? '' });
  const [line, setLine] = useState('');
  const choose = (uploadId: string) => {
    setSrc(`upload:${uploadId}`);
    const known = wordsFor(uploadId);
    setSaid((now) => ({ alt: now.alt || known.alt, title: now.title || known.title }));
  };
  const send = async (file: File) => {
    const { name } = file;
    try {
      const { uploadId } = await uploadPicture(api, file, (progress) =>
        setLine(
          progress.state === 'sending' ? words.sending(name, Math.round(progress.sent * 100)) : words.preparing(name),
        ),
      );
      setLine('');
      choose(uploadId);
    } catch (error) {
      setLine(words.failed(name, failureText(error, general)));
    }
  };
  const uploadId = src === undefined ? undefined : uploadOfAddress(src);
  // Beside the form of the editor, which Enter would save.
  return createPortal(
    <Dialog title={title} onClose={acts.onClose} isForm>
      <form
        className="text-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (src) acts.onApply({ src, alt: said.alt.trim(), title: said.title.trim() });
        }}
      >
        {uploadId && <Thumbnail uploadId={uploadId} alt={said.alt} />}
        {!picture && (
          <>
            <FileButton
              label={words.choose}
              accept={uploadAccept}
              onChosen={(files) => {
                const [file, ...more] = files;
                if (more.length > 0) acts.onFiles(files);
                else if (file) void send(file);
              }}
            />
            <p role="status">{line}</p>
            {pictures.length > 0 && (
              <fieldset className="choices">
                <legend>{words.ofItem}</legend>
                {pictures.map((one, n) => (
                  <label key={one.uploadId}>
                    <input
                      type="radio"
                      name="picture"
                      checked={uploadId === one.uploadId}
                      onChange={() => choose(one.uploadId)}
                    />
                    <Thumbnail uploadId={one.uploadId} alt={one.alt[lang] || `${n + 1}`} />
                  </label>
                ))}
              </fieldset>
            )}
          </>
        )}
        <TextField label={words.alt} lang={lang} value={said.alt} onChange={(alt) => setSaid({ ...said, alt })} />
        <TextField
          label={words.caption}
          lang={lang}
          value={said.title}
          onChange={(caption) => setSaid({ ...said, title: caption })}
        />
        <p className="actions">
          <button type="submit" className="primary" disabled={!src}>
            {picture ? words.apply : words.insert}
          </button>
          {acts.onRemove && (
            <button type="button" onClick={acts.onRemove}>
              {words.remove}
            </button>
          )}
          <LeaveButton />
        </p>
      </form>
    </Dialog>,
    document.body,
  );
};
