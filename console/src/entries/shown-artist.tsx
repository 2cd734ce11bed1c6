import type { Artist } from '../../../shared/model/exhibitions/artwork.ts';
import { anonymousIn } from '../../../shared/model/people/anonymous.ts';
import { publishedArtist } from '../../../shared/model/people/public-artist.ts';
import { visibleArtist } from '../../../shared/model/people/visible-artist.ts';
import { useConsole, useWords } from '../console-context.ts';
import { consentWords } from './consent-words.ts';
import { entryWords } from './words.ts';

/** How readers will see an artist beside the work, by the name and the consent as they are written. */
export const ShownArtist = ({ artist }: { artist: Artist }) => {
  const { language } = useConsole();
  const texts = useWords(consentWords);
  const { columns } = useWords(entryWords);
  const { name = anonymousIn(language), ageAtEntry, school, region } = visibleArtist(publishedArtist(artist));
  const age = ageAtEntry && `${columns.age}: ${ageAtEntry}`;
  return (
    <p className="note">
      {texts.shownAs}: <strong>{[name, age, school, region].filter(Boolean).join(', ')}</strong>
    </p>
  );
};
