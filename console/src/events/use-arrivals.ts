import { useEffect, useSyncExternalStore } from 'react';
import { useConsole } from '../console-context.ts';
import type { Arrival } from '../uploads/upload-queue.ts';
import type { Content } from './content.ts';

/** A content with pictures and files that have arrived for it; what it has already it does not get twice. */
const withArrivals = (content: Content, arrivals: readonly Arrival[]): Content => {
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

type Change = (make: (content: Content) => Content) => void;

/**
 * Takes what is dropped on the console while an event is edited, `new` where it has no id yet; also what was dropped before and has become ready
 * while the person looked at another screen. Gives a function that adds what is in the library.
 */
export const useArrivals = (target: string, isOpen: boolean, change: Change) => {
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
