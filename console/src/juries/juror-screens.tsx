import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useCommon } from '../console-context.ts';
import { ScreenBoundary } from '../ui/screen-boundary.tsx';
import { ScreenFailure } from '../ui/screen-failure.tsx';

const JuriesPage = lazy(async () => ({ default: (await import('./juries-page.tsx')).JuriesPage }));
const JuryPage = lazy(async () => ({ default: (await import('./jury-page.tsx')).JuryPage }));

/** All that there is for somebody who is a juror and nothing else. */
export const JurorScreens = () => {
  const { words } = useCommon();
  const [location] = useLocation();
  return (
    <ScreenBoundary location={location} fallback={(error) => <ScreenFailure error={error} />}>
      <Suspense fallback={<p>{words.loading}</p>}>
        <Switch>
          <Route path="/juries/:id">{({ id }) => <JuryPage key={id} id={id} />}</Route>
          {['/', '/juries'].map((path) => (
            <Route key={path} path={path}>
              <JuriesPage />
            </Route>
          ))}
          <Route>
            <p>{words.failures.notFound}</p>
          </Route>
        </Switch>
      </Suspense>
    </ScreenBoundary>
  );
};
