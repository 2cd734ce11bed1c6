import { lazy, Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { isAtLeast } from '../../shared/model/staff/role.ts';
import { type Person, useCommon, useConsole } from './console-context.ts';
import { ScreenBoundary } from './ui/screen-boundary.tsx';
import { ScreenFailure } from './ui/screen-failure.tsx';
import type { Words } from './words/words.ts';

const Home = lazy(async () => ({ default: (await import('./home/home.tsx')).Home }));
const DraftsPage = lazy(async () => ({ default: (await import('./drafts/drafts-page.tsx')).DraftsPage }));
const EventList = lazy(async () => ({ default: (await import('./events/list/event-list.tsx')).EventList }));
const Calendar = lazy(async () => ({ default: (await import('./calendar/calendar.tsx')).Calendar }));
const EventPage = lazy(async () => ({ default: (await import('./events/event-editor.tsx')).EventPage }));
const HistoryPage = lazy(async () => ({ default: (await import('./history/history-page.tsx')).HistoryPage }));
const ExhibitionList = lazy(async () => ({
  default: (await import('./exhibitions/list/exhibition-list.tsx')).ExhibitionList,
}));
const ExhibitionPage = lazy(async () => ({
  default: (await import('./exhibitions/exhibition-page.tsx')).ExhibitionPage,
}));
const ConsentPage = lazy(async () => ({ default: (await import('./consent/consent-page.tsx')).ConsentPage }));
const RequestsPage = lazy(async () => ({ default: (await import('./requests/requests-page.tsx')).RequestsPage }));
const EntriesPage = lazy(async () => ({ default: (await import('./entries/entries-page.tsx')).EntriesPage }));
const SheetPage = lazy(async () => ({ default: (await import('./entries/sheet/sheet-page.tsx')).SheetPage }));
const EnterOnePage = lazy(async () => ({ default: (await import('./entries/one/enter-one-page.tsx')).EnterOnePage }));
const ExhibitionJury = lazy(async () => ({ default: (await import('./juries/exhibition-jury.tsx')).ExhibitionJury }));
const JuriesPage = lazy(async () => ({ default: (await import('./juries/juries-page.tsx')).JuriesPage }));
const JuryPage = lazy(async () => ({ default: (await import('./juries/jury-page.tsx')).JuryPage }));
const ExhibitionHistoryPage = lazy(async () => ({
  default: (await import('./exhibitions/exhibition-history-page.tsx')).ExhibitionHistoryPage,
}));
const JobsPage = lazy(async () => ({ default: (await import('./jobs/jobs-page.tsx')).JobsPage }));
const JobPage = lazy(async () => ({ default: (await import('./jobs/job-page.tsx')).JobPage }));
const Library = lazy(async () => ({ default: (await import('./media/library.tsx')).Library }));
const OperationsPage = lazy(async () => ({
  default: (await import('./operations/operations-page.tsx')).OperationsPage,
}));
const WebhookList = lazy(async () => ({ default: (await import('./webhooks/webhook-list.tsx')).WebhookList }));
const WebhookPage = lazy(async () => ({ default: (await import('./webhooks/webhook-page.tsx')).WebhookPage }));
const ImportsPage = lazy(async () => ({ default: (await import('./imports/imports-page.tsx')).ImportsPage }));
const AuditPage = lazy(async () => ({ default: (await import('./audit/audit-page.tsx')).AuditPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people/people-page.tsx')).PeoplePage }));
const MyMailPage = lazy(async () => ({ default: (await import('./my-mail/my-mail-page.tsx')).MyMailPage }));
const SitePage = lazy(async () => ({ default: (await import('./site/site-page.tsx')).SitePage }));

const SelectionPage = lazy(async () => ({
  default: (await import('./selection/selection-page.tsx')).SelectionPage,
}));

const HallPage = lazy(async () => ({ default: (await import('./hall/hall-page.tsx')).HallPage }));

interface Entry {
  readonly path: string;
  readonly label: (words: Words) => string;
  /** The lowest role in whose menu it is; that of all who have a role where absent. */
  readonly role?: Person['role'];
  /** In whose menu it is, whatever their role. */
  readonly group?: Person['groups'][number];
}

/** Where the menu leads, in this order. */
const menu: readonly Entry[] = [
  { path: '/', label: ({ menu }) => menu.home },
  { path: '/events', label: ({ events }) => events.title },
  { path: '/exhibitions', label: ({ menu }) => menu.exhibitions },
  { path: '/consent', label: ({ menu }) => menu.consent, role: 'editor' },
  { path: '/juries', label: ({ menu }) => menu.juries, group: 'juror' },
  { path: '/calendar', label: ({ menu }) => menu.calendar },
  { path: '/uploads', label: ({ menu }) => menu.uploads },
  { path: '/people', label: ({ menu }) => menu.people, role: 'admin' },
  { path: '/site', label: ({ menu }) => menu.site, role: 'admin' },
  { path: '/operations', label: ({ menu }) => menu.operations, role: 'admin' },
];

export const Menu = () => {
  const { words, person } = useCommon();
  const [location] = useLocation();
  const isShown = ({ role = 'contributor', group }: Entry) =>
    group ? person.groups.includes(group) : person.role !== undefined && isAtLeast(person.role, role);
  const entries = menu.filter(isShown);
  return (
    <nav aria-label={words.console}>
      {entries.map(({ path, label }) => (
        <Link
          key={path}
          href={path}
          aria-current={location === path ? 'page' : location.startsWith(`${path}/`) || undefined}
        >
          {label(words)}
        </Link>
      ))}
    </nav>
  );
};

/** The screen of the present address. What a person may not need is loaded when it is opened. */
export const Screens = () => {
  const { words, person } = useConsole();
  const [location] = useLocation();
  return (
    <ScreenBoundary location={location} fallback={(error) => <ScreenFailure error={error} />}>
      <Suspense fallback={<p>{words.loading}</p>}>
        <Switch>
          <Route path="/">
            <Home />
          </Route>
          <Route path="/events">
            <EventList />
          </Route>
          <Route path="/calendar">
            <Calendar />
          </Route>
          <Route path="/drafts">
            <DraftsPage />
          </Route>
          <Route path="/events/new">
            <EventPage id={undefined} />
          </Route>
          <Route path="/events/:id/history">{({ id }) => <HistoryPage key={id} id={id} />}</Route>
          <Route path="/events/:id">{({ id }) => <EventPage id={id} />}</Route>
          <Route path="/exhibitions">
            <ExhibitionList />
          </Route>
          <Route path="/exhibitions/:id/entries/sheet">{({ id }) => <SheetPage key={id} id={id} />}</Route>
          <Route path="/exhibitions/:id/entries/new">{({ id }) => <EnterOnePage key={id} id={id} />}</Route>
          <Route path="/exhibitions/:id/entries">{({ id }) => <EntriesPage key={id} id={id} />}</Route>
          <Route path="/exhibitions/:id/jury">{({ id }) => <ExhibitionJury key={id} id={id} />}</Route>
          <Route path="/exhibitions/:id/hall">{({ id }) => <HallPage key={id} id={id} />}</Route>
          <Route path="/exhibitions/:id/selection">{({ id }) => <SelectionPage key={id} id={id} />}</Route>
          <Route path="/exhibitions/:id/history">{({ id }) => <ExhibitionHistoryPage key={id} id={id} />}</Route>
          <Route path="/exhibitions/:id">{({ id }) => <ExhibitionPage key={id} id={id} />}</Route>
          <Route path="/consent">
            <ConsentPage />
          </Route>
          <Route path="/consent/requests">
            <RequestsPage />
          </Route>
          <Route path="/juries">
            <JuriesPage />
          </Route>
          <Route path="/juries/:id">{({ id }) => <JuryPage key={id} id={id} />}</Route>
          <Route path="/jobs">
            <JobsPage />
          </Route>
          <Route path="/jobs/:id">{({ id }) => <JobPage id={id} />}</Route>
          <Route path="/uploads">
            <Library />
          </Route>
          <Route path="/operations">
            <OperationsPage />
          </Route>
          <Route path="/webhooks">
            <WebhookList />
          </Route>
          <Route path="/webhooks/new">
            <WebhookPage id={undefined} />
          </Route>
          <Route path="/webhooks/:id">{({ id }) => <WebhookPage key={id} id={id} />}</Route>
          <Route path="/imports">
            <ImportsPage />
          </Route>
          <Route path="/audit">
            <AuditPage />
          </Route>
          {person.role === 'admin' && (
            <Route path="/people">
              <PeoplePage />
            </Route>
          )}
          <Route path="/my-mail">
            <MyMailPage />
          </Route>
          <Route path="/site">
            <SitePage />
          </Route>
          <Route>
            <p>{words.failures.notFound}</p>
          </Route>
        </Switch>
      </Suspense>
    </ScreenBoundary>
  );
};
