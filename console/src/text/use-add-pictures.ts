import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { failureText } from '../ui/failure.tsx';
import { uploadPicture } from '../uploads/upload-picture.ts';
import { insertPicture } from './picture-commands.ts';
import type { PictureWords } from './picture-dialog.tsx';
import { beginWaiting, endWaiting } from './waiting-pictures.ts';
import { textWords } from './words.ts';

/**
 * Uploads files one after the other and puts each into the text where it was dropped; `running` says how far each is.
 * Where the text is not on the screen any more, or has lost the place, they become pictures of what it belongs to.
 */
export const useAddPictures = (view: EditorView | undefined, wordsFor: (uploadId: string) => PictureWords) => {
  const { api, words: general, announce, uploads } = useConsole();
  const words = useWords(textWords).picture;
  const [running, setRunning] = useState<ReadonlyMap<string, string>>(new Map());
  const tell = (name: string, line: string | undefined) =>
    setRunning((before) => {
      const after = new Map(before);
      if (line === undefined) after.delete(name);
      else after.set(name, line);
      return after;
    });
  const add = async (files: readonly File[], pos: number): Promise<void> => {
    if (!view) return;
    const receiver = uploads.receiver();
    /** What has arrived already is not sent a second time. */
    const giveToItem = (left: readonly File[]): void => {
      const said = (uploads.addFor(receiver, left) ? words.besideText : words.inLibrary)(left.length);
      // The panel of files has said by then that they are being sent, and why is what the person has to know.
      setTimeout(() => announce(said));
    };
    const waiting = files.map((file) => ({ file, id: beginWaiting(view, pos, file.name) }));
    for (const [n, { file, id }] of waiting.entries()) {
      const { name } = file;
      try {
        const { uploadId } = await uploadPicture(api, file, (progress) =>
          tell(
            name,
            progress.state === 'sending' ? words.sending(name, Math.round(progress.sent * 100)) : words.preparing(name),
          ),
        );
        tell(name, undefined);
        if (view.isDestroyed) return giveToItem(files.slice(n));
        const at = endWaiting(view, id);
        if (at === undefined) {
          giveToItem([file]);
          continue;
        }
        insertPicture({ src: `upload:${uploadId}`, ...wordsFor(uploadId) }, at)(view.state, view.dispatch);
        announce(words.added);
      } catch (error) {
        if (view.isDestroyed) return giveToItem(files.slice(n));
        tell(name, words.failed(name, failureText(error, general)));
        endWaiting(view, id);
      }
    }
  };
  return { add, running };
};
