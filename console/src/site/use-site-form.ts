import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { type AnswerOf, RefusedError } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { readKeptForm } from '../drafts/kept-form.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { nameOf } from '../events/content.ts';
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

/** What the form is called among those that are kept on the device. */
const formName = 'site';

/**
 * The settings while they are changed, from when they were read until they are saved. What is not saved is kept on the
 * device, and put together with what others have saved meanwhile.
 */
export const useSiteForm = (saved: SiteVersion, readOnly: boolean) => {
  const { api, person, siteChanged } = useConsole();
  const [{ site: base, version }, setBase] = useState(saved);
  const [begun] = useState(() => {
    const kept = readOnly ? undefined : readKeptForm<Site>(person.id, formName);
    if (!kept) return { merged: saved.site, conflicts: [] };
    return mergeSites(kept.base, kept.value, saved.site);
  });
  const [site, setSite] = useState(begun.merged);
  const [isTakenUp, setTakenUp] = useState(!isSameJson(begun.merged, saved.site));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const [job, setJob] = useState<AnswerOf<'getJob'>>();
  const [meeting, setMeeting] = useState<Meeting>();
  const [mentions, setMentions] = useState<AnswerOf<'lookUpSiteMentions'>['items']>([]);
  /** Why it is not known whom the texts may name for which the settings were refused. */
  const [mentionsFailure, setMentionsFailure] = useState<unknown>();
  const isDirty = !isSameJson(base, sentSite(site));
  const latest = useRef(site);
  latest.current = site;

  const { canKeep } = useKeptForm(formName, { base, value: site }, isDirty);

  const read = async (): Promise<SiteVersion> => {
    const { body, version: current } = await api.ask('getStaffSite', {});
    return { site: body as Site, version: current ?? 1 };
  };

  /** Who has saved the settings last. */
  const nameOfLast = async (): Promise<string> => {
    const { items } = await api.call('listSiteRevisions', { query: { limit: '1' } });
    return nameOf(items[0]?.createdBy ?? '');
  };

  const meetAtFirst = useEffectEvent(async () => {
    if (begun.conflicts.length === 0) return;
    setMeeting({ name: await nameOfLast().catch(() => ''), conflicts: begun.conflicts });
  });
  useEffect(() => void meetAtFirst(), []);

  /** Puts what another person has saved together with what is written here. */
  const meet = async (): Promise<void> => {
    const [theirs, name] = await Promise.all([read(), nameOfLast()]);
    // With what was typed meanwhile.
    const { merged, conflicts } = mergeSites(base, latest.current, theirs.site);
    setBase(theirs);
    setSite(merged);
    setMeeting({ name, conflicts });
  };

  const lookUpMentions = (): Promise<void> => {
    setMentionsFailure(undefined);
    const body = sentSite(latest.current);
    return api.call('lookUpSiteMentions', { body }).then(({ items }) => setMentions(items), setMentionsFailure);
  };

  const save = async (): Promise<boolean> => {
    setSaving(true);
    setFailure(undefined);
    setErrors({});
    setMeeting(undefined);
    setMentions([]);
    setMentionsFailure(undefined);
    try {
      const answer = await api.ask('updateSite', { version, body: sentSite(site) });
      setJob(answer.job);
      const now = await read();
      setBase(now);
      setTakenUp(false);
      // What was typed while it was sent is not saved yet; what another person has saved since stays.
      setSite((written) => mergeSites(site, written, now.site).merged);
      siteChanged(now.site);
      return true;
    } catch (error) {
      if (error instanceof RefusedError && error.problem.status === 412) await meet().catch(setFailure);
      else {
        if (error instanceof RefusedError)
          setErrors(Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message])));
        setFailure(error);
        if (error instanceof RefusedError && error.problem.errors?.some(({ code }) => code === 'mayNameWithheld'))
          await lookUpMentions();
      }
      return false;
    } finally {
      setSaving(false);
    }
  };

  /** Gives up what was written before the form was opened, and since. */
  const drop = (): void => {
    setTakenUp(false);
    setMeeting(undefined);
    setErrors({});
    setFailure(undefined);
    setMentions([]);
    setMentionsFailure(undefined);
    setSite(base);
  };

  return {
    ...{ base, version, site, errors, failure, isSaving, isDirty, canKeep, job, meeting, mentions, mentionsFailure },
    isTakenUp: isTakenUp && isDirty,
    ...{ save, drop, lookUpMentions, change: setSite },
  };
};
