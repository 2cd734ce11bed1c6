import { type KeyboardEvent, useId } from 'react';
import { useWords } from '../console-context.ts';
import { renditionOf } from '../uploads/thumbnail.tsx';
import { useUpload } from '../uploads/use-upload.ts';
import './media.css';
import { mediaWords } from './words.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface FocalPointProps {
  readonly uploadId: string;
  readonly point: Point | undefined;
  readonly readOnly: boolean;
  readonly onChange: (point: Point | undefined) => void;
}

const centre: Point = { x: 0.5, y: 0.5 };

/** A share of a side, to the percent. */
const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** How far an arrow key moves it, and with Shift. */
const [step, leap] = [0.02, 0.1];

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Which point of a picture stays in sight where it is cropped: chosen by a click, or by the arrow keys. */
export const FocalPoint = ({ uploadId, point, readOnly, onChange }: FocalPointProps) => {
  const texts = useWords(mediaWords).focus;
  const id = useId();
  const upload = useUpload(uploadId);
  const rendition = upload && renditionOf(upload, 480);
  if (!rendition) return null;
  const { x, y } = point ?? centre;
  const position = `${x * 100}% ${y * 100}%`;
  const press = (event: KeyboardEvent) => {
    const [right, down] = directions[event.key] ?? [];
    if (readOnly || right === undefined || down === undefined) return;
    event.preventDefault();
    const by = event.shiftKey ? leap : step;
    onChange({ x: share(x + right * by), y: share(y + down * by) });
  };
  return (
    <div className="focus">
      <p id={id}>
        <strong>{texts.title}</strong> <span className="help">{texts.help}</span>
      </p>
      <div className="focus-parts">
        <div
          className="focus-picture"
          role="slider"
          tabIndex={0}
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(x * 100)}
          aria-valuetext={texts.at(Math.round(x * 100), Math.round(y * 100))}
          aria-readonly={readOnly}
          onKeyDown={press}
          onClick={({ clientX, clientY, currentTarget }) => {
            if (readOnly) return;
            const { left, top, width, height } = currentTarget.getBoundingClientRect();
            onChange({ x: share((clientX - left) / width), y: share((clientY - top) / height) });
          }}
        >
          <img src={rendition.url} alt="" draggable={false} />
          <span className="crosshair" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} />
        </div>
        <div className="crops">
          {(['card', 'cover', 'square'] as const).map((crop) => (
            <figure key={crop}>
              <img
                className={`crop-${crop}`}
                src={rendition.url}
                alt=""
                draggable={false}
                style={{ objectPosition: position }}
              />
              <figcaption>{texts[crop]}</figcaption>
            </figure>
          ))}
        </div>
      </div>
      {point && !readOnly && (
        <button type="button" onClick={() => onChange(undefined)}>
          {texts.reset}
        </button>
      )}
    </div>
  );
};
