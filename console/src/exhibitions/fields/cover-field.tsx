import { useQuery } from '@tanstack/react-query';
import { useConsole, useWords } from '../../console-context.ts';
import { attachmentWords } from '../../events/attachment-words.ts';
import { withValue } from '../../events/content.ts';
import { useFields } from '../../events/fields/use-fields.ts';
import { fieldWords } from '../../events/fields/words.ts';
import { Choice } from '../../ui/field.tsx';
import { Thumbnail } from '../../uploads/thumbnail.tsx';
import type { StaffExhibition } from '../staff-exhibition.ts';
import { titleOfWork } from '../title-of-work.ts';
import type { Content } from '../written-exhibition.ts';
import { exhibitionFieldWords } from './words.ts';

/** The selected works of an exhibition; none while they have no ids, since the rating is blind. */
const useSelectedWorks = (exhibition: StaffExhibition | undefined) => {
  const { api } = useConsole();
  const { id = '', selection } = exhibition ?? {};
  const ids = selection?.artworkIds ?? [];
  const { data } = useQuery({
    queryKey: ['exhibition', id, 'selected works', ids],
    queryFn: async ({ signal }) => {
      const found = new Map<
        string,
        { id: string; entryNumber: number; title: string; uploadId?: string | undefined }
      >();
      let cursor: string | undefined;
      do {
        const page = await api.call('listStaffArtworks', { params: { id }, query: { cursor, limit: '100' }, signal });
        for (const work of page.items) {
          const { id: artworkId, entryNumber, uploadId } = work;
          found.set(artworkId, { id: artworkId, entryNumber, title: titleOfWork(work), uploadId });
        }
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return found;
    },
    enabled: ids.length > 0,
  });
  return ids.flatMap((one) => data?.get(one) ?? []);
};

/** What stands for an exhibition in lists and above its page: the first work, another one, or a photograph. */
export const CoverField = ({ exhibition }: { exhibition: StaffExhibition | undefined }) => {
  const { language } = useConsole();
  const { content, change, errorOf, readOnly } = useFields<Content>();
  const { names } = useWords(fieldWords);
  const texts = useWords(exhibitionFieldWords);
  const { nth } = useWords(attachmentWords);
  const works = useSelectedWorks(exhibition);
  const { cover = {}, pictures } = content;
  const value = cover.uploadId ? `uploadId ${cover.uploadId}` : cover.artworkId ? `artworkId ${cover.artworkId}` : '';
  const options: (readonly [string, string])[] = [
    ['', texts.firstWork],
    ...pictures.map(
      ({ uploadId, alt }, n) =>
        [`uploadId ${uploadId}`, `${nth(n + 1)}${alt[language] ? `: ${alt[language]}` : ''}`] as const,
    ),
    ...works.map(({ id, entryNumber, title }) => [`artworkId ${id}`, texts.work(entryNumber, title)] as const),
  ];
  const uploadId = cover.uploadId ?? works.find(({ id }) => id === cover.artworkId)?.uploadId;
  return (
    <div className="exhibition-cover">
      <Choice
        name="cover"
        label={names.cover}
        help={texts.coverHelp}
        disabled={readOnly}
        value={value}
        error={errorOf('cover.artworkId') ?? errorOf('cover.uploadId') ?? errorOf('cover')}
        onChange={(chosen) => {
          const [field = '', id] = chosen.split(' ');
          change((now) => withValue(now, ['cover'], chosen ? { [field]: id } : undefined));
        }}
        options={[
          ...options,
          // What was chosen and is no longer there.
          ...(options.some(([one]) => one === value) ? [] : [[value, texts.otherCover] as const]),
        ]}
      />
      {uploadId && <Thumbnail uploadId={uploadId} alt="" />}
    </div>
  );
};
