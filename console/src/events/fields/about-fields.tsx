import { useWords } from '../../console-context.ts';
import { ExhibitionField } from './exhibition-field.tsx';
import { OrganiserList } from './organiser-list.tsx';
import { Section } from './section.tsx';
import { TagList } from './tag-list.tsx';
import { useErrorIn } from './use-error-in.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** Who holds an event, and what it is about. */
export const AboutFields = () => {
  const { content, locales } = useFields();
  const { sections, names } = useWords(fieldWords);
  const hasError = useErrorIn(['organisers', 'tags', 'exhibitionId']);
  const [locale = ''] = locales;
  const hint = [...content.organisers.map(({ name }) => name), ...content.tags]
    .map((words) => words[locale] ?? Object.values(words)[0])
    .filter(Boolean)
    .join(', ');
  return (
    <Section
      title={sections.about}
      hint={hint || [names.organisers, names.tags, names.exhibitionId].join(', ')}
      hasError={hasError}
    >
      <OrganiserList />
      <TagList />
      <ExhibitionField />
    </Section>
  );
};
