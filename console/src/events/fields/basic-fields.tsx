import { type ContentKind, contentKinds, itemKindOf, kindOf } from '../../../../shared/model/events/event-kind.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { Choice } from '../../ui/field.tsx';
import { LabelledChoice } from './labelled-choice.tsx';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/**
 * What something is, and where on the site it belongs. What exists stays what it is, as far as it is a page or a
 * notice.
 */
export const BasicFields = ({ isNew }: { readonly isNew: boolean }) => {
  const { words, site } = useConsole();
  const { content, change, errorOf, readOnly } = useFields();
  const { names, none, page } = useWords(fieldWords);
  const texts = words.fields;
  const item = itemKindOf(content);
  const kinds = contentKinds.filter((kind) => isNew || itemKindOf({ kind }) === item);
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
          onChange={(kind) => change((now) => ({ ...now, kind: kind as ContentKind }))}
          options={kinds.map((kind) => [kind, texts.kinds[kind]] as const)}
        />
      )}
      {item === 'event' && (
        <LabelledChoice field="category" label={texts.category} all={site.categories} empty={texts.noCategory} />
      )}
      {item === 'event' && (site.campaigns.length > 0 || content.campaign) && (
        <LabelledChoice field="campaign" label={names.campaign} all={site.campaigns} empty={none} />
      )}
      {item === 'page' && <p className="help">{page}</p>}
    </div>
  );
};
