import type { Node } from 'prosemirror-model';
import { uploadOfAddress } from '../../../shared/model/files/text-pictures.ts';
import { useWords } from '../console-context.ts';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { textWords } from './words.ts';

interface PictureInTextProps {
  readonly node: Node;
  readonly readOnly: boolean;
  readonly onEdit: () => void;
}

/** A picture in a text: what it is of an upload, and a link where it is of another site, as readers get it. */
export const PictureInText = ({ node, readOnly, onEdit }: PictureInTextProps) => {
  const words = useWords(textWords).picture;
  const { src, alt, title } = node.attrs as { src: string; alt: string; title: string };
  const uploadId = uploadOfAddress(src);
  if (uploadId === undefined) {
    return (
      <span className="foreign" title={words.foreign}>
        {alt || src} <small>{words.foreign}</small>
      </span>
    );
  }
  return (
    <span className="figure">
      <Thumbnail uploadId={uploadId} alt={alt} />
      <span className="words">
        {title && <span className="caption">{title}</span>}
        {alt ? <small>{alt}</small> : <small className="error">{words.noAlt}</small>}
        {!readOnly && (
          <button type="button" onClick={onEdit}>
            {words.edit}
          </button>
        )}
      </span>
    </span>
  );
};
