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
  const day = (one: string): string => shortMoment(one, language, site.timeZone);
  // Where nothing is said of them, they follow the name.
  const isOpen = !isMinor || consent.name === 'full';
  const beside = (['school', 'region', 'age'] as const).filter((one) => consent[one] ?? isOpen);
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
      <dd>{beside.map((one) => texts[one]).join(', ') || texts.nothingBeside}</dd>
    </dl>
  );
};
