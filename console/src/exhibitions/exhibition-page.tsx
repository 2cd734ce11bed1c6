import { useConsole, useWords } from '../console-context.ts';
import { dayInWords, momentInWords } from '../ui/dates.ts';
import { languageName } from '../words/language-name.ts';
import { ExhibitionFrame } from './exhibition-frame.tsx';
import type { StaffExhibition } from './staff-exhibition.ts';
import { exhibitionWords } from './words.ts';

const About = ({ exhibition }: { exhibition: StaffExhibition }) => {
  const { language, site } = useConsole();
  const texts = useWords(exhibitionWords);
  const { opensOn, closesOn, publishedAt, publishedLocales } = exhibition;
  const days = [opensOn, closesOn].flatMap((day) => (day ? [dayInWords(day, language)] : []));
  return (
    <>
      <p>{texts.statusMeans[exhibition.status]}</p>
      {days.length > 0 && <p>{texts.days(days.join(' – '))}</p>}
      {publishedLocales.length > 0 && publishedAt && (
        <p>
          {texts.publicIn(
            publishedLocales.map((locale) => languageName(locale, language)).join(', '),
            momentInWords(publishedAt, language, site.timeZone),
          )}
        </p>
      )}
    </>
  );
};

/** An exhibition: what it is, and how far it has come. */
export const ExhibitionPage = ({ id }: { id: string }) => (
  <ExhibitionFrame id={id}>{(exhibition) => <About exhibition={exhibition} />}</ExhibitionFrame>
);
