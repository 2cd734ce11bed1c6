import { type KeyboardEvent, memo } from 'react';
import { Link } from 'wouter';
import { byStart } from '../../../../shared/model/events/showing.ts';
import type { ConsoleContext } from '../../console-context.ts';
import { actorName } from '../../people/actor-name.ts';
import { momentInWords, shortMoment } from '../../ui/dates.ts';
import { labelOf } from '../../words/label-of.ts';
import { languageName } from '../../words/language-name.ts';
import type { StaffEvent } from '../content.ts';
import { Status } from '../status.tsx';
import { titleOf } from '../title-of.ts';
import type { ListWords } from './words.ts';

/** How one event is selected: alone, or with everything from the last one on. */
export type Select = (index: number, isSelected: boolean, isRange: boolean) => void;

interface CellsProps extends Pick<ConsoleContext, 'site' | 'language' | 'words'> {
  readonly event: StaffEvent;
  readonly texts: ListWords;
}

interface EventRowProps extends CellsProps {
  readonly index: number;
  readonly isSelected: boolean;
  readonly onSelect: Select;
}

/** How an event is in a language, for the eye and for the ear. */
const localeState = ({ translations, publishedLocales, outdatedLocales }: StaffEvent, locale: string) => {
  if (!translations[locale]?.title) return 'missing';
  if (outdatedLocales.includes(locale)) return 'outdated';
  return publishedLocales.includes(locale) ? 'public' : 'draft';
};

/** Moves the focus to the box or the link of the row above or below. */
const moveInList = (pressed: KeyboardEvent<HTMLTableRowElement>): HTMLTableRowElement | undefined => {
  const { key, currentTarget, target } = pressed;
  const sibling = { ArrowDown: currentTarget.nextElementSibling, ArrowUp: currentTarget.previousElementSibling }[key];
  if (!sibling || !(target instanceof HTMLElement)) return undefined;
  pressed.preventDefault();
  sibling.querySelector<HTMLElement>(target.tagName === 'INPUT' ? 'input' : 'a')?.focus();
  return sibling as HTMLTableRowElement;
};

/** What the list says of an event. It gets all that it shows: selecting a thousand events renders none of it again. */
const EventCells = memo(({ event, site, language, words, texts }: CellsProps) => {
  const [first] = byStart(event.showings);
  const short = (time: string) => shortMoment(time, language, site.timeZone);
  const section = site.categories.find(({ slug }) => slug === event.category);
  return (
    <>
      <th scope="row" className="title">
        <Link href={`/events/${event.id}`}>{titleOf(event, { language, words })}</Link>
        <small>
          {[section && labelOf(section, language, site.defaultLocale), actorName(event.createdBy, language)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </th>
      <td className="status-cell">
        <Status status={event.status} words={words} />
        {event.hasUnpublishedChanges && event.publishedLocales.length > 0 && <small>{words.events.changed}</small>}
      </td>
      <td>
        <ul className="locales">
          {site.locales.map((locale) => {
            const state = localeState(event, locale);
            const said = `${languageName(locale, language)}: ${texts.locale[state]}`;
            return (
              <li key={locale} className={`locale ${state}`} title={said}>
                <span aria-hidden="true">{locale}</span>
                <span className="unseen">{said}</span>
              </li>
            );
          })}
        </ul>
      </td>
      <td data-column={texts.columns.starts}>{first && short(first.startsAt)}</td>
      <td data-column={texts.columns.published}>
        {event.publishedAt && short(event.publishedAt)}
        {event.unpublishAt && <small>{texts.until(short(event.unpublishAt))}</small>}
      </td>
      <td data-column={texts.columns.changed} title={momentInWords(event.updatedAt, language, site.timeZone)}>
        {short(event.updatedAt)}
        <small>{actorName(event.updatedBy, language)}</small>
      </td>
    </>
  );
});

/** An event in the list, with the box that selects it. */
export const EventRow = memo(({ index, isSelected, onSelect, ...cells }: EventRowProps) => (
  <tr
    className={isSelected ? 'selected' : ''}
    onKeyDown={(pressed) => {
      const row = moveInList(pressed);
      if (row && pressed.shiftKey) onSelect(Number(row.dataset.index), true, true);
    }}
    data-index={index}
  >
    <td className="select">
      <input
        type="checkbox"
        aria-label={cells.texts.select(titleOf(cells.event, cells))}
        checked={isSelected}
        onChange={({ target, nativeEvent }) =>
          onSelect(index, target.checked, (nativeEvent as MouseEvent).shiftKey === true)
        }
      />
    </td>
    <EventCells {...cells} />
  </tr>
));
