import { useInfiniteQuery } from '@tanstack/react-query';
import { useConsole, useWords } from '../console-context.ts';
import { placeName } from '../events/field-name.ts';
import { actorName } from '../people/actor-name.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { auditWords } from './audit-words.ts';
import type { AuditEntry, HistorySource } from './history-source.ts';
import { historyWords } from './words.ts';

/** Everything that was done to an item: beside its versions the links, the confirmations and the erasures. */
export const AuditList = ({ source }: { source: Pick<HistorySource, 'path' | 'listAudit'> }) => {
  const { words, language, site } = useConsole();
  const texts = useWords(historyWords);
  const actions = useWords(auditWords);
  const list = useInfiniteQuery({
    queryKey: ['history', source.path, 'audit'],
    queryFn: ({ pageParam, signal }) => source.listAudit(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
  if (list.error) return <Failure error={list.error} words={words} retry={() => void list.refetch()} />;
  if (!list.data) return <p>{words.loading}</p>;
  const placesOf = ({ places = [] }: AuditEntry): string =>
    [...new Set(places.map((place) => placeName(place, { words, language, locales: site.locales })))].join(', ');
  return (
    <>
      <ul className="audit">
        {list.data.pages
          .flatMap(({ items }) => items)
          .map((entry) => {
            const { createdAt, createdBy, action, version } = entry;
            const places = placesOf(entry);
            const who = actorName(createdBy, language);
            return (
              <li key={`${createdAt} ${action} ${version}`}>
                <strong>{actions[action]}</strong>
                {places && `: ${places}`}
                <small>
                  {[version && texts.version(version), who, momentInWords(createdAt, language, site.timeZone)]
                    .filter(Boolean)
                    .join(', ')}
                </small>
              </li>
            );
          })}
      </ul>
      <MoreButton list={list} goesBack />
    </>
  );
};
