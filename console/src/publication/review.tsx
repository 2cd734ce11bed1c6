import { useConsole, useWords } from '../console-context.ts';
import type { StaffEvent } from '../events/content.ts';
import { actorName } from '../people/actor-name.ts';
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
      <p>{said(actorName(createdBy, language), momentInWords(createdAt, language, site.timeZone))}</p>
      {note && <blockquote>{note}</blockquote>}
    </div>
  );
};
