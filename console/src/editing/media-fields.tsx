import { memo } from 'react';
import { useFields } from '../events/fields/use-fields.ts';
import type { FileOwner } from '../events/file-facts.tsx';
import { Files } from '../events/files.tsx';
import { Pictures } from '../events/pictures.tsx';
import type { EditorParts } from './item-editor.tsx';
import type { ItemAccess, WrittenContent } from './written-kind.ts';

interface MediaFieldsProps<S extends FileOwner> extends Pick<EditorParts<unknown, S>, 'written' | 'added' | 'changed'> {
  readonly kind: ItemAccess<S>;
  readonly saved: S | undefined;
  /** The first picture stands for it in lists. */
  readonly isFirstCover?: boolean;
}

const AllMediaFields = <S extends FileOwner>({
  kind,
  saved,
  isFirstCover = false,
  written,
  added,
  changed,
}: MediaFieldsProps<S>) => {
  const { content, change, readOnly, errorOf } = useFields<WrittenContent>();
  return (
    <>
      <Pictures
        {...{ isFirstCover, written, readOnly, errorOf }}
        pictures={content.pictures}
        onChange={(make) => change((now) => ({ ...now, pictures: [...make(now.pictures)] }))}
        onChosen={added('picture')}
      />
      <Files
        {...{ kind, saved, written, readOnly, errorOf, changed }}
        files={content.files}
        onChange={(make) => change((now) => ({ ...now, files: [...make(now.files)] }))}
        onChosen={added('document')}
      />
    </>
  );
};

/** The pictures and files of what is written. */
export const MediaFields = memo(AllMediaFields) as typeof AllMediaFields;
