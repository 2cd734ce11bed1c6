import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { handOver, isBeside } from './session/beside.ts';
import { readConfig } from './session/config.ts';
import { Session } from './session/session.ts';
import { SignedInBeside } from './session/signed-in-beside.tsx';
import { chosenLanguage, wordsIn } from './words/words.ts';
import './style.css';

const root = createRoot(document.getElementById('console') as HTMLElement);

/** Takes up the session, and shows the console. */
const begin = async (): Promise<void> => {
  const session = new Session(await readConfig());
  let hasFailed = false;
  try {
    const path = await session.begin();
    // The history of the browser does not keep the code of the sign-in.
    if (path !== undefined) history.replaceState(null, '', path);
  } catch (error) {
    console.error(error);
    hasFailed = true;
    history.replaceState(null, '', import.meta.env.BASE_URL);
  }
  root.render(
    <StrictMode>
      <App session={session} hasFailed={hasFailed} />
    </StrictMode>,
  );
};

const url = new URL(location.href);
if (isBeside(url)) {
  history.replaceState(null, '', import.meta.env.BASE_URL);
  root.render(<SignedInBeside words={wordsIn[chosenLanguage()]} />);
  handOver(url);
} else {
  await begin();
}
