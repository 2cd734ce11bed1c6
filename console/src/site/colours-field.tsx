import { headerInk } from '../../../shared/model/site/appearance.ts';
import { contrastOf, leastContrast } from '../../../shared/model/site/contrast.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Field } from '../ui/field.tsx';
import type { Site } from './site.ts';
import { siteWords } from './words.ts';

type Colours = NonNullable<Site['colours']>;

/** What a site has that chooses its own colours for the first time. */
const first: Colours = { accent: '#0b5563', header: '#ffffff' };

interface ColoursFieldProps {
  readonly colours: Colours | undefined;
  readonly readOnly: boolean;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (change: { colours: Colours | undefined }) => void;
}

/** The two colours of the institution, with an example of what is read on and in them. */
export const ColoursField = ({ colours, readOnly, errorOf, onChange }: ColoursFieldProps) => {
  const { language, site } = useConsole();
  const texts = useWords(siteWords);
  const contrast = colours ? contrastOf(colours.accent, '#ffffff') : 0;
  // A decimal comma in Azerbaijani and Russian; never rounded up to what is asked for.
  const number = (value: number) => {
    const text = (Math.floor(value * 10) / 10).toFixed(1);
    return language === 'en' ? text : text.replace('.', ',');
  };
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          disabled={readOnly}
          checked={colours !== undefined}
          onChange={({ target }) => onChange({ colours: target.checked ? first : undefined })}
        />
        {texts.ownColours}
      </label>
      {colours && (
        <>
          <div className="row">
            {(['accent', 'header'] as const).map((name) => (
              <Field
                key={name}
                label={texts[name]}
                error={errorOf(`colours.${name}`)}
                help={
                  name === 'header'
                    ? undefined
                    : contrast < leastContrast
                      ? texts.contrastLow(number(contrast), number(leastContrast))
                      : texts.contrast(number(contrast))
                }
              >
                {(control) => (
                  <input
                    {...control}
                    type="color"
                    disabled={readOnly}
                    value={colours[name]}
                    onChange={({ target }) => onChange({ colours: { ...colours, [name]: target.value } })}
                  />
                )}
              </Field>
            ))}
          </div>
          <div className="example" aria-hidden="true">
            <strong style={{ background: colours.header, color: headerInk(colours) }}>{site.title[language]}</strong>
            <span style={{ color: colours.accent }}>{texts.example}</span>
          </div>
        </>
      )}
    </>
  );
};
