import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { itemKindOf } from '../../../shared/model/events/event-kind.ts';
import { leadsSomewhere } from '../../../shared/model/markdown/leads-somewhere.ts';
import { linkTo, parseItemLink } from '../../../shared/model/site/item-link.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { LeaveButton } from '../ui/leave-button.tsx';
import { textWords } from './words.ts';

interface LinkDialogProps {
  readonly address: string;
  /** Nothing is selected that could be the link. */
  readonly needsWords: boolean;
  readonly lang: string;
  readonly onApply: (address: string, words: string) => void;
  readonly onRemove: (() => void) | undefined;
  readonly onClose: () => void;
}

/** An address as a link takes it: what people leave out of addresses is added. */
const completed = (text: string): string => {
  const address = text.trim();
  if (/^[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+$/.test(address)) return `mailto:${address}`;
  return /^(?:www\.)?[^\s/:@]+\.\p{L}{2,}(?:[/?#]\S*)?$/u.test(address) ? `https://${address}` : address;
};

const isAddress = (address: string): boolean =>
  parseItemLink(address) !== undefined || (/^(?:[a-z]+:|\/|#)\S+$/i.test(address) && leadsSomewhere(address));

/** How many items a search shows. */
const mostFound = 8;

/** Where a link leads: an address, or an item of the site, to which it leads whatever address that has later. */
export const LinkDialog = ({ needsWords, lang, onApply, onRemove, onClose, ...given }: LinkDialogProps) => {
  const { api, words: general } = useConsole();
  const words = useWords(textWords).link;
  const [address, setAddress] = useState(given.address);
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [q, setQ] = useState('');
  const searched = useDeferredValue(q.trim());
  const list = useId();
  // A person who has only searched loses nothing with the dialogue.
  const isChanged = address !== given.address || text !== '';
  const found = useQuery({
    queryKey: ['events', 'link', searched],
    queryFn: ({ signal }) =>
      api.call('listStaffEvents', { query: { q: searched, limit: String(mostFound) as never }, signal }),
    enabled: searched.length > 1,
    placeholderData: (before) => before,
  });
  // To a notice nothing links.
  const items = found.data?.items.filter((item) => itemKindOf(item) !== 'notice') ?? [];
  return createPortal(
    <Dialog title={words.title} onClose={onClose} unsaved={isChanged ? general.leaveTyped : undefined}>
      <form
        className="text-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          const whole = completed(address);
          if (isAddress(whole)) onApply(whole, text.trim() || title);
          else setWrong(true);
        }}
      >
        <TextField
          label={words.address}
          help={title ? words.chosen(title) : words.addressHelp}
          error={isWrong ? words.wrong : undefined}
          value={address}
          onChange={(value) => {
            setAddress(value);
            setTitle('');
            setWrong(false);
          }}
        />
        {needsWords && <TextField label={words.words} lang={lang} value={text} onChange={setText} />}
        <TextField label={words.search} value={q} onChange={setQ} />
        <div role="status">{searched.length > 1 && found.data && items.length === 0 && <p>{words.none}</p>}</div>
        {searched.length > 1 && items.length > 0 && (
          <>
            <h3 id={list}>{words.found}</h3>
            <ul aria-labelledby={list} className="found">
              {items.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    onClick={() => {
                      const { kind, id } = linkTo(item);
                      setAddress(`${kind}:${id}`);
                      setTitle(item.displayTitle);
                      setWrong(false);
                    }}
                  >
                    {item.displayTitle}
                  </button>
                  <small>{general.statuses[item.status]}</small>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="actions">
          <button type="submit" className="primary">
            {words.apply}
          </button>
          {onRemove && (
            <button type="button" onClick={onRemove}>
              {words.remove}
            </button>
          )}
          <LeaveButton />
        </p>
      </form>
    </Dialog>,
    document.body,
  );
};
