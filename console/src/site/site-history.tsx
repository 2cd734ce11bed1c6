import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { nameOf } from '../events/content.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { useStable } from '../ui/use-stable.ts';
import { useStop } from '../ui/use-stop.ts';
import { EraseVersions } from './erase-versions.tsx';
import type { Site } from './site.ts';
import { siteWords } from './words.ts';

interface SiteHistoryProps {
  /** The version that holds. */
  readonly current: number;
  readonly canTake: boolean;
  /** Something is written in the form, whose place a version would take. */
  readonly isDirty: boolean;
  readonly onTake: (site: Site) => void;
}

/** The versions of the settings: who has saved each when, and a way to put one into the form. */
export const SiteHistory = ({ current, canTake, isDirty, onTake }: SiteHistoryProps) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(siteWords);
  /** The version that is to take the place of what is written, once the person has confirmed it. */
  const [asked, setAsked] = useState<number>();
  const list = useInfiniteQuery({
    queryKey: ['site revisions', current],
    queryFn: ({ pageParam, signal }) =>
      api.call('listSiteRevisions', { query: { cursor: pageParam, limit: '20' }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const isWritten = useStable(() => isDirty);
  const { failure, attempt } = useAttempt();
  // Who closes the list, or leaves the screen, wants none of its versions any more.
  const { run } = useStop();
  /** Puts a version into the form once it is there; asks first where something is written there by then. */
  const take = (version: number, mayReplace: boolean) =>
    run(async (signal) => {
      const found = await api.call('getSiteRevision', { params: { version }, signal });
      if (!mayReplace && isWritten()) return setAsked((open) => open ?? version);
      onTake(found);
      setAsked(undefined);
      announce(texts.taken(version));
    });
  return (
    <>
      {list.error && <Failure error={list.error} words={words} retry={() => list.refetch()} />}
      <ol className="former" aria-label={texts.history}>
        {list.data?.pages
          .flatMap(({ items }) => items)
          .map(({ version, createdAt, createdBy }) => (
            <li key={version}>
              <span>
                {texts.version(
                  version,
                  nameOf(createdBy),
                  createdAt ? momentInWords(createdAt, language, site.timeZone) : '',
                )}
              </span>
              {canTake && version !== current && (
                <button
                  type="button"
                  aria-label={texts.take(version)}
                  onClick={() =>
                    isDirty ? setAsked(version) : void attempt(() => take(version, false), String(version))
                  }
                >
                  ↺
                </button>
              )}
            </li>
          ))}
      </ol>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <MoreButton list={list} />
      {asked !== undefined && (
        <ConfirmDialog
          title={texts.takeTitle(asked)}
          label={texts.takeConfirm}
          act={() => take(asked, true)}
          onClose={() => setAsked(undefined)}
        >
          <p>{texts.takeHelp}</p>
        </ConfirmDialog>
      )}
      {canTake && list.data && (
        <p className="actions">
          <EraseVersions current={current} onErased={() => void list.refetch()} />
        </p>
      )}
    </>
  );
};
