import type { Page } from 'playwright-core';
import { quiet } from './quiet.ts';

/** A screen of the console that is looked at in pictures. */
interface ConsoleScreen {
  readonly name: string;
  /** Who sees it. */
  readonly role: 'editor' | 'admin' | 'juror';
  /** Where it is below `/console`; what is in brackets is the id of the item of that kind. */
  readonly path: string;
  /** What is there once it has loaded. */
  readonly shows: string;
  /** What is done on it before it is looked at. */
  readonly press?: string;
}

/** The screens of the console, each as somebody sees it who may use it. */
export const consoleScreens: readonly ConsoleScreen[] = [
  { name: 'home', role: 'editor', path: '', shows: '.waiting section' },
  { name: 'list', role: 'editor', path: '/events', shows: 'table a' },
  { name: 'calendar', role: 'editor', path: '/calendar', shows: '.month[aria-busy=false]' },
  { name: 'editor', role: 'editor', path: '/events/[event]', shows: '#text [contenteditable]' },
  { name: 'publish', role: 'editor', path: '/events/[event]', shows: 'dialog', press: '.publication .primary' },
  { name: 'exhibitions', role: 'editor', path: '/exhibitions', shows: '.exhibition-list a' },
  { name: 'exhibition', role: 'editor', path: '/exhibitions/[exhibition]', shows: '.publication .addresses' },
  { name: 'entries', role: 'editor', path: '/exhibitions/[exhibition]/entries', shows: '[role=grid] img' },
  {
    name: 'sheet',
    role: 'editor',
    path: '/exhibitions/[exhibition]/entries/sheet',
    shows: '.sheet-columns[open]',
    press: '.sheet-columns summary',
  },
  { name: 'jury', role: 'editor', path: '/exhibitions/[exhibition]/jury', shows: 'main h2' },
  { name: 'selection', role: 'editor', path: '/exhibitions/[exhibition]/selection', shows: 'main h2' },
  { name: 'hall', role: 'editor', path: '/exhibitions/[exhibition]/hall', shows: '.hall .actions' },
  { name: 'consent', role: 'editor', path: '/consent', shows: 'main h1' },
  { name: 'requests', role: 'editor', path: '/consent/requests', shows: 'main h2' },
  { name: 'request', role: 'editor', path: '/consent/requests', shows: 'dialog form', press: '.heading .primary' },
  { name: 'uploads', role: 'editor', path: '/uploads', shows: 'main img' },
  { name: 'people', role: 'admin', path: '/people', shows: '.people-list li' },
  { name: 'my-mail', role: 'admin', path: '/my-mail', shows: 'main form' },
  { name: 'operations', role: 'admin', path: '/operations', shows: 'main h1' },
  { name: 'site', role: 'admin', path: '/site', shows: 'main form' },
  { name: 'juries', role: 'juror', path: '/juries', shows: 'main h1' },
];

/** The ids of the event and the exhibition that are looked at, found as a person finds them: by their titles. */
export const findItems = async (page: Page, titles: { readonly event: RegExp; readonly exhibition: RegExp }) => {
  const idOf = async (list: string, title: RegExp): Promise<string> => {
    await page.goto(`${new URL(page.url()).origin}/console/${list}`);
    const link = page.locator('main').getByRole('link', { name: title });
    return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  };
  return { event: await idOf('events', titles.event), exhibition: await idOf('exhibitions', titles.exhibition) };
};

/** Shows a screen in a page whose person has signed in. */
export const showScreen = async (
  page: Page,
  { path, shows, press }: ConsoleScreen,
  ids: Readonly<Record<string, string>>,
): Promise<void> => {
  const address = path.replace(/\[(\w+)\]/, (_all, kind: string) => ids[kind] ?? '');
  await page.goto(`${new URL(page.url()).origin}/console${address}`);
  if (press) await page.locator(press).click();
  await page.locator(shows).first().waitFor();
  await quiet(page);
};
