import { useEffect, useState, useSyncExternalStore } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { uploadWords } from './words.ts';

/**
 * Takes files that are dropped anywhere on the console, where nothing on the screen has taken them, and says so while
 * they are in the air.
 */
export const DropAnywhere = () => {
  const { uploads } = useConsole();
  const texts = useWords(uploadWords);
  const receiver = useSyncExternalStore(uploads.subscribe, uploads.receiver);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // A picture of the page itself that is dragged looks like a file to Chromium.
    let isOurs = false;
    const hasFiles = (event: DragEvent) => !isOurs && event.dataTransfer?.types.includes('Files') === true;
    const listeners: {
      readonly [T in 'dragstart' | 'dragend' | 'dragover' | 'dragleave' | 'drop']: (e: DragEvent) => void;
    } = {
      dragstart: () => {
        isOurs = true;
      },
      dragend: () => {
        isOurs = false;
      },
      dragover: (event) => {
        if (!hasFiles(event)) return;
        // Else the browser would open the file in place of the console.
        event.preventDefault();
        setOver(true);
      },
      dragleave: ({ relatedTarget }) => {
        if (!relatedTarget) setOver(false);
      },
      drop: (event) => {
        setOver(false);
        if (!hasFiles(event) || event.defaultPrevented) return;
        event.preventDefault();
        uploads.add([...(event.dataTransfer?.files ?? [])]);
      },
    };
    const all = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [name, listener] of all) addEventListener(name, listener);
    return () => {
      for (const [name, listener] of all) removeEventListener(name, listener);
    };
  }, [uploads]);
  return isOver && <p className="drop-anywhere">{receiver ? texts.dropForEvent : texts.dropForLibrary}</p>;
};
