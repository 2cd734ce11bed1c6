import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { actorName } from '../people/actor-name.ts';
import { momentInWords } from '../ui/dates.ts';
import type { Version } from './history-source.ts';
import { historyWords } from './words.ts';

interface VersionListProps {
  readonly versions: readonly Version[];
  readonly chosen: number;
  readonly current: number;
  readonly path: string;
  readonly onChoose: () => void;
}

/** The versions of an item, newest first, each with what made it, who and when. */
export const VersionList = ({ versions, chosen, current, path, onChoose }: VersionListProps) => {
  const { language, site } = useConsole();
  const texts = useWords(historyWords);
  return (
    <ol className="versions" reversed aria-label={texts.versions}>
      {versions.map(({ version, action, note, createdAt, createdBy }) => (
        <li key={version} className={action === 'updated' ? undefined : 'moment'}>
          <Link
            href={`${path}/history?version=${version}`}
            aria-current={version === chosen ? 'true' : undefined}
            onClick={onChoose}
          >
            {texts.actions[action]}
            {version === current && ` · ${texts.current}`}
          </Link>
          <small>
            {texts.by(
              texts.version(version),
              actorName(createdBy, language),
              momentInWords(createdAt, language, site.timeZone),
            )}
          </small>
          {note && <blockquote>{note}</blockquote>}
        </li>
      ))}
    </ol>
  );
};
