import type { Document } from '../../model/files/document.ts';
import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';

const valuesOf = (metadata: NonNullable<Document['metadata']>): string =>
  metadata.map(({ name, value }) => `${name}: ${value}`).join('; ');

/**
 * Why a document may be public only once an editor has confirmed it; `undefined` where nobody has to. One that is
 * signed is published as it is, whatever it tells; what is hidden in one, readers can show.
 */
export const documentRefusal = ({
  text,
  metadata,
  hidden,
}: Pick<Document, 'text' | 'metadata' | 'hidden'>): Reason | undefined => {
  if (hidden?.length) return reason('fileHidesParts', { hidden });
  if (metadata?.length) return reason('fileShowsAuthors', { values: valuesOf(metadata) });
  if (text !== 'extracted') return reason('fileNotRead');
  return metadata && reason('fileSigned');
};
