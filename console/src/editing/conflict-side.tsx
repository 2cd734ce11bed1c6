import { useQuery } from '@tanstack/react-query';
import type { ExhibitionContent } from '../../../shared/model/exhibitions/exhibition.ts';
import { useConsole, useWords } from '../console-context.ts';
import { localeOf } from '../events/fields/locale-of.ts';
import { useTitle } from '../events/use-title.ts';
import { exhibitionFieldWords } from '../exhibitions/fields/words.ts';
import { titleOfWork } from '../exhibitions/title-of-work.ts';
import { ChangedText } from '../history/changed-text.tsx';
import { type Media, mediaFieldsBetween } from '../history/compare-contents.ts';
import { mediaFieldName } from '../history/media-field-name.ts';
import { valueInWords } from '../history/value-in-words.ts';
import { type Conflict, textsByParagraph } from '../merge/merge-contents.ts';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { conflictWords } from './conflict-words.ts';

interface SideTextProps {
  readonly before: string;
  readonly after: string;
  readonly lang: string | undefined;
}

/** What both began from is shown whole: nothing has changed in it. */
const SideText = (props: SideTextProps) =>
  props.before === props.after ? (
    <div className="changed-text" lang={props.lang}>
      {props.after}
    </div>
  ) : (
    <ChangedText {...props} />
  );

interface ConflictSideProps {
  readonly conflict: Conflict;
  readonly value: unknown;
  /** The item that both have changed; absent for one that does not exist yet. */
  readonly item: string | undefined;
  /** What a picture or file is called, by its upload. */
  readonly nameOf: (uploadId: string) => string;
}

const ItemTitle = ({ kind, id }: { kind: 'event' | 'exhibition'; id: string }) => <li>{useTitle(kind, id) ?? id}</li>;

interface CoverProps {
  readonly cover: ExhibitionContent['cover'];
  /** Absent for an exhibition that does not exist yet, which has no works. */
  readonly exhibitionId: string | undefined;
}

/** What stands for an exhibition: a photograph, or an artwork with its picture, its number and its title. */
const Cover = ({ cover: { artworkId, uploadId } = {}, exhibitionId: id = '' }: CoverProps) => {
  const { api, words } = useConsole();
  const texts = useWords(exhibitionFieldWords);
  const { data: work, isLoading } = useQuery({
    queryKey: ['exhibition', id, 'work', artworkId],
    queryFn: ({ signal }) => api.call('getStaffArtwork', { params: { id, artworkId: artworkId ?? '' }, signal }),
    enabled: artworkId !== undefined && id !== '',
  });
  if (uploadId) return <Thumbnail uploadId={uploadId} alt="" />;
  if (!artworkId) return <p>{texts.firstWork}</p>;
  if (!work) return <p>{isLoading ? words.loading : texts.otherCover}</p>;
  return (
    <>
      {work.uploadId && <Thumbnail uploadId={work.uploadId} alt="" />}
      <p>{texts.work(work.entryNumber, titleOfWork(work))}</p>
    </>
  );
};

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.join('') === '');

/** What one side has of a conflict, with the words marked that differ from what both began from. */
export const ConflictSide = ({ conflict: { id, path, base }, value, item, nameOf }: ConflictSideProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(conflictWords);
  const [list] = path;
  const isMedia = list === 'pictures' || list === 'files';
  if (id.endsWith('#order')) {
    return (
      <ol className="conflict-order">
        {(value as readonly string[]).map((one) => (
          <li key={one}>
            {list === 'pictures' && <Thumbnail uploadId={one} alt="" />}
            {nameOf(one)}
          </li>
        ))}
      </ol>
    );
  }
  if (path.join('.') === 'cover') return <Cover cover={value as ExhibitionContent['cover']} exhibitionId={item} />;
  if (isNothing(value)) return <p className="help">{isNothing(base) ? texts.empty : texts.removed}</p>;
  if (list === 'eventIds' || list === 'exhibitionId') {
    const kind = list === 'eventIds' ? 'event' : 'exhibition';
    return (
      <ul>
        {[value].flat().map((one) => (
          <ItemTitle key={String(one)} kind={kind} id={String(one)} />
        ))}
      </ul>
    );
  }
  if (isMedia && path.length === 2) {
    const fields = mediaFieldsBetween(value === base ? undefined : (base as Media | undefined), value as Media);
    return fields.map((field) => (
      <div key={field.path}>
        <h3>{mediaFieldName(field.path, language)}</h3>
        <SideText
          before={String(value === base ? field.after : (field.before ?? ''))}
          after={String(field.after ?? '')}
          lang={localeOf(field.path, site.locales)}
        />
      </div>
    ));
  }
  const surroundings = { words, language, site };
  const isText = textsByParagraph.includes(path.at(-1) ?? '');
  const inWords = (side: unknown): string => {
    if (path.at(-1) === 'focalPoint' && side)
      return String(mediaFieldsBetween(undefined, { uploadId: '', focalPoint: side } as Media)[0]?.after ?? '');
    const parts = Array.isArray(side) ? side : [side];
    return parts.map((part) => valueInWords(path.join('.'), part, surroundings)).join(isText ? '\n\n' : '\n');
  };
  return <SideText before={inWords(base)} after={inWords(value)} lang={localeOf(path.join('.'), site.locales)} />;
};
