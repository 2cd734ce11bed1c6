import { useWords } from '../../console-context.ts';
import { Section } from './section.tsx';
import { TextAt, WordsAt } from './text-at.tsx';
import { useErrorIn } from './use-error-in.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** What those who want to come need to know beside time and place. */
export const VisitorFields = ({ of = 'event' }: { readonly of?: 'event' | 'exhibition' }) => {
  const { content, change, readOnly } = useFields();
  const { sections, names, visitors } = useWords(fieldWords);
  const { bookingUrl, price, contact, soldOut } = content;
  const isEmpty = !bookingUrl && !price && !contact && !soldOut;
  const holds = [names.price, names.bookingUrl, names.contact].join(', ');
  return (
    <Section
      title={sections.visitors}
      hint={soldOut ? names.soldOut : holds}
      hasError={useErrorIn(['soldOut', 'bookingUrl', 'price', 'contact'])}
      isAside={content.kind === 'news' && isEmpty}
    >
      <WordsAt path={['price']} help={visitors.priceHelp} />
      <TextAt path={['bookingUrl']} label={names.bookingUrl} help={visitors.bookingHelp} inputMode="url" />
      {of === 'event' && (
        <label className="check">
          <input
            type="checkbox"
            name="soldOut"
            checked={soldOut ?? false}
            disabled={readOnly}
            onChange={({ target }) => change((now) => ({ ...now, soldOut: target.checked }))}
          />
          {names.soldOut}
        </label>
      )}
      <WordsAt path={['contact']} help={visitors.contactHelp} lines={2} />
    </Section>
  );
};
