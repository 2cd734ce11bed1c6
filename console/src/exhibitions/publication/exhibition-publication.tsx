import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { type ExhibitionAction, isBlind } from '../../../../shared/model/staff/permissions.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { ActNotices } from '../../publication/act-notices.tsx';
import { Addresses } from '../../publication/addresses.tsx';
import { isPublishedAs, type PublicationRequest } from '../../publication/is-published-as.ts';
import { Missing } from '../../publication/missing.tsx';
import { PreviewLinks } from '../../publication/preview-links.tsx';
import { Previews } from '../../publication/previews.tsx';
import { PublishDialog } from '../../publication/publish-dialog.tsx';
import { Refusals } from '../../publication/refusals.tsx';
import { Undo } from '../../publication/undo.tsx';
import { usePublicationActs } from '../../publication/use-publication-acts.ts';
import { useWithdrawn } from '../../publication/use-withdrawn.ts';
import { WithdrawDialog } from '../../publication/withdraw-dialog.tsx';
import { publicationWords } from '../../publication/words.ts';
import { momentInWords } from '../../ui/dates.ts';
import { Failure } from '../../ui/failure.tsx';
import { may } from '../may.ts';
import { exhibitionPublication } from '../publication-source.ts';
import type { StaffExhibition } from '../staff-exhibition.ts';
import { writtenExhibition } from '../written-exhibition.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { isBeingPublished } from './moves.ts';
import { PublishingNote } from './publishing-note.tsx';
import { stageWords } from './words.ts';
import '../../publication/publication.css';

interface ExhibitionPublicationProps {
  readonly exhibition: StaffExhibition;
  /** The language that is written in. */
  readonly locale: string;
  /** What is written differs from what is saved: it could not be published. */
  readonly isDirty: boolean;
  readonly changed: (exhibition: StaffExhibition) => void;
  /** Leads to a field of the editor, by its path. */
  readonly onField: (path: string) => void;
}

type Opened = 'publish' | 'withdraw' | 'links' | 'erase';

/** Whether an exhibition is public, in which languages and until when; and what can be done about it. */
export const ExhibitionPublication = ({
  exhibition,
  locale,
  isDirty,
  changed,
  onField,
}: ExhibitionPublicationProps) => {
  const { api, words, language, site, person, announce } = useConsole();
  const texts = useWords(publicationWords);
  const stages = useWords(stageWords);
  const [, navigate] = useLocation();
  const acts = usePublicationActs<StaffExhibition, Opened>({
    ...{ kind: writtenExhibition, item: exhibition, changed, onField },
  });
  const { open, isBusy, failure, heading, lastAct, run, confirm, show, close, toField } = acts;
  const { id, version, status, publishedLocales } = exhibition;
  const params = { id };
  const source = useMemo(() => exhibitionPublication(api, id), [api, id]);
  const can = (action: ExhibitionAction) => may(action, exhibition, person);
  const isPublic = status === 'published' || status === 'scheduled';
  const isAtWork = isBeingPublished(exhibition);
  const mayPublish = can('publishExhibition') && !isAtWork;
  const failed = exhibition.publishing?.errors;

  const saidOf = (after: StaffExhibition): string => {
    if (isBeingPublished(after)) return stages.publishing;
    return after.status === 'scheduled' && after.publishedAt
      ? texts.planned(momentInWords(after.publishedAt, language, site.timeZone))
      : texts.done;
  };
  const publish = (body: PublicationRequest, of = version, said = saidOf) =>
    run({
      call: () => api.call('publishExhibition', { params, version: of, body }),
      isDone: (after) => isBeingPublished(after) || isPublishedAs(body, after),
      said,
    });
  const withdraw = (hideTitle: boolean) => {
    const { publishedAt, unpublishAt = null, hasUnpublishedChanges } = exhibition;
    const again = {
      ...{ locales: [...publishedLocales], unpublishAt },
      ...(status === 'scheduled' && publishedAt && { publishAt: publishedAt }),
    };
    const undoOf = (after: StaffExhibition) => () => void publish(again, after.version, () => texts.undone);
    return run({
      call: () => api.call('unpublishExhibition', { params, version, body: { hideTitle } }),
      isDone: (after) => after.publishedLocales.length === 0,
      said: () => texts.withdrawn,
      // What was changed since would become public by it.
      undoOf: hasUnpublishedChanges ? undefined : undoOf,
    });
  };
  const withdrawn = useWithdrawn(exhibition, source, mayPublish && can('readExhibitionRevisions'));
  const undo = lastAct?.undo ?? (withdrawn && (() => void publish(withdrawn, version, () => texts.undone)));
  const ended = (after: StaffExhibition) => {
    changed(after);
    announce(after.publishing?.errors ? stages.failed : saidOf(after));
  };
  const isErasable = person.role === 'admin' && ['draft', 'withdrawn', 'archived'].includes(status) && !isAtWork;
  return (
    <aside className="publication" aria-labelledby="publication">
      <h2 id="publication" ref={heading} tabIndex={-1}>
        {texts.title}
      </h2>
      {isAtWork && <PublishingNote exhibition={exhibition} onEnd={ended} />}
      {failed && (
        <div className="failure">
          <p>{stages.failed}</p>
          {failed.length > 0 ? (
            <Refusals item={exhibition} source={source} errors={failed} onField={onField} />
          ) : (
            <p>{stages.failedForEditors}</p>
          )}
        </div>
      )}
      {isPublic && publishedLocales.length > 0 && <Addresses item={exhibition} source={source} />}
      {isPublic && exhibition.hasUnpublishedChanges && (
        <p>
          {texts.changed}{' '}
          {can('readExhibitionRevisions') && (
            <Link href={`/exhibitions/${id}/history?version=${version}&against=public`}>{texts.compare}</Link>
          )}
        </p>
      )}
      <p className="actions">
        {mayPublish && (
          <button type="button" className="primary" disabled={isDirty} onClick={show('publish')}>
            {texts.publish}
          </button>
        )}
        {can('unpublishExhibition') && isPublic && (
          <button type="button" onClick={show('withdraw')}>
            {texts.withdraw}
          </button>
        )}
        {can('archiveExhibition') && !isAtWork && (
          <button
            type="button"
            disabled={isDirty}
            onClick={() =>
              void run({
                call: () => api.call('archiveExhibition', { params, version }),
                isDone: (after) => after.status === 'archived',
                said: () => texts.archived,
              })
            }
          >
            {texts.archive}
          </button>
        )}
        {can('unarchiveExhibition') && (
          <button
            type="button"
            className="primary"
            onClick={() =>
              void run({
                call: () => api.call('unarchiveExhibition', { params, version, body: {} }),
                isDone: (after) => after.status !== 'archived',
                said: () => texts.unarchived,
              })
            }
          >
            {texts.unarchive}
          </button>
        )}
      </p>
      {isDirty && <p className="help">{texts.saveFirst}</p>}
      {!isPublic && status !== 'archived' && !mayPublish && !isAtWork && (
        <p className="help">{isBlind(exhibition) ? stages.revealFirst : stages.selectFirst}</p>
      )}
      {failure !== undefined && !open && <Failure error={failure} words={words} />}
      {undo && <Undo onUndo={undo} />}
      {lastAct && <ActNotices answer={lastAct.answer} source={source} onField={toField} />}
      {can('changeExhibition') && (!isPublic || exhibition.hasUnpublishedChanges) && (
        <Missing
          item={exhibition}
          {...{ source, onField }}
          onConfirm={can('publishExhibition') && !isDirty ? (seen) => void confirm(seen) : undefined}
        />
      )}
      {can('previewExhibition') && <Previews item={exhibition} {...{ source, isDirty }} written={locale} />}
      <p className="actions">
        <button type="button" onClick={show('links')}>
          {texts.links}
        </button>
        {isErasable && (
          <button type="button" disabled={isDirty} onClick={show('erase')}>
            {stages.erase}
          </button>
        )}
      </p>
      {open === 'publish' && (
        <PublishDialog
          item={exhibition}
          {...{ source, isBusy, failure }}
          onPublish={(request) => void publish(request)}
          onConfirm={(seen) => void confirm(seen)}
          onField={toField}
          onClose={close}
        >
          <p>{stages.publishHelp(exhibition.selection?.artworkIds?.length ?? 0)}</p>
        </PublishDialog>
      )}
      {open === 'withdraw' && (
        <WithdrawDialog
          {...{ publishedLocales, isBusy, failure }}
          hasTime={exhibition.opensOn !== undefined}
          isWhole
          onWithdraw={(_locales, hideTitle) => void withdraw(hideTitle)}
          onClose={close}
        />
      )}
      {open === 'links' && (
        <PreviewLinks
          item={exhibition}
          source={source}
          mayCreate={can('previewExhibition')}
          mayRevoke={can('revokeExhibitionPreview')}
          onClose={close}
        />
      )}
      {open === 'erase' && (
        <EraseDialog
          exhibition={exhibition}
          onErased={(artworks) => {
            announce(stages.erased(artworks));
            navigate('/exhibitions');
          }}
          onClose={close}
        />
      )}
    </aside>
  );
};
