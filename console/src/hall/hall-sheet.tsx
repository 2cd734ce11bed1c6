import { lazy, type ReactNode, Suspense } from 'react';
import { anonymousIn } from '../../../shared/model/people/anonymous.ts';
import { useConsole, useWords } from '../console-context.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { dayInWords } from '../ui/dates.ts';
import type { HallWork, Sheet } from './hall-rows.ts';
import { type SheetWords, sheetWordsIn, spokenIn } from './sheet-words.ts';
import { hallWords } from './words.ts';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

interface SheetProps {
  readonly works: readonly HallWork[];
  /** The language of the sheet. */
  readonly locale: string;
}

/** The title of a work, in the language that it has. */
const Title = ({ work: { title, locale: its }, locale }: { work: HallWork; locale: string }) => (
  <cite lang={its === locale ? undefined : its}>{title}</cite>
);

const Code = ({ work: { url, title } }: { work: HallWork }) => {
  const texts = useWords(hallWords);
  if (!url) return null;
  return (
    <Suspense fallback={<span className="hall-code" />}>
      <QrCode text={url} label={texts.codeOf(title)} />
    </Suspense>
  );
};

/** Cards to be cut out and hung beside the works. */
const Labels = ({ works, locale, withCodes }: SheetProps & { withCodes: boolean }) => {
  const words = sheetWordsIn(locale);
  return (
    <ul className="hall-labels">
      {works.map((work) => {
        const { name, ageAtEntry, school, region } = work.artist;
        const details = [ageAtEntry !== undefined && words.aged(ageAtEntry), school, region].filter(Boolean);
        const made = [work.medium, work.year].filter(Boolean);
        return (
          <li key={work.artworkId}>
            <div>
              <strong>{name ?? anonymousIn(locale)}</strong>
              {details.length > 0 && <span>{details.join(', ')}</span>}
              <span>
                <Title work={work} locale={locale} />
              </span>
              {made.length > 0 && <span>{made.join(', ')}</span>}
              <small>
                {words.number} {work.number}
              </small>
            </div>
            {withCodes && <Code work={work} />}
          </li>
        );
      })}
    </ul>
  );
};

/** A code for each work, with what it leads to. */
const Codes = ({ works, locale }: SheetProps) => (
  <ul className="hall-codes">
    {works.map((work) => (
      <li key={work.artworkId}>
        <Code work={work} />
        <strong>{work.number}</strong> <Title work={work} locale={locale} />
      </li>
    ))}
  </ul>
);

/** What stands of a work in each column of a table; a certificate is written by hand where the name is withheld. */
const cells = {
  number: ({ work }) => work.number,
  title: (shown) => <Title {...shown} />,
  artist: ({ work, locale }) => work.artist.name ?? anonymousIn(locale),
  name: ({ work }) => work.artist.name ?? '–',
  age: ({ work }) => work.artist.ageAtEntry,
  school: ({ work }) => work.artist.school,
  region: ({ work }) => work.artist.region,
  medium: ({ work }) => work.medium,
  year: ({ work }) => work.year,
} satisfies Partial<Record<keyof SheetWords, (shown: { work: HallWork; locale: string }) => ReactNode>>;

type Column = keyof typeof cells;

interface WorkTableProps extends SheetProps {
  readonly columns: readonly Column[];
  /** The column that names the row. */
  readonly head: Column;
}

const WorkTable = ({ works, locale, columns, head }: WorkTableProps) => {
  const words = sheetWordsIn(locale);
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {works.map((work) => (
          <tr key={work.artworkId}>
            {columns.map((column) => {
              const cell = cells[column]({ work, locale });
              return column === head ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column}>{cell}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const ListOfWorks = (props: SheetProps) => (
  <WorkTable
    {...props}
    columns={['number', 'title', 'artist', 'age', 'school', 'region', 'medium', 'year']}
    head="title"
  />
);

const Certificates = (props: SheetProps) => (
  <WorkTable {...props} columns={['number', 'name', 'age', 'school', 'region', 'title']} head="name" />
);

interface HallSheetProps extends SheetProps {
  readonly exhibition: StaffExhibition;
  readonly sheet: Sheet;
  readonly withCodes: boolean;
}

/** What is printed: black on white, on A4, in one language of the site. */
export const HallSheet = ({ exhibition, sheet, works, locale, withCodes }: HallSheetProps) => {
  const { site } = useConsole();
  const texts = useWords(hallWords);
  const { translations, displayTitle, opensOn, closesOn } = exhibition;
  const days = [opensOn, closesOn].flatMap((day) => (day ? [dayInWords(day, spokenIn(locale))] : []));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a narrow screen, and the keyboard must reach it
    <section className="hall-sheet" lang={locale} aria-label={texts.preview} tabIndex={0}>
      <div className="hall-head">
        <p className="hall-title">{translations[locale]?.title ?? displayTitle}</p>
        <p>{[site.title[locale], days.join(' – ')].filter(Boolean).join(' · ')}</p>
        {sheet !== 'labels' && <p>{sheetWordsIn(locale)[sheet]}</p>}
      </div>
      {sheet === 'labels' && <Labels {...{ works, locale, withCodes }} />}
      {sheet === 'list' && <ListOfWorks {...{ works, locale }} />}
      {sheet === 'codes' && <Codes {...{ works, locale }} />}
      {sheet === 'certificates' && <Certificates {...{ works, locale }} />}
    </section>
  );
};
