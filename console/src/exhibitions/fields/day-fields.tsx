import { useConsole, useWords } from '../../console-context.ts';
import { withValue } from '../../events/content.ts';
import { Section } from '../../events/fields/section.tsx';
import { WordsAt } from '../../events/fields/text-at.tsx';
import { useErrorIn } from '../../events/fields/use-error-in.ts';
import { useFields } from '../../events/fields/use-fields.ts';
import { fieldWords } from '../../events/fields/words.ts';
import { dayInWords } from '../../ui/dates.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import type { Content } from '../written-exhibition.ts';
import { exhibitionFieldWords } from './words.ts';

/** From which day to which an exhibition can be seen, and at which hours. */
export const DayFields = () => {
  const { language } = useConsole();
  const { content, change, errorOf, readOnly } = useFields<Content>();
  const { names } = useWords(fieldWords);
  const texts = useWords(exhibitionFieldWords);
  const day = (name: 'opensOn' | 'closesOn', help: string) => (
    <MomentField
      type="date"
      {...{ name, help, readOnly }}
      label={names[name]}
      value={content[name] ?? ''}
      error={errorOf(name)}
      onChange={(value) => change((now) => withValue(now, [name], value || undefined))}
    />
  );
  return (
    <Section
      title={texts.sections.days}
      hint={
        [content.opensOn, content.closesOn].flatMap((one) => (one ? [dayInWords(one, language)] : [])).join(' – ') ||
        names.opensOn
      }
      hasError={useErrorIn(['opensOn', 'closesOn', 'openingHours'])}
    >
      <div className="basics">
        {day('opensOn', texts.opensOnHelp)}
        {day('closesOn', texts.closesOnHelp)}
      </div>
      <WordsAt path={['openingHours']} help={texts.openingHoursHelp} lines={3} />
    </Section>
  );
};
