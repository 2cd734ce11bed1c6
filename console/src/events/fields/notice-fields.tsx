import { noticeLevels } from '../../../../shared/model/events/notice.ts';
import { useWords } from '../../console-context.ts';
import { Choice } from '../../ui/field.tsx';
import { withValue } from '../content.ts';
import { Section } from './section.tsx';
import { TextAt } from './text-at.tsx';
import { useErrorIn } from './use-error-in.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** What a notice has beside its text. */
export const NoticeFields = () => {
  const { content, change, errorOf, readOnly } = useFields();
  const { sections, names, notice } = useWords(fieldWords);
  return (
    <Section title={sections.notice} hasError={useErrorIn(['notice'])}>
      <p className="help">{notice.timesHelp}</p>
      <Choice
        name="notice.level"
        label={names['notice.level']}
        disabled={readOnly}
        value={content.notice?.level ?? 'info'}
        error={errorOf('notice.level')}
        options={noticeLevels.map((level) => [level, notice.levels[level]] as const)}
        onChange={(level) => change((now) => withValue(now, ['notice', 'level'], level))}
      />
      <TextAt path={['notice', 'url']} label={names['notice.url']} help={notice.urlHelp} inputMode="url" />
    </Section>
  );
};
