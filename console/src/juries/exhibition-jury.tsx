import { Link } from 'wouter';
import { isBlind } from '../../../shared/model/staff/permissions.ts';
import { useConsole, useWords } from '../console-context.ts';
import { ExhibitionFrame } from '../exhibitions/exhibition-frame.tsx';
import { may } from '../exhibitions/may.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { editorWords } from './editor-words.ts';
import { Jurors } from './jurors.tsx';
import { RatedWorks } from './rated-works.tsx';
import './juries.css';

/** The jury of an exhibition, for editors: who is on it, how far each is, and what they think. */
export const ExhibitionJury = ({ id }: { id: string }) => (
  <ExhibitionFrame id={id}>{(exhibition) => <Jury exhibition={exhibition} />}</ExhibitionFrame>
);

const Jury = ({ exhibition }: { exhibition: StaffExhibition }) => {
  const { person, words } = useConsole();
  const texts = useWords(editorWords);
  if (!may('readRanking', exhibition, person)) return <p>{words.failures.notFound}</p>;
  const isOpen = exhibition.status === 'draft' || exhibition.status === 'open';
  const isRated = may('rate', exhibition, person);
  return (
    <>
      <p>{texts.states[isOpen ? 'waiting' : isRated ? 'rating' : 'ended']}</p>
      {isOpen && (
        <p>
          <Link className="button" href={`/exhibitions/${exhibition.id}#stages`}>
            {texts.toClosing}
          </Link>
        </p>
      )}
      {isBlind(exhibition) && <p className="note">{texts.blind}</p>}
      {may('assignJurors', exhibition, person) && <Jurors id={exhibition.id} />}
      <RatedWorks id={exhibition.id}>
        {isRated && (
          <Link className="button" href={`/juries/${exhibition.id}`}>
            {texts.rate}
          </Link>
        )}
      </RatedWorks>
    </>
  );
};
