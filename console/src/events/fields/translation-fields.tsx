import { itemKindOf } from '../../../../shared/model/events/event-kind.ts';
import { useConsole } from '../../console-context.ts';
import type { StaffEvent } from '../content.ts';
import { writtenEvent } from '../written-event.ts';
import { OutdatedNote } from './outdated-note.tsx';
import { TranslatedTexts } from './translated-texts.tsx';
import { useFields } from './use-fields.ts';

interface TranslationFieldsProps {
  readonly event: StaffEvent | undefined;
  readonly changed: (event: StaffEvent) => void;
}

/**
 * The texts of an event in each language that is on the screen. The text of a notice is its title, and it has no page.
 */
export const TranslationFields = ({ event, changed }: TranslationFieldsProps) => {
  const { words } = useConsole();
  const item = itemKindOf(useFields().content);
  return (
    <TranslatedTexts
      of={item === 'page' ? 'pages' : 'events'}
      saved={event}
      text={item === 'notice' ? undefined : { field: 'body', label: words.fields.body }}
      above={(locale) =>
        event?.outdatedLocales.includes(locale) && (
          <OutdatedNote kind={writtenEvent} saved={event} {...{ locale, changed }} />
        )
      }
    />
  );
};
