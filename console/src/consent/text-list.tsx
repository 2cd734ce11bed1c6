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

/** Texts that name a person, each with the place and what of the name stands there. */
export const TextList = ({ texts: found, label }: { texts: readonly NamingText[]; label: string }) => {
  const { words, language, site } = useConsole();
  const texts = useWords(consentWords);
  return (
    <ul className="naming-texts" aria-label={label}>
      {found.map((text) => {
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
            {address && <EraseAddress address={address} />}
          </li>
        );
      })}
    </ul>
  );
};
