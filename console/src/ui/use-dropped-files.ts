import { useEffect, useEffectEvent, useState } from 'react';
import type { ChosenFile } from './chosen-file.ts';
import { droppedFiles } from './chosen-files.ts';

/**
 * Takes the files that a person drops anywhere on a screen, before the library would; true while they are in the air.
 * `fail` is told why some could not be read.
 */
export const useDroppedFiles = (
  take: (files: readonly ChosenFile[]) => void,
  fail: (error: unknown) => void,
): boolean => {
  const [isOver, setOver] = useState(false);
  const give = useEffectEvent((data: DataTransfer) => {
    droppedFiles(data).then(take, fail);
  });
  useEffect(() => {
    const filesOf = (event: DragEvent): DataTransfer | undefined => {
      if (!event.dataTransfer?.types.includes('Files')) return undefined;
      event.preventDefault();
      event.stopPropagation();
      return event.dataTransfer;
    };
    const over = (event: DragEvent) => {
      if (filesOf(event)) setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const data = filesOf(event);
      if (data) give(data);
    };
    const options = { capture: true };
    addEventListener('dragover', over, options);
    addEventListener('dragleave', leave, options);
    addEventListener('drop', drop, options);
    return () => {
      removeEventListener('dragover', over, options);
      removeEventListener('dragleave', leave, options);
      removeEventListener('drop', drop, options);
    };
  }, []);
  return isOver;
};
