import { memo } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { BesideTexts } from '../../editing/beside-texts.tsx';
import type { EditorParts } from '../../editing/item-editor.tsx';
import { MediaFields } from '../../editing/media-fields.tsx';
import { LabelledChoice } from '../../events/fields/labelled-choice.tsx';
import { OrganiserList } from '../../events/fields/organiser-list.tsx';
import { OutdatedNote } from '../../events/fields/outdated-note.tsx';
import { Section } from '../../events/fields/section.tsx';
import { TranslatedTexts } from '../../events/fields/translated-texts.tsx';
import { useErrorIn } from '../../events/fields/use-error-in.ts';
import { useFields } from '../../events/fields/use-fields.ts';
import { VisitorFields } from '../../events/fields/visitor-fields.tsx';
import { WhereFields } from '../../events/fields/where-fields.tsx';
import { fieldWords } from '../../events/fields/words.ts';
import type { StaffExhibition } from '../staff-exhibition.ts';
import { type Content, writtenExhibition } from '../written-exhibition.ts';
import { BlindField } from './blind-field.tsx';
import { CoverField } from './cover-field.tsx';
import { DayFields } from './day-fields.tsx';
import { EventsField } from './events-field.tsx';
import { RightsField } from './rights-field.tsx';
import { exhibitionFieldWords } from './words.ts';

interface ExhibitionFieldsProps extends Pick<EditorParts<Content, StaffExhibition>, 'written' | 'added' | 'changed'> {
  /** As it is saved; undefined for one that is begun. */
  readonly exhibition: StaffExhibition | undefined;
}

/** Everything that staff write of an exhibition. */
export const ExhibitionFields = ({ exhibition, written, added, changed }: ExhibitionFieldsProps) => {
  const { words, site } = useConsole();
  const { content } = useFields<Content>();
  const { names, none } = useWords(fieldWords);
  return (
    <>
      <div className="basics">
        <LabelledChoice field="category" label={words.fields.category} all={site.categories} />
        {(site.campaigns.length > 0 || content.campaign) && (
          <LabelledChoice field="campaign" label={names.campaign} all={site.campaigns} empty={none} />
        )}
      </div>
      <TranslatedTexts
        of="exhibitions"
        saved={exhibition}
        text={{ field: 'description', label: names.description }}
        above={(locale) =>
          exhibition?.outdatedLocales.includes(locale) && (
            <OutdatedNote kind={writtenExhibition} saved={exhibition} {...{ locale, changed }} />
          )
        }
      />
      <BesideTexts>
        <OtherFields {...{ exhibition, written, added, changed }} />
      </BesideTexts>
    </>
  );
};

/** What an exhibition has beside its texts and where it is filed. */
const OtherFields = memo(({ exhibition, ...parts }: ExhibitionFieldsProps) => {
  const { names } = useWords(fieldWords);
  const texts = useWords(exhibitionFieldWords);
  return (
    <>
      <DayFields />
      <MediaFields kind={writtenExhibition} saved={exhibition} {...parts} />
      <CoverField exhibition={exhibition} />
      <WhereFields />
      <VisitorFields of="exhibition" />
      <Section
        title={texts.sections.about}
        hint={[names.organisers, names.eventIds].join(', ')}
        hasError={useErrorIn(['organisers', 'eventIds'])}
      >
        <OrganiserList />
        <EventsField />
      </Section>
      <Section
        title={texts.sections.terms}
        hint={[names.rights, names.blindRating].join(', ')}
        hasError={useErrorIn(['rights', 'blindRating'])}
      >
        <RightsField />
        <BlindField exhibition={exhibition} />
      </Section>
    </>
  );
});
