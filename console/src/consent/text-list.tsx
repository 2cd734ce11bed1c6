import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'wouter';
import { EraseAddress } from '../addresses/erase-address.tsx';
import { formerAddressOf } from '../addresses/former-address.ts';
import { useConsole, useWords } from '../console-context.ts';
import { placeName } from '../events/field-name.ts';
import { pathOfPlace } from '../events/path-of-place.ts';
import type { NamingText } from './consent-entry.ts';
import { consentWords } from './words.ts';

interface TextListProps {
  readonly texts: readonly NamingText[];
  readonly label: string;
  /** What is said where none is left. */
  readonly none: string;
}

/**
 * Texts that name a person, each with the place and what of the name stands there. An address that is erased leaves the
 * list, which takes the focus.
 */
export const TextList = ({ texts: found, label, none }: TextListProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(consentWords);
  const list = useRef<HTMLUListElement>(null);
  const [erased, setErased] = useState<ReadonlySet<string>>(new Set());
  const left = found.filter(({ place }) => !erased.has(JSON.stringify(place)));
  const leaveOut = ({ place }: NamingText) => {
    flushSync(() => setErased((before) => new Set([...before, JSON.stringify(place)])));
    list.current?.focus();
  };
  return (
    <ul ref={list} tabIndex={-1} className="naming-texts" aria-label={label}>
      {left.length === 0 && <li>{none}</li>}
      {left.map((text) => {
        const { place, exhibitionId, displayTitle, match, isPublic } = text;
        const address = formerAddressOf(place);
        const path = pathOfPlace(place, exhibitionId);
        const title = place.kind === 'artwork' ? `${texts.artwork}: ${displayTitle}` : displayTitle;
        const field = placeName(place, { words, language, locales: site.locales });
        return (
          <li key={JSON.stringify(place)}>
            {path ? <Link href={path}>{title}</Link> : <strong>{title}</strong>}
            {isPublic && <span className="status published">{texts.publicText}</span>}
            <small>
              {field}. {texts.matches[match]}
            </small>
            {address && <EraseAddress address={address} onErased={() => leaveOut(text)} />}
          </li>
        );
      })}
    </ul>
  );
};
