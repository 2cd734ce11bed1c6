import { Link } from 'wouter';
import type { ContentKind } from '../../../shared/model/events/event-kind.ts';
import { useConsole } from '../console-context.ts';
import type { FilterName } from './list/use-filter.ts';

interface BeginLinksProps {
  /** What the list beside them shows. */
  readonly shown?: Readonly<Partial<Record<FilterName, string | undefined>>>;
}

/**
 * Links that begin something: what a person chooses here, it is from the first letter on. Beside a list they begin what
 * the list shows.
 */
export const BeginLinks = ({ shown: { kind, category, campaign } = {} }: BeginLinksProps) => {
  const { words } = useConsole();
  const kinds: readonly ContentKind[] = kind === 'page' || kind === 'notice' ? [kind] : ['event', 'news'];
  return kinds.map((one, n) => {
    const given = Object.entries({ kind: one, category, campaign }).filter(([, value]) => value) as [string, string][];
    return (
      <Link
        key={one}
        className={n === 0 ? 'button primary' : 'button'}
        href={`/events/new?${new URLSearchParams(given)}`}
      >
        {words.events.create[one]}
      </Link>
    );
  });
};
