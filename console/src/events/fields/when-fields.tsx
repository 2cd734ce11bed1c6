import { kindOf, type Occurrence, occurrences } from '../../../../shared/model/events/event-kind.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { zoneInWords } from '../../ui/dates.ts';
import { Choice } from '../../ui/field.tsx';
import { zoneName } from '../../ui/zone-name.ts';
import { Section } from './section.tsx';
import { ShowingList } from './showing-list.tsx';
import { showingInWords } from './showing-times.ts';
import { showingWords } from './showing-words.ts';
import { useErrorIn } from './use-error-in.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** When an event takes place, and whether it does. */
export const WhenFields = () => {
  const { language, site } = useConsole();
  const { content, change, errorOf, readOnly } = useFields();
  const { sections, names } = useWords(fieldWords);
  const { when } = useWords(showingWords);
  const hasError = useErrorIn(['showings', 'occurrence']);
  const { showings, occurrence } = content;
  const [first] = showings;
  const hint =
    showings.length > 1
      ? when.count(showings.length)
      : (first && showingInWords(first, language, site.timeZone)) || (kindOf(content) === 'news' ? when.newsHelp : '');
  return (
    <Section
      title={sections.when}
      hint={hint}
      hasError={hasError}
      isAside={content.kind === 'news' && showings.length === 0}
    >
      <p className="help">
        {when.zone(zoneName(site.timeZone, language), zoneInWords(site.timeZone, first?.startsAt))}
      </p>
      <ShowingList />
      {(showings.length > 0 || occurrence) && (
        <Choice
          name="occurrence"
          label={names.occurrence}
          help={when.occurrenceHelp}
          disabled={readOnly}
          value={occurrence ?? 'planned'}
          error={errorOf('occurrence')}
          options={occurrences.map((one) => [one, when.occurrences[one]] as const)}
          onChange={(chosen) => change((now) => ({ ...now, occurrence: chosen as Occurrence }))}
        />
      )}
    </Section>
  );
};
