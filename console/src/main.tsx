import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readConfig } from './session/config.ts';
import { Session } from './session/session.ts';
import './style.css';

const session = new Session(await readConfig());
let hasFailed = false;
try {
  const path = await session.begin();
  // The code stays in no history.
  if (path !== undefined) history.replaceState(null, '', path);
} catch (error) {
  console.error(error);
  hasFailed = true;
  history.replaceState(null, '', import.meta.env.BASE_URL);
}
createRoot(document.getElementById('console') as HTMLElement).render(
  <StrictMode>
    <App session={session} hasFailed={hasFailed} />
  </StrictMode>,
);
