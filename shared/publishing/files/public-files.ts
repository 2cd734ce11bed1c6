import { type EventFile, filesIn } from '../../model/events/event-file.ts';
import type { Locale } from '../../model/languages/locale.ts';

/**
 * The files of an event or an exhibition that is published, and which of its languages are chosen or stay as they were.
 */
interface FilesToPublish {
  readonly files: readonly EventFile[];
  readonly before: readonly EventFile[] | undefined;
  readonly chosen: readonly Locale[];
  readonly kept: readonly Locale[];
}

/** The files as they will be public, with their titles in the languages that will be. */
export const publicFiles = ({ files, before = [], chosen, kept }: FilesToPublish): EventFile[] => {
  const old = filesIn(before, kept);
  return filesIn(files, chosen).map((file) => {
    const same = old.find(({ uploadId }) => uploadId === file.uploadId);
    return { ...file, title: { ...same?.title, ...file.title } };
  });
};
