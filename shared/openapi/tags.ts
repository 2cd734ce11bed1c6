import type { Route } from '../contract/route.ts';

/** The groups of routes, in their order, and what each is about. */
const descriptions = {
  Feeds: 'What has been published, newest first, in several formats; and what takes place when.',
  Search: 'Finding what has been published.',
  Events: 'Published events.',
  Exhibitions: 'Published exhibitions and their artworks.',
  IIIF: 'For viewers of images (https://iiif.io).',
  Site: 'What holds for the whole site.',
  Pages: 'Pages for people, and what leads search engines to them.',
  'API description': 'This document.',
  'Staff: events': 'Working copies of events, their publication, versions and previews.',
  'Staff: exhibitions':
    'Exhibitions from the call for entries to their end: artworks, ratings, selection, publication.',
  'Staff: juries': 'What members of juries see and rate.',
  'Staff: consents': 'All about one person: who has agreed to what, where a name stands, and what an act takes away.',
  'Staff: files': 'Images and other files on their way to the store.',
  'Staff: settings': 'The settings, and their versions.',
  'Staff: imports': 'Archives of earlier sites.',
  'Staff: names': 'Texts that go on naming whose name is withheld by now.',
  'Staff: webhooks': 'Who is told of what becomes public, is changed there, or leaves it.',
  'Staff: people': 'Who works here, by which account and in which role.',
  'Staff: operations': 'Long work and how far it is, what was set aside, and who did what.',
} as const;

type Tag = keyof typeof descriptions;

/** The group of a route by the first part of its path that tells anything, without what says the format. */
const ofPublic: Readonly<Record<string, Tag>> = {
  feed: 'Feeds',
  calendar: 'Feeds',
  search: 'Search',
  events: 'Events',
  exhibitions: 'Exhibitions',
  pages: 'Pages',
  iiif: 'IIIF',
  site: 'Site',
  openapi: 'API description',
  assets: 'Pages',
  fonts: 'Pages',
};

const ofStaff: Readonly<Record<string, Tag>> = {
  events: 'Staff: events',
  previews: 'Staff: events',
  render: 'Staff: events',
  exhibitions: 'Staff: exhibitions',
  juries: 'Staff: juries',
  consents: 'Staff: consents',
  'person-requests': 'Staff: consents',
  uploads: 'Staff: files',
  site: 'Staff: settings',
  imports: 'Staff: imports',
  attention: 'Staff: names',
  webhooks: 'Staff: webhooks',
  jobs: 'Staff: operations',
  rebuild: 'Staff: operations',
  replay: 'Staff: operations',
  'set-aside': 'Staff: operations',
  audit: 'Staff: operations',
  me: 'Staff: people',
  people: 'Staff: people',
  accounts: 'Staff: people',
  jurors: 'Staff: people',
};

/** The tag of a route. Throws where it belongs to no group. */
export const tagOf = ({ path }: Pick<Route, 'path'>): Tag => {
  const [, root = '', first = '', second = ''] = path.split('/');
  if (root !== 'v1') return 'Pages';
  const tag = first === 'staff' ? ofStaff[second] : ofPublic[first.split('.')[0] ?? ''];
  if (!tag) throw new Error(`${path} belongs to no group of routes: see shared/openapi/tags.ts.`);
  return tag;
};

/** Those of the groups that are used, in their order, as the document has them. */
export const tagsOf = (used: readonly Tag[]) =>
  Object.entries(descriptions)
    .filter(([name]) => used.includes(name as Tag))
    .map(([name, description]) => ({ name, description }));
