import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';

/** How many rows above and below the screen are there too, so that scrolling shows no gap. */
const margin = 8;

/** A row's height before one was measured, in pixels. */
const assumed = 72;

/** The rows near the screen, of a list whose rows are all of one height. */
interface RowWindow {
  readonly first: number;
  /** The one after the last. */
  readonly end: number;
  /** The height of what is left out above and below, in pixels. */
  readonly above: number;
  readonly below: number;
  /** Scrolls so that a row is seen as a whole, below the head of the table. */
  readonly show: (index: number) => void;
}

/** Which of many rows of `body` are near the screen, while the page scrolls. `row` is what matches one of them. */
export const useRowWindow = (body: RefObject<HTMLElement | null>, row: string, count: number): RowWindow => {
  const [height, setHeight] = useState(assumed);
  const [range, setRange] = useState({ first: 0, end: Math.min(count, 24) });

  const update = useCallback(() => {
    if (!body.current) return;
    const top = body.current.getBoundingClientRect().top;
    // In steps, so that not each line that is scrolled draws the table again.
    const from = Math.floor(-top / height / 4) * 4 - margin;
    const first = Math.max(0, Math.min(from, count - 1));
    const end = Math.min(count, Math.ceil((window.innerHeight - top) / height / 4) * 4 + margin);
    setRange((before) =>
      before.first === first && before.end === end ? before : { first, end: Math.max(first, end) },
    );
  }, [body, count, height]);

  useLayoutEffect(update, [update]);
  useEffect(() => {
    addEventListener('scroll', update, { passive: true });
    addEventListener('resize', update);
    return () => {
      removeEventListener('scroll', update);
      removeEventListener('resize', update);
    };
  }, [update]);
  // A phone that is turned, or larger letters, make other rows.
  const isEmpty = count === 0;
  useLayoutEffect(() => {
    const measured = isEmpty ? undefined : body.current?.querySelector(row);
    if (!measured) return;
    const observer = new ResizeObserver(() => setHeight(measured.getBoundingClientRect().height || assumed));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [body, row, isEmpty]);

  const show = useCallback(
    (index: number) => {
      if (!body.current) return;
      const top = body.current.getBoundingClientRect().top + index * height;
      const head = body.current.previousElementSibling?.getBoundingClientRect().height ?? 0;
      if (top < head) window.scrollBy(0, top - head);
      else if (top + height > window.innerHeight) window.scrollBy(0, top + height - window.innerHeight);
      update();
    },
    [body, height, update],
  );
  const first = Math.min(range.first, Math.max(0, count - 1));
  const end = Math.min(range.end, count);
  return { first, end, above: first * height, below: (count - end) * height, show };
};
