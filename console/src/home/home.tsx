import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { EraseAddress } from '../addresses/erase-address.tsx';
import { useConsole, useWords } from '../console-context.ts';
import { UnsavedDrafts } from '../drafts/unsaved-drafts.tsx';
import { BeginLinks } from '../events/begin-links.tsx';
import { now } from '../session/clock.ts';
import { Failure } from '../ui/failure.tsx';
import { focusMover } from '../ui/move-focus.ts';
import { type Block, blocksFor, type Waiting } from './blocks.ts';
import { homeWords } from './words.ts';
import './home.css';

/** How many of each kind are named, where a screen shows all of them. */
const shown = 5;

/** What waits for the person, by kind: each is asked for by itself, so that one that fails hides no other. */
export const Home = () => {
  const context = useConsole();
  const { person, language, words } = context;
  const texts = useWords(homeWords);
  const blocks = blocksFor(person);
  const queries = useQueries({
    queries: blocks.map(({ name, find }) => ({
      queryKey: ['home', name, person.id, language],
      queryFn: ({ signal }: { signal: AbortSignal }) => find({ ...context, texts, now: now(), signal }),
    })),
  });
  const all = blocks.flatMap((block, n) => {
    const query = queries[n];
    return query ? [{ block, query }] : [];
  });
  const waiting = all.flatMap(({ block, query }) =>
    query.data && query.data.count > 0 ? [{ block, found: query.data }] : [],
  );
  const nothing = all.filter(({ query }) => query.data?.count === 0);
  const isLoading = queries.some(({ isPending }) => isPending);
  return (
    <>
      <div className="heading">
        <h1 tabIndex={-1}>{texts.title}</h1>
        <BeginLinks />
      </div>
      <UnsavedDrafts />
      {all.map(
        ({ block: { name }, query: { error, refetch } }) =>
          error && (
            <div key={name}>
              <p>{texts.failed(texts.blocks[name])}</p>
              <Failure error={error} words={words} retry={() => refetch()} />
            </div>
          ),
      )}
      <div className="waiting">
        {waiting.map(({ block, found }) => (
          <WaitingBlock key={block.name} block={block} found={found} />
        ))}
      </div>
      {isLoading && <p>{words.loading}</p>}
      {nothing.length > 0 && (
        <p className="quiet">
          {nothing.length === all.length ? texts.nothing : texts.nothingIn}{' '}
          {nothing.length < all.length && nothing.map(({ block }) => texts.blocks[block.name]).join(' · ')}
        </p>
      )}
    </>
  );
};

const WaitingBlock = ({ block: { name, href }, found }: { block: Block; found: Waiting }) => {
  const texts = useWords(homeWords);
  const queries = useQueryClient();
  const { person, language } = useConsole();
  const { entries, count, hasMore } = found;
  const leaveOut = async () => {
    const moveFocus = focusMover();
    // The API says what is left: with the last one the block goes, and others may have erased or added meanwhile.
    await queries.invalidateQueries({ queryKey: ['home', name] });
    const found = queries.getQueryData<Waiting>(['home', name, person.id, language]);
    const block = found?.count ? document.getElementById(`waiting-${name}`) : null;
    moveFocus(block ?? document.querySelector<HTMLElement>('main h1'));
  };
  const helps: Partial<Record<Block['name'], string>> = texts.helps;
  return (
    <section
      aria-labelledby={`waiting-${name}`}
      className={name === 'attention' || name === 'requests' ? 'urgent' : ''}
    >
      <h2 id={`waiting-${name}`} tabIndex={-1}>
        {texts.blocks[name]} <span className="count">{hasMore ? `${count}+` : count}</span>
      </h2>
      {helps[name] && <p className="help">{helps[name]}</p>}
      <ul>
        {entries.slice(0, href ? shown : undefined).map(({ key, title, href: target, note, address }) => (
          <li key={key}>
            {target ? <Link href={target}>{title}</Link> : <strong>{title}</strong>}
            <small>{note}</small>
            {address && <EraseAddress address={address} onErased={() => void leaveOut()} />}
          </li>
        ))}
      </ul>
      {href && (hasMore || count > shown) && (
        <p>
          <Link href={href} aria-label={texts.all(texts.blocks[name])}>
            {texts.showAll}
          </Link>
        </p>
      )}
    </section>
  );
};
