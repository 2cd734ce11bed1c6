import * as z from 'zod';
import { documentOf, toDocument } from '../../aws/document.ts';
import { getItem, keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { checkWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { withUnknownFields } from '../../model/json/known-fields.ts';
import { defaultSite, type Site, siteSchema } from '../../model/site/site.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { deleteVersions } from '../store/delete-versions.ts';
import { categoryIndex, deskTable } from '../store/table.ts';

/** Where the settings are kept, with their versions. */
export const sitePk = 'SITE';
const key = keyOf(sitePk, 'WORKING');

const revisionPrefix = 'REVISION#';
const revisionKey = (version: number) => keyOf(sitePk, `${revisionPrefix}${String(version).padStart(10, '0')}`);

/** The settings, and which version of them. */
const siteVersionSchema = z.strictObject({
  site: siteSchema,
  /** Languages whose feeds are not complete yet: the public side ignores them. */
  pendingLocales: z.array(z.string()).default([]),
  /** True until the feeds match the present languages. */
  isRebuilding: z.boolean().default(false),
  version: z.int().positive(),
  updatedAt: instantSchema.optional(),
  updatedBy: z.string().optional(),
});

export type SiteVersion = z.output<typeof siteVersionSchema>;

/** The settings, read consistently; a new site has version 1 of the default ones. */
export const readSite = async (): Promise<SiteVersion> =>
  (await getItem(deskTable, key, documentOf(siteVersionSchema))) ?? {
    site: defaultSite,
    pendingLocales: [],
    isRebuilding: false,
    version: 1,
  };

/** The settings as the public may know them: without those that are about the work of the staff. */
export const publicSite = ({
  site: { fourEyes: _fourEyes, requestDays: _requestDays, confirmedMentions: _confirmedMentions, ...site },
  pendingLocales,
}: SiteVersion): Site => ({
  ...site,
  locales: site.locales.filter((locale) => !pendingLocales.includes(locale)),
});

/** The writes that put settings in place of the version before, and keep them as a revision. */
export const siteWrites = (next: SiteVersion, before: SiteVersion): Write[] => {
  const doc = toDocument(withUnknownFields(siteVersionSchema, before, next));
  return [
    putWrite(
      deskTable,
      { ...key, doc, version: { N: String(next.version) } },
      unchanged('version', storedVersion({ version: next.version - 1 }), 'version'),
    ),
    putWrite(deskTable, { ...revisionKey(next.version), doc }),
  ];
};

/** Version 1 is not stored. */
const storedVersion = ({ version }: Pick<SiteVersion, 'version'>): number | undefined =>
  version === 1 ? undefined : version;

/** Makes a transaction fail where the settings have another version. */
export const siteVersionCheck = (site: SiteVersion): Write =>
  checkWrite(deskTable, key, unchanged('version', storedVersion(site), 'version'));

/** The writes that record the progress of the feeds, in the same version of the settings. */
export const rebuildProgressWrites = (site: SiteVersion): Write[] =>
  site.updatedAt === undefined
    ? []
    : [
        putWrite(
          deskTable,
          { ...key, doc: toDocument(site), version: { N: String(site.version) } },
          unchanged('version', site.version, 'version'),
        ),
      ];

/** How many events are in a category: as working copies that are not archived, or in public. */
export const countInCategory = async (category: string): Promise<number> => {
  const ids = await queryAll(deskTable, { pk: category, index: categoryIndex }, (item) => item.pk?.S);
  return new Set(ids).size;
};

/** One version of the settings; `undefined` if there is none. */
export const readSiteVersion = (version: number): Promise<SiteVersion | undefined> =>
  getItem(deskTable, revisionKey(version), documentOf(siteVersionSchema));

/** The versions of the settings, newest first, from below `before`. */
export const readSiteVersionsPage = (limit: number, before: number | undefined): Promise<Page<SiteVersion>> => {
  const to = before === undefined ? `${revisionPrefix}~` : revisionKey(before - 1).sk.S;
  return queryPage(
    deskTable,
    { pk: sitePk, between: [revisionPrefix, to], isConsistent: false, order: 'descending', limit },
    documentOf(siteVersionSchema),
  );
};

/**
 * Erases the versions of the settings before `version`, with `until` only those that were made up to that second, and
 * gives how many they were.
 */
export const deleteSiteVersionsBefore = (version: number, until?: string): Promise<number> =>
  deleteVersions(
    { pk: sitePk, between: [revisionPrefix, revisionKey(version - 1).sk.S] },
    { until, madeAt: (stored) => documentOf(siteVersionSchema)(stored).updatedAt },
  );
