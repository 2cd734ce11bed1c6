import { useQuery } from '@tanstack/react-query';
import { confirmationOf } from '../../../shared/model/names/confirmed-mention.ts';
import { fieldPathOf } from '../../../shared/model/names/text-fields.ts';
import { useConsole, useWords } from '../console-context.ts';
import { fieldName } from '../events/field-name.ts';
import type { PublicationSource, PublishedItem, Seen } from './publication-source.ts';
import { publicationWords } from './words.ts';

interface Refusal {
  readonly path: string;
  readonly code?: string | undefined;
  readonly message: string;
}

interface RefusalsProps {
  readonly item: PublishedItem;
  readonly source: PublicationSource;
  readonly errors: readonly Refusal[];
  /** Leads to a field of the editor. */
  readonly onField: ((path: string) => void) | undefined;
  /** Says what an editor has looked at. */
  readonly onConfirm?: ((seen: Seen) => void) | undefined;
}

/** What may be published once an editor has read it. */
const readByPerson: readonly (string | undefined)[] = [
  'fileNotRead',
  'fileShowsAuthors',
  'fileSigned',
  'fileHidesParts',
];

/** What keeps an item from the public, each with its field, and what an editor can do about it there and then. */
export const Refusals = ({ item, source, errors, onField, onConfirm }: RefusalsProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(publicationWords);
  const mentions = useQuery({
    queryKey: ['mentions', source.key, item.version],
    queryFn: ({ signal }) => source.listMentions(signal),
    enabled: onConfirm !== undefined && errors.some(({ code }) => code === 'mayNameWithheld'),
  });
  const openAt = (path: string) =>
    (mentions.data?.items ?? []).filter(
      ({ place, weight, isConfirmed }) => weight === 'confirm' && !isConfirmed && fieldPathOf(place) === path,
    );
  const confirmMentions = (path: string) =>
    onConfirm?.({
      confirmedMentions: [...(item.confirmedMentions ?? []), ...openAt(path).map(confirmationOf)],
    });
  const confirmFile = (path: string) => {
    const uploadId = item.files[Number(path.split('.')[1])]?.uploadId;
    if (uploadId) onConfirm?.({ confirmedFiles: [...(item.confirmedFiles ?? []), uploadId] });
  };
  return (
    <ul className="refusals">
      {errors.map(({ path, code, message }) => {
        const name = fieldName(path, { words, language, locales: site.locales });
        const found = onConfirm && code === 'mayNameWithheld' ? openAt(path) : [];
        const entries = found.map(({ entryNumber, kind }) => texts.entry(entryNumber, texts.mentionKinds[kind]));
        return (
          <li key={`${path} ${message}`}>
            {onField ? (
              <button type="button" className="plain" onClick={() => onField(path)}>
                {name}
              </button>
            ) : (
              name
            )}
            : {message}
            {found.length > 0 && (
              <>
                <p className="help">{entries.join(', ')}</p>
                <button type="button" onClick={() => confirmMentions(path)}>
                  {texts.another}
                </button>
              </>
            )}
            {onConfirm && readByPerson.includes(code) && (
              <button type="button" onClick={() => confirmFile(path)}>
                {texts.fileRead}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
