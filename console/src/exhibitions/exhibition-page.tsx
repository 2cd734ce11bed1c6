import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { ItemEditor } from '../editing/item-editor.tsx';
import { ExhibitionFrame } from './exhibition-frame.tsx';
import { ExhibitionFields } from './fields/exhibition-fields.tsx';
import { may } from './may.ts';
import { ExhibitionPublication } from './publication/exhibition-publication.tsx';
import { Stages } from './publication/stages.tsx';
import type { StaffExhibition } from './staff-exhibition.ts';
import { exhibitionWords } from './words.ts';
import { writtenExhibition } from './written-exhibition.ts';
import './exhibitions.css';

/** The text of an exhibition and its publication; `new` for one that is begun. */
export const ExhibitionPage = ({ id }: { id: string }) => {
  const texts = useWords(exhibitionWords);
  if (id !== 'new')
    return <ExhibitionFrame id={id}>{(exhibition) => <ExhibitionEditor exhibition={exhibition} />}</ExhibitionFrame>;
  return (
    <>
      <p>
        <Link href="/exhibitions">{texts.back}</Link>
      </p>
      <h1>{texts.create}</h1>
      <ExhibitionEditor exhibition={undefined} />
    </>
  );
};

/** Every exhibition may have pictures and files. */
const hasMedia = (): boolean => true;

const ExhibitionEditor = ({ exhibition }: { exhibition: StaffExhibition | undefined }) => {
  const { person } = useConsole();
  return (
    <ItemEditor
      kind={writtenExhibition}
      saved={exhibition}
      readOnly={exhibition !== undefined && !may('changeExhibition', exhibition, person)}
      outdated={exhibition?.outdatedLocales ?? []}
      hasMedia={hasMedia}
      fields={({ written, added, changed }) => <ExhibitionFields {...{ exhibition, written, added, changed }} />}
      aside={({ locale, isDirty, changed, show }) =>
        exhibition && (
          <>
            <Stages {...{ exhibition, isDirty, changed }} />
            <ExhibitionPublication {...{ exhibition, locale, isDirty, changed }} onField={show} />
          </>
        )
      }
    />
  );
};
