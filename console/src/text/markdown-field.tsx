import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { textDirection } from '../../../shared/model/text/text-direction.ts';
import { useConsole, useWords } from '../console-context.ts';
import { usePasteLimit } from '../ui/use-paste-limit.ts';
import type { ItemPicture } from './item-picture.ts';
import type { TextControl } from './text-control.ts';
import { ViewTabs } from './view-tabs.tsx';
import { chosenView, rememberView, type TextView } from './views.ts';
import { textWords } from './words.ts';
import './text.css';

const FormattedText = lazy(async () => ({ default: (await import('./formatted-text.tsx')).FormattedText }));
const ReadersView = lazy(async () => ({ default: (await import('./readers-view.tsx')).ReadersView }));

interface MarkdownFieldProps {
  readonly label: string;
  /** The path of the value as the API names it. */
  readonly name: string;
  /** The language of the text. */
  readonly lang: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly readOnly?: boolean;
  /** The pictures of what the text belongs to: they can stand in it as well. */
  readonly pictures?: readonly ItemPicture[];
}

/** A text in Markdown: formatted, as its source, or as readers see it. */
export const MarkdownField = ({ label, name, lang, readOnly = false, pictures = [], ...field }: MarkdownFieldProps) => {
  const { value, onChange, error } = field;
  const { words: general } = useConsole();
  const words = useWords(textWords);
  const id = useId();
  const onPasteCapture = usePasteLimit();
  const [view, setView] = useState(chosenView);
  const choose = (chosen: TextView) => {
    rememberView(chosen);
    setView(chosen);
  };
  const control: TextControl = {
    ...{ name, lang, dir: textDirection(lang) },
    'aria-labelledby': `${id}-label`,
    'aria-describedby': error ? `${id}-error ${id}-help` : `${id}-help`,
    'aria-invalid': error ? true : undefined,
  };
  const helpOf = (text: string, className = 'help') => (
    <p className={className} id={`${id}-help`}>
      {text}
    </p>
  );
  const source = (help: ReactNode) => (
    <>
      <textarea
        {...control}
        {...{ value, readOnly }}
        rows={16}
        spellCheck
        onChange={({ target }) => onChange(target.value)}
      />
      {help}
    </>
  );
  return (
    <div className="field text-field">
      <div className="text-head">
        <span className="label" id={`${id}-label`}>
          {label}
        </span>
        <ViewTabs {...{ id, view, label }} onChoose={choose} />
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${view}`} {...{ onPasteCapture }}>
        {view === 'source' && source(helpOf(words.help.source))}
        {view === 'formatted' && (
          <Suspense fallback={<p>{general.loading}</p>}>
            <FormattedText
              {...{ control, value, onChange, readOnly, pictures }}
              help={helpOf(words.help.formatted, 'help of-keys')}
              instead={
                <>
                  <p className="note">{words.help.notHeld}</p>
                  {source(helpOf(words.help.source))}
                </>
              }
            />
          </Suspense>
        )}
        {view === 'readers' && (
          <Suspense fallback={<p>{general.loading}</p>}>
            <ReadersView {...{ value, lang }} />
          </Suspense>
        )}
      </div>
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
};
