import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { itemKindOf } from '../../../shared/model/events/event-kind.ts';
import { useConsole } from '../console-context.ts';
import { BesideTexts } from '../editing/beside-texts.tsx';
import { ItemEditor } from '../editing/item-editor.tsx';
import { MediaFields } from '../editing/media-fields.tsx';
import { Publication } from '../publication/publication.tsx';
import { Failure } from '../ui/failure.tsx';
import { begunContent } from './begun-content.ts';
import type { Content, StaffEvent } from './content.ts';
import { AboutFields } from './fields/about-fields.tsx';
import { BasicFields } from './fields/basic-fields.tsx';
import { NoticeFields } from './fields/notice-fields.tsx';
import { TranslationFields } from './fields/translation-fields.tsx';
import { VisitorFields } from './fields/visitor-fields.tsx';
import { WhenFields } from './fields/when-fields.tsx';
import { WhereFields } from './fields/where-fields.tsx';
import { may } from './may.ts';
import { writtenEvent } from './written-event.ts';

/** An event on the desk, or one that is begun. */
export const EventPage = ({ id }: { id: string | undefined }) => {
  const { api, words } = useConsole();
  const event = useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) => api.call('getStaffEvent', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    // The editor itself asks what another person has saved.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (event.error) return <Failure error={event.error} words={words} retry={() => event.refetch()} />;
  if (id !== undefined && !event.data) return <p>{words.loading}</p>;
  return <EventEditor key={id ?? 'new'} event={event.data} />;
};

/** Notices have neither pictures nor files. */
const hasMedia = (content: Content): boolean => itemKindOf(content) !== 'notice';

/** What an event has beside its texts, pictures and files. */
const OccasionFields = memo(() => (
  <>
    <WhenFields />
    <WhereFields />
    <VisitorFields />
    <AboutFields />
  </>
));

const EventEditor = ({ event }: { event: StaffEvent | undefined }) => {
  const { words, person, site } = useConsole();
  const [search] = useSearchParams();
  const [kind] = useState(() => (event ? writtenEvent : { ...writtenEvent, emptyContent: begunContent(search, site) }));
  return (
    <ItemEditor
      kind={kind}
      saved={event}
      readOnly={event !== undefined && !may('changeEvent', event, person)}
      outdated={event?.outdatedLocales ?? []}
      hasMedia={hasMedia}
      heading={(title) => (
        <>
          <p>
            <Link href="/events">{words.editor.back}</Link>
          </p>
          <h1>{title}</h1>
        </>
      )}
      fields={({ content, changed, written, added }) => {
        const item = itemKindOf(content);
        return (
          <>
            <BasicFields isNew={!event} />
            <TranslationFields {...{ event, changed }} />
            <BesideTexts>
              {hasMedia(content) && (
                <MediaFields kind={writtenEvent} saved={event} isFirstCover {...{ written, added, changed }} />
              )}
              {/* What is folded at first follows what it is said to be. */}
              {item === 'event' && <OccasionFields key={content.kind} />}
            </BesideTexts>
            {item === 'notice' && <NoticeFields />}
          </>
        );
      }}
      aside={({ locale, isDirty, changed, show }) =>
        event && <Publication {...{ event, locale, isDirty, changed }} onField={show} />
      }
    />
  );
};
