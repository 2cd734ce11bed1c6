import { useState } from 'react';
import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { writtenKinds } from '../editing/written-kinds.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { momentInWords } from '../ui/dates.ts';
import { tellDrafts } from './draft-changes.ts';
import { forgetDraft } from './local-draft.ts';
import { titleIn } from './title-in.ts';
import { type ListedDraft, useDrafts } from './use-drafts.ts';
import { draftWords } from './words.ts';
import './drafts.css';

const pathOf = ({ id, kind = 'event', item = 'new' }: ListedDraft): string =>
  `${writtenKinds[kind].path}/${item}?draft=${id}`;

/**
 * What the person has written on this device and not saved: each leads to its editor, or is deleted. Nothing where
 * there is nothing.
 */
export const UnsavedDrafts = ({ heading: Heading = 'h2' }: { readonly heading?: 'h1' | 'h2' }) => {
  const { words: common, language, site, announce, uploads } = useConsole();
  const words = useWords(draftWords);
  const drafts = useDrafts();
  const [leaving, setLeaving] = useState<ListedDraft>();
  if (drafts.length === 0) return null;
  const nameOf = (draft: ListedDraft) => titleIn(draft.content) ?? common.events.untitled;
  const remove = async ({ id }: ListedDraft) => {
    await forgetDraft(id);
    uploads.retarget(id, undefined);
    tellDrafts();
    setLeaving(undefined);
    announce(words.deleted);
  };
  return (
    <section className="drafts" aria-labelledby="drafts">
      <Heading id="drafts" tabIndex={-1}>
        {words.title}
      </Heading>
      <p className="help">{words.help}</p>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            {draft.isOpen ? <span>{nameOf(draft)}</span> : <Link href={pathOf(draft)}>{nameOf(draft)}</Link>}
            <small>
              {momentInWords(draft.writtenAt, language, site.timeZone)}
              {draft.isOpen && ` · ${words.open}`}
              {draft.asked && ` · ${words.waiting}`}
            </small>
            {!draft.isOpen && (
              <button type="button" aria-label={words.deleteOf(nameOf(draft))} onClick={() => setLeaving(draft)}>
                {words.delete}
              </button>
            )}
          </li>
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={words.deleteTitle(nameOf(leaving))}
          label={words.delete}
          act={() => remove(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{words.deleteHelp}</p>
        </ConfirmDialog>
      )}
    </section>
  );
};
