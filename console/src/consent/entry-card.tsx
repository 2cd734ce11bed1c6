import { useId, useState } from 'react';
import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { AuditList } from '../history/audit-list.tsx';
import type { ConsentEntry } from './consent-entry.ts';
import { ConsentFacts } from './consent-facts.tsx';
import { ConsentForms } from './consent-forms.tsx';
import { consentWords } from './words.ts';

interface CardProps {
  readonly entry: ConsentEntry;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
  readonly onConsent: () => void;
  readonly onWithdraw: () => void;
  readonly onErase: () => void;
  readonly onAccess: () => void;
}

/** An entry of a person: what it is, who has agreed to what, and what can be done. */
export const EntryCard = ({ entry, isSelected, onSelect, onConsent, onWithdraw, onErase, onAccess }: CardProps) => {
  const texts = useWords(consentWords);
  const id = useId();
  const { artist, entryNumber, exhibitionId, exhibitionTitle, isPublic, consentGap, image } = entry;
  const picture = image?.renditions.find(({ type }) => type === 'image/jpeg');
  return (
    <li className="consent-entry" aria-labelledby={id}>
      {picture ? <img src={picture.url} alt="" width={96} /> : <span />}
      <div>
        <h3 id={id}>
          {artist?.name ?? texts.entry(entryNumber)}
          <small>
            {texts.entry(entryNumber)}, <Link href={`/exhibitions/${exhibitionId}`}>{exhibitionTitle}</Link>
          </small>
        </h3>
        <p className="consent-marks">
          {isPublic && <span className="status published">{texts.isPublic}</span>}
          {artist?.isMinor && <span className="status">{texts.minor}</span>}
        </p>
        {consentGap && <p className="error">{consentGap}</p>}
        {artist && <ConsentFacts artist={artist} />}
        <p className="actions">
          {artist && (
            <button type="button" onClick={onConsent}>
              {artist.consent ? texts.change : texts.enter}
            </button>
          )}
          {artist && (artist.consent?.image ?? !artist.isMinor) && (
            <button type="button" onClick={onWithdraw}>
              {texts.withdraw}
            </button>
          )}
          <button type="button" onClick={onErase}>
            {texts.erase}
          </button>
          <button type="button" onClick={onAccess}>
            {texts.access}
          </button>
        </p>
        <ConsentForms entry={entry} />
        <Audit entry={entry} />
      </div>
      <input
        type="checkbox"
        aria-label={texts.select(entryNumber)}
        checked={isSelected}
        onChange={({ target }) => onSelect(target.checked)}
      />
    </li>
  );
};

/** What was done to an entry; asked for when it is opened. */
const Audit = ({ entry: { id: artworkId, exhibitionId } }: { entry: ConsentEntry }) => {
  const { api } = useConsole();
  const texts = useWords(consentWords);
  const [isOpen, setOpen] = useState(false);
  const params = { id: exhibitionId, artworkId };
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.history}</summary>
      {isOpen && (
        <AuditList
          source={{
            path: `/exhibitions/${exhibitionId}/artworks/${artworkId}`,
            listAudit: (cursor, signal) => api.call('listArtworkAuditEntries', { params, query: { cursor }, signal }),
          }}
        />
      )}
    </details>
  );
};
