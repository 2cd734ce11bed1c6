import { useMemo } from 'react';
import { Link } from 'wouter';
import type { EventAction } from '../../../shared/model/staff/permissions.ts';
import { useConsole, useWords } from '../console-context.ts';
import type { StaffEvent } from '../events/content.ts';
import { isOwnChange, may } from '../events/may.ts';
import { Status } from '../events/status.tsx';
import { writtenEvent } from '../events/written-event.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { languageName } from '../words/language-name.ts';
import { Addresses } from './addresses.tsx';
import { isPublishedAs, type PublicationRequest } from './is-published-as.ts';
import { Missing } from './missing.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PreviewLinks } from './preview-links.tsx';
import { Previews } from './previews.tsx';
import { eventPublication } from './publication-source.ts';
import { PublishDialog } from './publish-dialog.tsx';
import './publication.css';
import { ActNotices } from './act-notices.tsx';
import { Review } from './review.tsx';
import { Undo } from './undo.tsx';
import { usePublicationActs } from './use-publication-acts.ts';
import { useWithdrawn } from './use-withdrawn.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { publicationWords } from './words.ts';

interface PublicationProps {
  readonly event: StaffEvent;
  /** The language that is written in. */
  readonly locale: string;
  /** What is written differs from what is saved: it could not be published. */
  readonly isDirty: boolean;
  readonly changed: (event: StaffEvent) => void;
  /** Leads to a field of the editor, by its path. */
  readonly onField?: (path: string) => void;
}

type Opened = 'publish' | 'withdraw' | 'asked' | 'returned' | 'links';

/** Whether an event is public, in which languages and until when; and what can be done about it. */
export const Publication = ({ event, locale, isDirty, changed, onField }: PublicationProps) => {
  const { api, words, language, site, person } = useConsole();
  const texts = useWords(publicationWords);
  const acts = usePublicationActs<StaffEvent, Opened>({ kind: writtenEvent, item: event, changed, onField });
  const { open, isBusy, failure, heading, lastAct, run, confirm, show, close, toField } = acts;
  const { version } = event;
  const params = { id: event.id };
  const source = useMemo(() => eventPublication(api, event.id), [api, event.id]);
  const can = (action: EventAction) => may(action, event, person);
  const isOwn = Boolean(site.fourEyes) && isOwnChange(event, person);
  const isPublic = event.status === 'published' || event.status === 'scheduled';

  const saidOf = ({ status, publishedAt }: StaffEvent): string =>
    status === 'scheduled' && publishedAt
      ? texts.planned(momentInWords(publishedAt, language, site.timeZone))
      : texts.done;
  const publish = (body: PublicationRequest, of = version, said = saidOf) =>
    run({
      call: () => api.call('publishEvent', { params, version: of, body }),
      isDone: (after) => isPublishedAs(body, after),
      said,
    });
  const withdraw = (locales: readonly string[], hideTitle: boolean) => {
    const isWhole = locales.length === event.publishedLocales.length;
    const { status, publishedAt, unpublishAt = null, hasUnpublishedChanges } = event;
    const again = {
      ...{ locales: [...locales], unpublishAt },
      ...(status === 'scheduled' && publishedAt && { publishAt: publishedAt }),
    };
    const undoOf = (after: StaffEvent) => () => void publish(again, after.version, () => texts.undone);
    const names = locales.map((locale) => languageName(locale, language)).join(', ');
    return run({
      call: () => {
        const body = { hideTitle, ...(!isWhole && { locales: [...locales] }) };
        return api.call('unpublishEvent', { params, version, body });
      },
      isDone: ({ publishedLocales }) => !locales.some((locale) => publishedLocales.includes(locale)),
      said: () => (isWhole ? texts.withdrawn : texts.someWithdrawn(names)),
      // What was changed since would become public by it.
      undoOf: hasUnpublishedChanges || isOwn ? undefined : undoOf,
    });
  };
  const withdrawn = useWithdrawn(event, source, can('publishEvent') && can('readRevisions') && !isOwn);
  const undo = lastAct?.undo ?? (withdrawn && (() => void publish(withdrawn, version, () => texts.undone)));
  const setStatus = (status: 'draft' | 'inReview', said: string) => (note?: string) =>
    run({
      call: () => api.call('updateEventStatus', { params, version, body: { status, ...(note?.trim() && { note }) } }),
      isDone: (after) => after.status === status,
      said: () => said,
    });
  const isAsker = event.review?.step === 'asked' && may('recallEvent', event, person) && !can('publishEvent');
  const historyLink = `/events/${event.id}/history`;
  return (
    <aside className="publication" aria-labelledby="publication">
      <h2 id="publication" ref={heading} tabIndex={-1}>
        {texts.title}
      </h2>
      <p>
        <Status status={event.status} words={words} />
      </p>
      {event.review && <Review review={event.review} />}
      {isPublic && event.publishedLocales.length > 0 && <Addresses item={event} source={source} />}
      {isPublic && event.hasUnpublishedChanges && (
        <p>
          {texts.changed}{' '}
          {can('readRevisions') && (
            <Link href={`${historyLink}?version=${version}&against=public`}>{texts.compare}</Link>
          )}
        </p>
      )}
      <p className="actions">
        {can('publishEvent') && !isOwn && (
          <button type="button" className="primary" disabled={isDirty} onClick={show('publish')}>
            {texts.publish}
          </button>
        )}
        {can('submitEvent') && (!can('publishEvent') || isOwn) && (
          <button type="button" disabled={isDirty} onClick={show('asked')}>
            {texts.ask}
          </button>
        )}
        {can('recallEvent') && (
          <button
            type="button"
            disabled={isDirty}
            onClick={isAsker ? () => void setStatus('draft', texts.takenBack)() : show('returned')}
          >
            {isAsker ? texts.takeBack : texts.sendBack}
          </button>
        )}
        {can('unpublishEvent') && isPublic && (
          <button type="button" onClick={show('withdraw')}>
            {texts.withdraw}
          </button>
        )}
        {can('archiveEvent') && (
          <button
            type="button"
            disabled={isDirty}
            onClick={() =>
              void run({
                call: () => api.call('archiveEvent', { params, version }),
                isDone: ({ status }) => status === 'archived',
                said: () => texts.archived,
              })
            }
          >
            {texts.archive}
          </button>
        )}
        {can('unarchiveEvent') && (
          <button
            type="button"
            className="primary"
            onClick={() =>
              void run({
                call: () => api.call('unarchiveEvent', { params, version, body: {} }),
                isDone: ({ status }) => status !== 'archived',
                said: () => texts.unarchived,
              })
            }
          >
            {texts.unarchive}
          </button>
        )}
      </p>
      {isDirty && <p className="help">{texts.saveFirst}</p>}
      {can('publishEvent') && isOwn && <p className="help">{texts.ownChange}</p>}
      {failure !== undefined && !open && <Failure error={failure} words={words} />}
      {undo && <Undo onUndo={undo} />}
      {lastAct && <ActNotices answer={lastAct.answer} source={source} onField={toField} />}
      {can('changeEvent') && (!isPublic || event.hasUnpublishedChanges) && (
        <Missing
          item={event}
          {...{ source, onField }}
          onConfirm={can('publishEvent') && !isDirty ? (seen) => void confirm(seen) : undefined}
        />
      )}
      {can('previewEvent') && <Previews item={event} {...{ source, isDirty }} written={locale} />}
      <p className="actions">
        <button type="button" onClick={show('links')}>
          {texts.links}
        </button>
        {can('readRevisions') && (
          <Link className="button" href={historyLink}>
            {texts.history}
          </Link>
        )}
      </p>
      {open === 'publish' && (
        <PublishDialog
          item={event}
          {...{ source, isBusy, failure }}
          onPublish={(request) => void publish(request)}
          onConfirm={(seen) => void confirm(seen)}
          onField={toField}
          onClose={close}
        />
      )}
      {open === 'withdraw' && (
        <WithdrawDialog
          publishedLocales={event.publishedLocales}
          hasTime={event.showings.length > 0}
          {...{ isBusy, failure }}
          onWithdraw={(...asked) => void withdraw(...asked)}
          onClose={close}
        />
      )}
      {(open === 'asked' || open === 'returned') && (
        <NoteDialog
          step={open}
          {...{ isBusy, failure }}
          onSend={open === 'asked' ? setStatus('inReview', texts.asked) : setStatus('draft', texts.sentBack)}
          onClose={close}
        />
      )}
      {open === 'links' && (
        <PreviewLinks
          item={event}
          source={source}
          mayCreate={can('previewEvent')}
          mayRevoke={can('revokePreview')}
          onClose={close}
        />
      )}
    </aside>
  );
};
