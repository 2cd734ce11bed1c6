import { useConsole, useWords } from '../console-context.ts';
import { nameOf, type StaffEvent } from '../events/content.ts';
import { momentInWords } from '../ui/dates.ts';
import { publicationWords } from './words.ts';

/** The last step of a review, with what the one has written to the other. */
export const Review = ({ review }: { review: NonNullable<StaffEvent['review']> }) => {
  const { language, site } = useConsole();
  const texts = useWords(publicationWords);
  const { step, note, createdAt, createdBy } = review;
  const said = step === 'asked' ? texts.askedBy : texts.returnedBy;
  return (
    <div className="note">
      <p>{said(nameOf(createdBy) || texts.somebody, momentInWords(createdAt, language, site.timeZone))}</p>
      {note && <blockquote>{note}</blockquote>}
    </div>
  );
};
