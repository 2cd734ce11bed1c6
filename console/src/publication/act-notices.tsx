import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import type { StaffEvent } from '../events/content.ts';
import { pathOfPlace } from '../events/path-of-place.ts';
import { useTitle } from '../events/use-title.ts';
import { languageName } from '../words/language-name.ts';
import type { PublicationSource, PublishedItem } from './publication-source.ts';
import { Refusals } from './refusals.tsx';
import { publicationWords } from './words.ts';

type Location = NonNullable<StaffEvent['linkedFrom']>[number];

/** A text that links to something that is gone, or will be. */
const LinkedText = ({ location }: { location: Location }) => {
  const { language } = useConsole();
  const texts = useWords(publicationWords);
  const { kind, id, locale } = location;
  const name = `${useTitle(kind, id) ?? texts.item}${locale ? ` (${languageName(locale, language)})` : ''}`;
  const path = pathOfPlace(location);
  return <li>{path ? <Link href={path}>{name}</Link> : name}</li>;
};

interface ActNoticesProps {
  /** The item as the last act has answered it. */
  readonly answer: PublishedItem;
  readonly source: PublicationSource;
  readonly onField: ((path: string) => void) | undefined;
}

/** Notes on an act on a publication that is done: warnings, and texts that link to what is gone. */
export const ActNotices = ({ answer, source, onField }: ActNoticesProps) => {
  const texts = useWords(publicationWords);
  const { warnings = [], linkedFrom = [] } = answer;
  return (
    <>
      {warnings.length > 0 && (
        <div className="note">
          <h3>{texts.worthALook}</h3>
          <Refusals item={answer} source={source} errors={warnings} onField={onField} />
        </div>
      )}
      {linkedFrom.length > 0 && (
        <div className="note">
          <h3>{texts.linkedFrom}</h3>
          <ul>
            {linkedFrom.map((location) => (
              <LinkedText key={`${location.id} ${location.locale} ${location.field}`} location={location} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
};
