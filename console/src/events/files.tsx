import { useConsole, useWords } from '../console-context.ts';
import type { ItemAccess } from '../editing/written-kind.ts';
import { TextField } from '../ui/field.tsx';
import { moved } from '../ui/moved.ts';
import { OrderedList } from '../ui/ordered-list.tsx';
import { languageName } from '../words/language-name.ts';
import { AddUploads } from './add-uploads.tsx';
import { attachmentWords } from './attachment-words.ts';
import type { StaffEvent } from './content.ts';
import { FileFacts, type FileOwner } from './file-facts.tsx';
import { withWords } from './with-words.ts';

type EventFile = StaffEvent['files'][number];

interface FilesProps<S extends FileOwner> {
  readonly kind: ItemAccess<S>;
  /** What they belong to, as it is saved; undefined before that. */
  readonly saved: S | undefined;
  readonly files: readonly EventFile[];
  /** The languages that it is written in: each needs the title of every file. */
  readonly written: readonly string[];
  readonly onChange: (change: (files: readonly EventFile[]) => readonly EventFile[]) => void;
  readonly onChosen: (uploadIds: readonly string[]) => void;
  readonly changed: (saved: S) => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly readOnly: boolean;
}

/** The documents of an item that readers can open, each under a title in every language. */
export const Files = <S extends FileOwner>({
  kind,
  saved,
  files,
  written,
  onChange,
  onChosen,
  changed,
  errorOf,
  readOnly,
}: FilesProps<S>) => {
  const { language, site } = useConsole();
  const texts = useWords(attachmentWords);
  return (
    <section className="files" aria-labelledby="files">
      <h2 id="files">
        {texts.document.title}
        {files.length > 0 && ` (${files.length})`}
      </h2>
      {!readOnly && <AddUploads kind="document" present={files.map(({ uploadId }) => uploadId)} onChosen={onChosen} />}
      <OrderedList
        items={files}
        keyOf={({ uploadId }) => uploadId}
        nameOf={({ title }, index) => title[language] || texts.nthFile(index + 1)}
        readOnly={readOnly}
        onMove={(from, to) => onChange((all) => moved(all, from, to))}
        onRemove={(index) => onChange((all) => all.filter((_one, n) => n !== index))}
      >
        {({ uploadId, title }, index) => (
          <>
            <FileFacts {...{ kind, saved, uploadId, changed }} />
            {errorOf(`files.${index}.uploadId`) && <p className="error">{errorOf(`files.${index}.uploadId`)}</p>}
            {site.locales.map((locale) => (
              <TextField
                key={locale}
                lang={locale}
                readOnly={readOnly}
                label={texts.fileTitle(languageName(locale, language))}
                value={title[locale] ?? ''}
                help={written.includes(locale) && !title[locale] ? texts.missing : undefined}
                name={`files.${index}.title.${locale}`}
                error={errorOf(`files.${index}.title.${locale}`)}
                onChange={(text) =>
                  onChange((all) =>
                    all.map((file, n) =>
                      n === index ? { ...file, title: withWords(file.title, locale, text) } : file,
                    ),
                  )
                }
              />
            ))}
          </>
        )}
      </OrderedList>
    </section>
  );
};
