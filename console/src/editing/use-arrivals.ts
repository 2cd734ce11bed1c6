import { useEffect, useSyncExternalStore } from 'react';
import { useConsole } from '../console-context.ts';
import type { Arrival } from '../uploads/upload-queue.ts';
import type { WrittenContent } from './written-kind.ts';

/** A content with pictures and files that have arrived for it; what it has already it does not get twice. */
const withArrivals = <C extends WrittenContent>(content: C, arrivals: readonly Arrival[]): C => {
  const added = (kind: Arrival['kind'], present: readonly { readonly uploadId: string }[]) =>
    [...new Set(arrivals.filter((one) => one.kind === kind).map(({ uploadId }) => uploadId))].filter((uploadId) =>
      present.every((one) => one.uploadId !== uploadId),
    );
  const { pictures, files } = content;
  return {
    ...content,
    pictures: [...pictures, ...added('picture', pictures).map((uploadId) => ({ uploadId, alt: {} }))],
    files: [...files, ...added('document', files).map((uploadId) => ({ uploadId, title: {} }))],
  };
};

/**
 * Takes what is dropped on the console while an item is edited, and what was dropped before and has become ready while
 * the person looked at another screen. `target` is the id of the item, or of the draft of one that does not exist yet.
 * Gives a function that adds what is in the library.
 */
export const useArrivals = <C extends WrittenContent>(
  target: string,
  isOpen: boolean,
  change: (make: (content: C) => C) => void,
) => {
  const { uploads } = useConsole();
  const ready = useSyncExternalStore(uploads.subscribe, () => (isOpen ? uploads.countArrivals(target) : 0));
  useEffect(() => (isOpen ? uploads.receiveFor(target) : undefined), [uploads, target, isOpen]);
  useEffect(() => {
    if (ready === 0) return;
    const arrivals = uploads.takeArrivals(target);
    change((now) => withArrivals(now, arrivals));
  });
  return (kind: Arrival['kind']) => (uploadIds: readonly string[]) =>
    change((now) =>
      withArrivals(
        now,
        uploadIds.map((uploadId) => ({ uploadId, kind })),
      ),
    );
};
