import type { Viewer } from 'openseadragon';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useCommon, useWords } from '../console-context.ts';
import type { ListedWork } from './use-jury-works.ts';
import { juryWords } from './words.ts';

interface ZoomDialogProps {
  readonly picture: NonNullable<ListedWork['image']>;
  readonly title: string;
  readonly onClose: () => void;
}

/** How much one press enlarges. */
const step = 1.5;

/**
 * OpenSeadragon puts a style into the page, which the policy forbids, unless one is marked as that already:
 * `juries.css` has its rule. An element `style` without a namespace is no style to the browser, and OpenSeadragon
 * finds it by its name.
 */
const markStyle = (): void => {
  const mark = 'data-openseadragon-mobile-css';
  if (document.querySelector(`style[${mark}]`)) return;
  const style = document.createElementNS(null, 'style');
  style.setAttribute(mark, '');
  document.head.append(style);
};

/**
 * Shows a picture in an element as far as its largest form goes. The viewer is loaded when somebody first looks closer.
 */
const openViewer = async (
  element: HTMLElement,
  { renditions }: ZoomDialogProps['picture'],
  signal: AbortSignal,
): Promise<Viewer | undefined> => {
  const { default: OpenSeadragon } = await import('openseadragon');
  if (signal.aborted) return undefined;
  markStyle();
  return OpenSeadragon({
    element,
    // WebGL would need the store to allow other origins to read its pictures.
    drawer: 'canvas',
    tileSources: {
      type: 'legacy-image-pyramid',
      levels: renditions
        .filter(({ type }) => type === 'image/jpeg')
        .map(({ url, width, height }) => ({ url, width, height })),
    } as never,
    showNavigationControl: false,
    visibilityRatio: 0.5,
    maxZoomPixelRatio: 3,
    animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.8,
  });
};

/** A work on the whole screen, to be enlarged and moved by fingers, mouse or keys. */
export const ZoomDialog = ({ picture, title, onClose }: ZoomDialogProps) => {
  const { words } = useCommon();
  const texts = useWords(juryWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer>(undefined);
  const [hasFailed, setFailed] = useState(false);
  const id = useId();
  // Before it leaves the page: afterwards the browser would not return the focus.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture stays as long as the dialogue is open
  useEffect(() => {
    const opening = new AbortController();
    void openViewer(stage.current as HTMLDivElement, picture, opening.signal).then(
      (opened) => {
        if (!opened) return;
        viewer.current = opened;
        opened.canvas.setAttribute('role', 'img');
        opened.canvas.setAttribute('aria-label', texts.zoomHelp);
        opened.addHandler('open-failed', () => setFailed(true));
        opened.addHandler('tile-load-failed', () => setFailed(true));
        opened.canvas.focus();
      },
      () => setFailed(true),
    );
    return () => {
      opening.abort();
      viewer.current?.destroy();
      viewer.current = undefined;
    };
  }, []);
  const zoomBy = (factor: number) => {
    viewer.current?.viewport.zoomBy(factor);
    viewer.current?.viewport.applyConstraints();
  };
  return (
    <dialog ref={dialog} aria-labelledby={id} className="jury-zoom" onCancel={onClose}>
      <div className="jury-zoom-bar">
        <h2 id={id}>{title}</h2>
        <button type="button" onClick={() => zoomBy(step)}>
          {texts.zoomIn}
        </button>
        <button type="button" onClick={() => zoomBy(1 / step)}>
          {texts.zoomOut}
        </button>
        <button type="button" onClick={() => viewer.current?.viewport.goHome()}>
          {texts.zoomWhole}
        </button>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      {hasFailed && (
        <p role="alert" className="failure">
          {texts.zoomFailed}
        </p>
      )}
      <div ref={stage} className="jury-stage" />
    </dialog>
  );
};
