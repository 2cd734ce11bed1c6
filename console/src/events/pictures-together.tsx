import { useState } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { LeaveButton } from '../ui/leave-button.tsx';
import { Thumbnail } from '../uploads/thumbnail.tsx';
import { languageName } from '../words/language-name.ts';
import { attachmentWords } from './attachment-words.ts';
import { missingAlt, type Picture } from './picture.ts';
import { withWords } from './with-words.ts';

interface PicturesTogetherProps {
  readonly pictures: readonly Picture[];
  readonly written: readonly string[];
  readonly onApply: (pictures: readonly Picture[]) => void;
  readonly onClose: () => void;
}

/**
 * Several pictures at once: a credit for all, one pattern for the words that they lack, and a short list to write each
 * one's own.
 */
export const PicturesTogether = ({ pictures, written, onApply, onClose }: PicturesTogetherProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(attachmentWords);
  const [edited, setEdited] = useState(pictures);
  const [credit, setCredit] = useState('');
  const [pattern, setPattern] = useState<Readonly<Record<string, string>>>({});
  const isTyped = credit !== '' || Object.keys(pattern).length > 0 || !isSameJson(edited, pictures);
  const change = (uploadId: string, locale: string) => (text: string) =>
    setEdited((all) =>
      all.map((one) => (one.uploadId === uploadId ? { ...one, alt: withWords(one.alt, locale, text) } : one)),
    );
  const fill = () => {
    setEdited((all) =>
      all.map((picture, n) => ({
        ...picture,
        alt: {
          ...Object.fromEntries(
            Object.entries(pattern).map(([locale, text]) => [locale, text.replaceAll('#', String(n + 1))]),
          ),
          ...picture.alt,
        },
        ...(credit && { credit }),
      })),
    );
  };
  return (
    <Dialog title={texts.together} onClose={onClose} unsaved={isTyped ? words.leaveTyped : undefined}>
      <fieldset>
        <legend>{texts.forAll}</legend>
        <TextField label={texts.credit} value={credit} onChange={setCredit} />
        {site.locales.map((locale) => (
          <TextField
            key={locale}
            lang={locale}
            label={texts.pattern(languageName(locale, language))}
            value={pattern[locale] ?? ''}
            onChange={(text) => setPattern(withWords(pattern, locale, text))}
          />
        ))}
        <p className="help">{texts.patternHelp}</p>
        <button type="button" disabled={!credit && Object.keys(pattern).length === 0} onClick={fill}>
          {texts.fill}
        </button>
      </fieldset>
      <ol className="ordered">
        {edited.map((picture, n) => (
          <li key={picture.uploadId} className="picture">
            <div>
              <Thumbnail uploadId={picture.uploadId} alt={texts.nth(n + 1)} />
              {picture.credit && <small>{picture.credit}</small>}
            </div>
            <div>
              {site.locales.map((locale) => (
                <TextField
                  key={locale}
                  lang={locale}
                  label={`${n + 1}. ${texts.alt(languageName(locale, language))}`}
                  value={picture.alt[locale] ?? ''}
                  help={missingAlt(picture, written).includes(locale) ? texts.missing : undefined}
                  onChange={change(picture.uploadId, locale)}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <p className="actions">
        <button type="button" className="primary" onClick={() => onApply(edited)}>
          {texts.apply}
        </button>
        <LeaveButton />
      </p>
    </Dialog>
  );
};
