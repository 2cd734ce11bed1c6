import { useEffect, useEffectEvent, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import type { ChosenFile } from '../ui/chosen-file.ts';
import { chosenFiles, droppedFiles } from '../ui/chosen-files.ts';
import { Failure } from '../ui/failure.tsx';
import { importWords } from './words.ts';

/** Lets a person drop or choose an archive with its files. */
export const ImportChoice = ({ onChosen }: { onChosen: (files: readonly ChosenFile[]) => void }) => {
  const texts = useWords(importWords);
  const [isOver, setOver] = useState(false);
  const { words } = useConsole();
  const [failure, setFailure] = useState<unknown>();
  const give = useEffectEvent((data: DataTransfer) => {
    setFailure(undefined);
    droppedFiles(data).then(onChosen, setFailure);
  });

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Before the console takes them for its library.
      event.preventDefault();
      give(event.dataTransfer);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop, true);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop, true);
    };
  }, []);

  const choose = (input: HTMLInputElement) => {
    onChosen(chosenFiles([...(input.files ?? [])]));
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
