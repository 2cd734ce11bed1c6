/**
 * What no editors' page may be called, since its address is `/{locale}/{slug}`: the words that stand there or at the
 * root in the addresses of this site, and words that a later release may need. A test walks the contract.
 */
export const reservedSlugs: ReadonlySet<string> = new Set([
  ...[
    'events',
    'exhibitions',
    'calendar',
    'search',
    'artworks',
    'sitemaps',
    'sitemap',
    'robots',
    'v1',
    'iiif',
    'media',
  ],
  ...['news', 'pages', 'notices', 'languages', 'assets', 'console', 'staff', 'admin', 'api', 'feed', 'feeds'],
  ...['archive', 'campaigns', 'categories', 'sections', 'tags', 'files', 'downloads', 'people', 'places', 'preview'],
]);
