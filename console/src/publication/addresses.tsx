import { useQuery } from '@tanstack/react-query';
import { useConsole, useWords } from '../console-context.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { momentInWords } from '../ui/dates.ts';
import { languageName } from '../words/language-name.ts';
import type { PublicationSource, PublishedItem } from './publication-source.ts';
import { publicationWords } from './words.ts';

/** Where readers find an item, in each language that is public, and from when until when. */
export const Addresses = ({ item, source }: { item: PublishedItem; source: PublicationSource }) => {
  const { language, site } = useConsole();
  const texts = useWords(publicationWords);
  const { data } = useQuery({
    queryKey: ['publication', source.key, item.version],
    queryFn: ({ signal }) => source.readPublication(signal),
  });
  if (!data) return null;
  const { addresses, publishedAt, unpublishAt } = data;
  const moment = (instant: string) => momentInWords(instant, language, site.timeZone);
  const isPublic = item.status === 'published';
  return (
    <section aria-labelledby="addresses">
      <p>
        {(isPublic ? texts.since : texts.from)(moment(publishedAt))}
        {unpublishAt && ` ${texts.until(moment(unpublishAt))}`}
      </p>
      <h3 id="addresses">{isPublic ? texts.seeAt : texts.willBeAt}</h3>
      <ul className="addresses">
        {Object.entries(addresses).map(([locale, address]) => (
          <li key={locale}>
            <a href={address} target="_blank" rel="noreferrer">
              {languageName(locale, language)}
            </a>
            <code>{address}</code>
            <CopyButton text={address} label={texts.copy(languageName(locale, language))} said={texts.copied}>
              {texts.copyShort}
            </CopyButton>
          </li>
        ))}
      </ul>
    </section>
  );
};
