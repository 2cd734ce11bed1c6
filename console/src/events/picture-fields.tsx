import { useConsole, useWords } from '../console-context.ts';
import { FocalPoint } from '../media/focal-point.tsx';
import { TextField } from '../ui/field.tsx';
import { languageName } from '../words/language-name.ts';
import { attachmentWords } from './attachment-words.ts';
import type { Picture } from './picture.ts';
import { withWords } from './with-words.ts';

interface PictureFieldsProps {
  readonly picture: Picture;
  /** Its path, as the API names it: `pictures.0`. */
  readonly path: string;
  /** The languages in which it must still be described. */
  readonly missing: readonly string[];
  readonly readOnly: boolean;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (change: Partial<Picture>) => void;
}

/** What is written of one picture. What is not always needed is folded. */
export const PictureFields = ({ picture, path, missing, readOnly, errorOf, onChange }: PictureFieldsProps) => {
  const { language, site } = useConsole();
  const texts = useWords(attachmentWords);
  const { uploadId, alt, caption, credit, focalPoint } = picture;
  return (
    <div>
      {errorOf(`${path}.uploadId`) && <p className="error">{errorOf(`${path}.uploadId`)}</p>}
      {site.locales.map((locale) => (
        <TextField
          key={locale}
          lang={locale}
          readOnly={readOnly}
          label={texts.alt(languageName(locale, language))}
          value={alt[locale] ?? ''}
          help={missing.includes(locale) ? texts.missing : undefined}
          name={`${path}.alt.${locale}`}
          error={errorOf(`${path}.alt.${locale}`)}
          onChange={(text) => onChange({ alt: withWords(alt, locale, text) })}
        />
      ))}
      <details>
        <summary>
          {texts.more}
          {credit && ` (${credit})`}
        </summary>
        {site.locales.map((locale) => (
          <TextField
            key={locale}
            lang={locale}
            readOnly={readOnly}
            label={texts.caption(languageName(locale, language))}
            value={caption?.[locale] ?? ''}
            name={`${path}.caption.${locale}`}
            error={errorOf(`${path}.caption.${locale}`)}
            onChange={(text) => {
              const words = withWords(caption, locale, text);
              onChange({ caption: Object.keys(words).length > 0 ? words : undefined });
            }}
          />
        ))}
        <TextField
          label={texts.credit}
          help={texts.creditHelp}
          readOnly={readOnly}
          value={credit ?? ''}
          name={`${path}.credit`}
          error={errorOf(`${path}.credit`)}
          onChange={(text) => onChange({ credit: text || undefined })}
        />
        <FocalPoint
          uploadId={uploadId}
          point={focalPoint}
          readOnly={readOnly}
          onChange={(point) => onChange({ focalPoint: point })}
        />
      </details>
    </div>
  );
};
