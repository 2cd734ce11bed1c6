import { useEffect, useState } from 'react';
import { uploadAccept } from '../../../../shared/model/files/upload.ts';
import { useWords } from '../../console-context.ts';
import { enterOneWords } from './words.ts';

interface PhotographProps {
  readonly file: File | undefined;
  readonly onChosen: (file: File) => void;
}

/** A picture that is taken with the camera of a phone, or chosen. */
export const Photograph = ({ file, onChosen }: PhotographProps) => {
  const texts = useWords(enterOneWords);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file) return setUrl(undefined);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const button = (label: string, capture?: 'environment') => (
    <label className={capture ? 'button file primary' : 'button file'}>
      {label}
      <input
        type="file"
        accept={uploadAccept}
        capture={capture}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onChosen(chosen);
          target.value = '';
        }}
      />
    </label>
  );
  return (
    <div className="entry-photograph">
      {url && <img src={url} alt={texts.preview} />}
      <p className="actions">
        {button(file ? texts.photographAgain : texts.photograph, 'environment')}
        {button(texts.choose)}
      </p>
    </div>
  );
};
