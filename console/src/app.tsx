import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Link, Router } from 'wouter';
import { type AnswerOf, apiOf, OfflineError, RefusedError } from './api/api.ts';
import { Context, type Person } from './console-context.ts';
import { forgetOldForms } from './drafts/kept-form.ts';
import { SendDrafts } from './drafts/send-drafts.tsx';
import { sendNow } from './drafts/until-sent.ts';
import { forgetOld } from './entries/kept.ts';
import { Header } from './header.tsx';
import { JurorScreens } from './juries/juror-screens.tsx';
import { SendRatings } from './juries/send-ratings.tsx';
import { Menu, Screens } from './screens.tsx';
import { OtherPersonError, type Session, SignedOutError } from './session/session.ts';
import { SignInPage } from './session/sign-in-page.tsx';
import { SignOut } from './session/sign-out.tsx';
import { Announcement } from './ui/announcement.tsx';
import { Failure } from './ui/failure.tsx';
import { usePageTitle } from './ui/use-page-title.ts';
import { UploadQueue } from './uploads/upload-queue.ts';
import { chosenLanguage, type Language, languageNames, languages, rememberLanguage, wordsIn } from './words/words.ts';

const UploadTray = lazy(async () => ({ default: (await import('./uploads/upload-tray.tsx')).UploadTray }));

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } });

/** The whole console: who is signed in, in which language, and the screen of the present address. */
export const App = ({ session, hasFailed }: { session: Session; hasFailed: boolean }) => {
  const [language, setLanguage] = useState(chosenLanguage);
  const [site, setSite] = useState<AnswerOf<'getStaffSite'>>();
  const [title, setTitle] = useState<AnswerOf<'getSite'>['title']>();
  const [failure, setFailure] = useState<unknown>();
  const [isOver, setOver] = useState(false);
  const [isOther, setOther] = useState(false);
  const [said, say] = useState<{ readonly text: string }>();
  const announce = useCallback((text: string) => say({ text }), []);
  const words = wordsIn[language];
  const [person, setPerson] = useState<Person>();
  const api = useMemo(() => {
    const token = (refused?: string) =>
      session.token(refused).catch((error: unknown) => {
        if (error instanceof SignedOutError) setOver(true);
        // What `fetch` rejects with.
        throw error instanceof TypeError ? new OfflineError(error) : error;
      });
    // Another language makes no new client: what is there need not be asked for again.
    return apiOf({ token, language: () => document.documentElement.lang });
  }, [session]);
  const uploads = useMemo(() => new UploadQueue(api), [api]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  usePageTitle(`${words.console} · ${title?.[language] ?? 'Sergi'}`);
  useEffect(() => {
    if (session.isSignedIn) api.call('getMe', {}).then(setPerson, setFailure);
  }, [api, session]);
  useEffect(() => {
    if (person?.role) api.call('getStaffSite', {}).then(setSite, setFailure);
    // A juror is shown what everybody may know of the site, and needs no more.
    else if (person) api.call('getSite', {}).then(({ title }) => setTitle(title), setFailure);
  }, [api, person]);
  useEffect(() => setTitle(site?.title), [site]);
  // The name that everybody knows the site by, also before there is a session.
  useEffect(() => {
    if (!session.isSignedIn)
      api.call('getSite', {}).then(
        (its) => setTitle(its.title),
        () => {},
      );
  }, [api, session]);
  // The API answers 403 to a person who is in no group of the user pool.
  const hasNoRole = !person && failure instanceof RefusedError && failure.problem.status === 403;
  useEffect(() => {
    forgetOld().catch(() => {});
    forgetOldForms();
  }, []);
  const choose = (chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  const signInAgain = async () => {
    try {
      if (!(await session.signInBeside(person?.id))) return await session.signIn();
      setOver(false);
      setOther(false);
      uploads.resume();
      sendNow();
      await queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    } catch (error) {
      setOther(error instanceof OtherPersonError);
      if (error instanceof OtherPersonError) return;
      // A second tab has been opened in place of the first.
      if (!(error instanceof DOMException && error.name === 'AbortError')) announce(words.signIn.failed);
    }
  };
  const isJuror = person !== undefined && !person.role;
  const isReady = isJuror || (person !== undefined && site !== undefined);
  const frame = (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Header title={title?.[language] ?? 'Sergi'} menu={isReady ? words.menu.button : undefined}>
        <div className="account">
          <select
            aria-label={words.language}
            value={language}
            onChange={({ target }) => choose(target.value as Language)}
          >
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
          {person && (
            <span>
              {person.name}
              <small>{person.groups.map((group) => words.roles[group]).join(', ')}</small>
            </span>
          )}
          {isReady && person?.getsMail && <Link href="/my-mail">{words.menu.myMail}</Link>}
          {session.isSignedIn && <SignOut session={session} person={person?.id} words={words} />}
        </div>
        {isReady && <Menu />}
      </Header>
      {isOver && (
        <div role="alert" className="note ended">
          <p>{isOther ? words.signIn.other(person?.name ?? '') : words.signIn.ended}</p>
          <button type="button" className="primary" onClick={() => void signInAgain()}>
            {words.signIn.button}
          </button>
        </div>
      )}
      <Announcement said={said} />
      {!session.isSignedIn && <SignInPage words={words} hasFailed={hasFailed} onSignIn={() => session.signIn()} />}
      {session.isSignedIn && (
        <main id="content" tabIndex={-1}>
          {hasNoRole && <p className="note">{words.signIn.noRole}</p>}
          {failure !== undefined && !hasNoRole && !isReady && <Failure error={failure} words={words} />}
          {isReady && (isJuror ? <JurorScreens /> : <Screens />)}
          {isReady && !isJuror && <SendDrafts />}
          {isReady && <SendRatings />}
        </main>
      )}
      {isReady && !isJuror && (
        <Suspense>
          <UploadTray />
        </Suspense>
      )}
    </>
  );
  if (!isReady) return frame;
  const common = { api, session, person, language, words, announce };
  return (
    <Context value={site ? { ...common, site, siteChanged: setSite, uploads } : common}>
      <QueryClientProvider client={queries}>
        <Router base={import.meta.env.BASE_URL.replace(/\/$/, '')}>{frame}</Router>
      </QueryClientProvider>
    </Context>
  );
};
