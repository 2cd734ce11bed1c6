import type { Route } from '../contract/route.ts';

const descriptions: Readonly<Record<string, string>> = {
  site: 'What holds for the whole site.',
  feed: 'What has been published, newest first, in several formats.',
  calendar: 'What takes place when.',
  events: 'Published events.',
  exhibitions: 'Published exhibitions and their artworks.',
  iiif: 'For viewers of images (https://iiif.io).',
  search: 'Finding what has been published.',
  pages: 'Pages for people, and what leads search engines to them.',
  'openapi.json': 'This document.',
  'staff: events': 'Working copies of events, their publication, versions and previews.',
  'staff: exhibitions':
    'Exhibitions from the call for entries to their end: artworks, ratings, selection, publication.',
  'staff: juries': 'What members of juries see and rate.',
  'staff: uploads': 'Files on their way to the store.',
  'staff: previews': 'What a preview link shows.',
  'staff: site': 'The settings, and their versions.',
  'staff: imports': 'Archives of earlier sites.',
  'staff: attention': 'Texts that go on naming whose name is withheld by now.',
  'staff: audit': 'Who did what, and when.',
  'staff: jobs': 'Work that takes longer than a request: how far it is.',
  'staff: rebuild': 'Making the public side again.',
  'staff: replay': 'Sending back to work what was set aside.',
  'staff: webhooks': 'Who is told of what becomes public, is changed there, or leaves it.',
};

/** The tag of a route: the first part of its path that tells anything. */
export const tagOf = ({ path }: Route): string => {
  const [, root = '', first = '', second = ''] = path.split('/');
  if (root !== 'v1') return 'pages';
  return first === 'staff' ? `staff: ${second}` : first in descriptions ? first : (first.split('.')[0] ?? first);
};

/** A tag as the document has it. */
export const describeTag = (name: string) => ({ name, description: descriptions[name] ?? `Routes of ${name}.` });
