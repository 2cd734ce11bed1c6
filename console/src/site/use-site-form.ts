import { useRef, useState } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { type AnswerOf, RefusedError } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { nameOf } from '../events/content.ts';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { type FieldConflict, mergeSites } from './field-conflicts.ts';
import type { Site } from './site.ts';

export interface SiteVersion {
  readonly site: Site;
  readonly version: number;
}

/** What may be left out as a whole: where nothing stands in it, it is left out. */
const optional = ['quotation', 'picture', 'logo', 'colours', 'contact', 'frontend'] as const;

const withoutEmpty = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value === '' ? undefined : value;
  const fields = Object.entries(value).map(([name, one]) => [name, withoutEmpty(one)] as const);
  const given = fields.filter(([, one]) => one !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

/** The settings as they are sent. */
const sentSite = (site: Site): Site => {
  const parts = optional.map((name) => [name, withoutEmpty(site[name])] as const);
  const given = Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  const others = Object.entries(site).filter(([name]) => !optional.some((one) => one === name));
  return { ...Object.fromEntries(others), ...given } as Site;
};

export interface Meeting {
  /** Who has saved meanwhile. */
  readonly name: string;
  readonly conflicts: readonly FieldConflict[];
}

/** The settings while they are changed, from when they were read until they are saved. */
export const useSiteForm = (saved: SiteVersion) => {
  const { api, siteChanged } = useConsole();
  const [{ site: base, version }, setBase] = useState(saved);
  const [site, setSite] = useState(base);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const [job, setJob] = useState<AnswerOf<'getJob'>>();
  const [meeting, setMeeting] = useState<Meeting>();
  const isDirty = !isSameJson(base, sentSite(site));
  const latest = useRef(site);
  latest.current = site;

  useLeaveWarning(isDirty);

  const read = async (): Promise<SiteVersion> => {
    const { body, version: current } = await api.ask('getStaffSite', {});
    return { site: body as Site, version: current ?? 1 };
  };

  /** Puts what another person has saved together with what is written here. */
  const meet = async (): Promise<void> => {
    const [theirs, revisions] = await Promise.all([read(), api.call('listSiteRevisions', { query: { limit: '1' } })]);
    // With what was typed meanwhile.
    const { merged, conflicts } = mergeSites(base, latest.current, theirs.site);
    setBase(theirs);
    setSite(merged);
    setMeeting({ name: nameOf(revisions.items[0]?.createdBy ?? ''), conflicts });
  };

  const save = async (): Promise<boolean> => {
    setSaving(true);
    setFailure(undefined);
    setErrors({});
    setMeeting(undefined);
    try {
      const answer = await api.ask('updateSite', { version, body: sentSite(site) });
      setJob(answer.job);
      const now = await read();
      setBase(now);
      // What was typed while it was sent is not saved yet.
      setSite((written) => (isSameJson(written, site) ? now.site : written));
      siteChanged(now.site);
      return true;
    } catch (error) {
      if (error instanceof RefusedError && error.problem.status === 412) await meet().catch(setFailure);
      else {
        if (error instanceof RefusedError)
          setErrors(Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message])));
        setFailure(error);
      }
      return false;
    } finally {
      setSaving(false);
    }
  };

  return { base, version, site, errors, failure, isSaving, isDirty, job, meeting, save, change: setSite };
};
