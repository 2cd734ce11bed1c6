import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'wouter';
import { fieldPathOf } from '../../../shared/model/names/text-fields.ts';
import { EraseAddress } from '../addresses/erase-address.tsx';
import { formerAddressOf } from '../addresses/former-address.ts';
import { useConsole, useWords } from '../console-context.ts';
import { fieldName } from '../events/field-name.ts';
import type { NamingText } from './consent-entry.ts';
import { consentWords } from './words.ts';

/** Where what has a text is changed. */
const pathOf = ({ place: { kind, id }, exhibitionId }: NamingText): string =>
  kind === 'site' ? '/site' : kind === 'event' ? `/events/${id}` : `/exhibitions/${exhibitionId ?? id}`;

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
        const { place, displayTitle, match, isPublic } = text;
        const address = formerAddressOf(place);
        const field = fieldName(fieldPathOf(place), { words, language, locales: site.locales });
        return (
          <li key={JSON.stringify(place)}>
            <Link href={pathOf(text)}>
              {place.kind === 'artwork' && `${texts.artwork}: `}
              {displayTitle}
            </Link>
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
