import { visibleDetails } from '../../../shared/model/people/public-artist.ts';
import { useConsole, useWords } from '../console-context.ts';
import { shortMoment } from '../ui/dates.ts';
import type { ConsentEntry } from './consent-entry.ts';
import { consentWords } from './words.ts';

/** Who has agreed to what, from when until when. */
export const ConsentFacts = ({ artist }: { artist: NonNullable<ConsentEntry['artist']> }) => {
  const { language, site } = useConsole();
  const texts = useWords(consentWords);
  const { consent, isMinor } = artist;
  if (!consent) return <p>{isMinor ? texts.noConsent : texts.adult}</p>;
  const beside = visibleDetails(artist).map((one) => texts[one]);
  const day = (one: string): string => shortMoment(one, language, site.timeZone);
  return (
    <dl className="consent-facts">
      <dt>{texts.guardian}</dt>
      <dd>{consent.guardian}</dd>
      <dt>{texts.period}</dt>
      <dd>{texts.days(day(consent.grantedOn), day(consent.expiresOn))}</dd>
      <dt>{texts.picture}</dt>
      <dd>{consent.image ? texts.yes : texts.no}</dd>
      <dt>{texts.nameForm}</dt>
      <dd>{texts.forms[consent.name]}</dd>
      <dt>{texts.details}</dt>
      <dd>{beside.join(', ') || texts.nothingBeside}</dd>
    </dl>
  );
};
