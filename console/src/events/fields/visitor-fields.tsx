import { useWords } from '../../console-context.ts';
import { Section } from './section.tsx';
import { TextAt, WordsAt } from './text-at.tsx';
import { useErrorIn } from './use-error-in.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** What those who want to come need to know beside time and place. */
export const VisitorFields = () => {
  const { content, change, readOnly } = useFields();
  const { sections, names, visitors } = useWords(fieldWords);
  const hasError = useErrorIn(['soldOut', 'bookingUrl', 'price', 'contact']);
  return (
    <Section title={sections.visitors} hint={content.soldOut ? names.soldOut : undefined} hasError={hasError}>
      <WordsAt path={['price']} help={visitors.priceHelp} />
      <TextAt path={['bookingUrl']} label={names.bookingUrl} help={visitors.bookingHelp} inputMode="url" />
      <label className="check">
        <input
          type="checkbox"
          name="soldOut"
          checked={content.soldOut ?? false}
          disabled={readOnly}
          onChange={({ target }) => change((now) => ({ ...now, soldOut: target.checked }))}
        />
        {names.soldOut}
      </label>
      <WordsAt path={['contact']} help={visitors.contactHelp} lines={2} />
    </Section>
  );
};
