import { type ContentKind, contentKinds, itemKindOf, kindOf } from '../../../../shared/model/event-kind.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { Choice } from '../../ui/field.tsx';
import { labelOf } from '../../words/label-of.ts';
import { ofKind, withValue } from '../content.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** What something is, and where on the site it belongs. What exists stays what it is, as far as it is a page or a notice. */
export const BasicFields = ({ isNew }: { readonly isNew: boolean }) => {
  const { words, language, site } = useConsole();
  const { content, change, errorOf, readOnly } = useFields();
  const { names, none, page } = useWords(fieldWords);
  const texts = words.fields;
  const item = itemKindOf(content);
  const kinds = contentKinds.filter((kind) => isNew || itemKindOf({ kind }) === item);
  const among = (field: 'category' | 'campaign', all: typeof site.categories, empty: string) => {
    const chosen = content[field];
    return (
      <Choice
        name={field}
        label={field === 'category' ? texts.category : names.campaign}
        disabled={readOnly}
        value={chosen ?? ''}
        error={errorOf(field)}
        onChange={(slug) => change((now) => withValue(now, [field], slug || undefined))}
        options={[
          ['', empty],
          ...all.map((one) => [one.slug, labelOf(one, language, site.defaultLocale)] as const),
          // One that the site no longer has.
          ...(chosen && !all.some(({ slug }) => slug === chosen) ? [[chosen, chosen] as const] : []),
        ]}
      />
    );
  };
  return (
    <div className="basics">
      {kinds.length > 1 && (
        <Choice
          name="kind"
          label={texts.kind}
          help={content.kind || content.showings.length > 0 ? undefined : texts.kindHelp}
          disabled={readOnly}
          value={item === 'event' ? kindOf(content) : item}
          error={errorOf('kind')}
          onChange={(kind) => change((now) => ofKind(now, kind as ContentKind))}
          options={kinds.map((kind) => [kind, texts.kinds[kind]] as const)}
        />
      )}
      {item === 'event' && among('category', site.categories, texts.noCategory)}
      {item === 'event' && (site.campaigns.length > 0 || content.campaign) && among('campaign', site.campaigns, none)}
      {item === 'page' && <p className="help">{page}</p>}
    </div>
  );
};
