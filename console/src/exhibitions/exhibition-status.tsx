import { isBlind } from '../../../shared/model/staff/permissions.ts';
import { useWords } from '../console-context.ts';
import type { StaffExhibition } from './staff-exhibition.ts';
import { exhibitionWords } from './words.ts';

/** The status of an exhibition, by its word and a colour; beside it, whether its artists are hidden now. */
export const ExhibitionStatus = ({ exhibition }: { exhibition: StaffExhibition }) => {
  const texts = useWords(exhibitionWords);
  return (
    <span className="marks">
      <span className={`status ${exhibition.status}`}>{texts.statuses[exhibition.status]}</span>
      {isBlind(exhibition) && <span className="status">{texts.blind}</span>}
    </span>
  );
};
