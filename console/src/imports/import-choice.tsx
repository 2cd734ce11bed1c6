import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import type { ChosenFile } from '../ui/chosen-file.ts';
import { chosenFiles } from '../ui/chosen-files.ts';
import { Failure } from '../ui/failure.tsx';
import { useDroppedFiles } from '../ui/use-dropped-files.ts';
import { importWords } from './words.ts';

/** Lets a person drop or choose an archive with its files. */
export const ImportChoice = ({ onChosen }: { onChosen: (files: readonly ChosenFile[]) => void }) => {
  const texts = useWords(importWords);
  const { words } = useConsole();
  const [failure, setFailure] = useState<unknown>();
  const take = (files: readonly ChosenFile[]) => {
    setFailure(undefined);
    onChosen(files);
  };
  const isOver = useDroppedFiles(take, setFailure);
  const choose = (input: HTMLInputElement) => {
    take(chosenFiles([...(input.files ?? [])]));
    input.value = '';
  };
  return (
    <div className={`import-drop ${isOver ? 'over' : ''}`}>
      <p>{texts.drop}</p>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <label className="button file">
          {texts.folder}
          <input type="file" webkitdirectory="" onChange={({ target }) => choose(target)} />
        </label>
        <label className="button file">
          {texts.files}
          <input type="file" multiple onChange={({ target }) => choose(target)} />
        </label>
      </p>
    </div>
  );
};
