import { lazy, Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { useConsole } from './console-context.ts';
import type { Words } from './words/words.ts';

const Home = lazy(async () => ({ default: (await import('./home/home.tsx')).Home }));
const EventList = lazy(async () => ({ default: (await import('./events/event-list.tsx')).EventList }));
const EventPage = lazy(async () => ({ default: (await import('./events/event-editor.tsx')).EventPage }));

/** Where the menu leads, in this order. */
const menu: readonly { readonly path: string; readonly label: (words: Words) => string }[] = [
  { path: '/', label: ({ menu }) => menu.home },
  { path: '/events', label: ({ events }) => events.title },
];

export const Menu = () => {
  const { words } = useConsole();
  const [location] = useLocation();
  return (
    <nav aria-label={words.console}>
      {menu.map(({ path, label }) => (
        <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
          {label(words)}
        </Link>
      ))}
    </nav>
  );
};

/** The screen of the present address. What a person may not need is loaded when it is opened. */
export const Screens = () => {
  const { words } = useConsole();
  return (
    <Suspense fallback={<p>{words.loading}</p>}>
      <Switch>
        <Route path="/">
          <Home />
        </Route>
        <Route path="/events">
          <EventList />
        </Route>
        <Route path="/events/new">
          <EventPage id={undefined} />
        </Route>
        <Route path="/events/:id">{({ id }) => <EventPage id={id} />}</Route>
        <Route>
          <p>{words.failures.notFound}</p>
        </Route>
      </Switch>
    </Suspense>
  );
};
