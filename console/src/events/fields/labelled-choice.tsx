import { useConsole } from '../../console-context.ts';
import { Choice } from '../../ui/field.tsx';
import { labelOf } from '../../words/label-of.ts';
import { withValue } from '../content.ts';
import { useFields } from './use-fields.ts';

interface LabelledChoiceProps {
  readonly field: 'category' | 'campaign';
  readonly label: string;
  readonly all: readonly { readonly slug: string; readonly label: Readonly<Record<string, string>> }[];
  /** What is said where none is chosen; absent where one must be. */
  readonly empty?: string;
}

/** A choice among the sections or the campaigns of the site. */
export const LabelledChoice = ({ field, label, all, empty }: LabelledChoiceProps) => {
  const { language, site } = useConsole();
  const { content, change, errorOf, readOnly } =
    useFields<{
      readonly [name in typeof field]?: string | undefined;
    }>();
  const chosen = content[field];
  return (
    <Choice
      name={field}
      label={label}
      disabled={readOnly}
      value={chosen ?? ''}
      error={errorOf(field)}
      onChange={(slug) => change((now) => withValue(now, [field], slug || undefined))}
      options={[
        ...(empty === undefined ? [] : [['', empty] as const]),
        ...all.map((one) => [one.slug, labelOf(one, language, site.defaultLocale)] as const),
        // One that the site no longer has.
        ...(chosen && !all.some(({ slug }) => slug === chosen) ? [[chosen, chosen] as const] : []),
      ]}
    />
  );
};
