import { useState } from 'react';
import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice } from '../ui/field.tsx';
import { saveSheet } from '../ui/save-sheet.ts';
import { useAddress } from '../ui/use-address.ts';
import { languageName } from '../words/language-name.ts';
import { hallRows, type Sheet, sheets } from './hall-rows.ts';
import { HallSheet } from './hall-sheet.tsx';
import { sheetWordsIn } from './sheet-words.ts';
import { useHall } from './use-hall.ts';
import { hallWords } from './words.ts';
import './hall.css';

/** What is printed for the hall: labels, lists and codes, with names as consent allows. */
export const Hall = ({ exhibition }: { exhibition: StaffExhibition }) => {
  const { words, language, site, announce } = useConsole();
  const texts = useWords(hallWords);
  const [search, setSearch] = useAddress();
  const [withCodes, setWithCodes] = useState(true);
  const written = [site.defaultLocale, ...site.locales].find((one) => exhibition.translations[one]?.title);
  const locale = site.locales.find((one) => one === search.get('language')) ?? written ?? site.defaultLocale;
  const sheet = sheets.find((one) => one === search.get('sheet')) ?? 'labels';
  const hall = useHall(exhibition, locale);
  const { items: works = [], isPublished = false, leftOut = [] } = hall.data ?? {};
  const numbersOf = (of: typeof works) => of.map(({ number }) => number).join(', ');
  const nameless = works.filter(({ artist }) => artist.name === undefined);
  const foreign = works.filter((work) => work.locale !== locale);
  const isOfCodes = sheet === 'codes';
  const save = () => {
    const name = `${exhibition.translations[locale]?.slug ?? exhibition.id}-${sheet}-${locale}.csv`;
    saveSheet(name, hallRows(sheet, works, sheetWordsIn(locale)));
    announce(texts.saved(name));
  };
  return (
    <div className="hall">
      <p className="help">{texts.help}</p>
      <div className="filters">
        <Choice
          label={texts.sheet}
          value={sheet}
          onChange={(chosen) => setSearch({ sheet: chosen })}
          options={sheets.map((one: Sheet) => [one, texts.sheets[one]] as const)}
        />
        <Choice
          label={texts.language}
          value={locale}
          onChange={(chosen) => setSearch({ language: chosen })}
          options={site.locales.map((one) => [one, languageName(one, language)] as const)}
        />
      </div>
      {sheet === 'labels' && isPublished && (
        <label className="check">
          <input type="checkbox" checked={withCodes} onChange={({ target }) => setWithCodes(target.checked)} />
          {texts.withCodes}
        </label>
      )}
      {hall.error && <Failure error={hall.error} words={words} retry={() => void hall.refetch()} />}
      {hall.isPending && <p>{words.loading}</p>}
      {hall.data && (
        <>
          {!isPublished && <p className="note">{texts.unpublished}</p>}
          {nameless.length > 0 && <p className="note">{texts.nameless(numbersOf(nameless))}</p>}
          {foreign.length > 0 && <p className="note">{texts.foreignTexts(numbersOf(foreign))}</p>}
          {leftOut.length > 0 && (
            <p className="note">
              {texts.leftOut(leftOut.join(', '))}{' '}
              <Link href={`/exhibitions/${exhibition.id}/selection`}>{texts.why}</Link>
            </p>
          )}
          {works.length === 0 && <p>{texts.none}</p>}
          {works.length > 0 && (
            <p className="actions">
              <button
                type="button"
                className="primary"
                disabled={isOfCodes && !isPublished}
                onClick={() => window.print()}
              >
                {texts.print}
              </button>
              <button type="button" onClick={save}>
                {texts.csv}
              </button>
            </p>
          )}
          {works.length > 0 && (!isOfCodes || isPublished) && (
            <HallSheet {...{ exhibition, sheet, works, locale, withCodes }} />
          )}
        </>
      )}
    </div>
  );
};
