import { ActButton } from '../ui/act-button.tsx';
import './site.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { fontFamilies } from '../../../shared/model/site/appearance.ts';
import { useConsole, useWords } from '../console-context.ts';
import { KeptNotes } from '../drafts/kept-notes.tsx';
import { withValue } from '../events/content.ts';
import { JobProgress } from '../jobs/job-progress.tsx';
import { jobWords } from '../jobs/words.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice, Field, TextField } from '../ui/field.tsx';
import { languageName } from '../words/language-name.ts';
import { ColoursField } from './colours-field.tsx';
import { LabelledList } from './labelled-list.tsx';
import { LocalesField } from './locales-field.tsx';
import { MeetingNote } from './meeting-note.tsx';
import { NavigationField } from './navigation-field.tsx';
import type { Site } from './site.ts';
import { SiteHistory } from './site-history.tsx';
import { SiteMentions } from './site-mentions.tsx';
import { type SiteVersion, useSiteForm } from './use-site-form.ts';
import { siteWords } from './words.ts';

/** The settings of the site. */
export const SitePage = () => {
  const { api, words } = useConsole();
  const saved = useQuery({
    queryKey: ['site'],
    queryFn: async ({ signal }): Promise<SiteVersion> => {
      const { body, version = 1 } = await api.ask('getStaffSite', { signal });
      return { site: body as Site, version };
    },
    // The form itself asks what another person has saved.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (saved.error) return <Failure error={saved.error} words={words} retry={() => saved.refetch()} />;
  return saved.data ? <SiteForm saved={saved.data} /> : <p>{words.loading}</p>;
};

const SiteForm = ({ saved }: { saved: SiteVersion }) => {
  const { words, language, person, announce } = useConsole();
  const texts = useWords(siteWords);
  const jobs = useWords(jobWords);
  const readOnly = person.role !== 'admin';
  const form = useSiteForm(saved, readOnly);
  const { base, site, errors } = form;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const errorOf = (path: string) => errors[path];
  const change = (changed: Partial<Site>) => form.change((now) => ({ ...now, ...changed }));
  const valueAt = (path: readonly string[]): string => {
    const found = path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], site);
    return typeof found === 'string' ? found : '';
  };
  const text = (
    path: readonly string[],
    label: string,
    more: { help?: string; lines?: number; lang?: string } = {},
  ) => (
    <TextField
      key={path.join('.')}
      {...{ label, readOnly, ...more }}
      value={valueAt(path)}
      error={errors[path.join('.')]}
      onChange={(value) => form.change((now) => withValue(now, path, value || undefined))}
    />
  );
  /** The same field in each language of the site. */
  const inLanguages = (
    pathIn: (locale: string) => readonly string[],
    label: (language: string) => string,
    lines?: number,
  ) => (
    <div className="row">
      {site.locales.map((locale) =>
        text(pathIn(locale), label(languageName(locale, language)), { lang: locale, ...(lines && { lines }) }),
      )}
    </div>
  );
  const save = async () => {
    if (await form.save()) announce(texts.saved);
  };
  return (
    <form
      className="site"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void save();
      }}
    >
      <div className="heading">
        <h1 tabIndex={-1}>{texts.title}</h1>
        <p className="saving" role="status">
          {form.isSaving ? texts.saving : form.isDirty ? texts.unsaved : texts.unchanged}
        </p>
        {!readOnly && (
          <ActButton type="submit" className="primary" isOff={form.isSaving || !form.isDirty}>
            {texts.save}
          </ActButton>
        )}
      </div>
      <p>{readOnly ? texts.readOnly : texts.intro}</p>
      <p className="actions">
        <Link href="/events?kind=page">{texts.pages}</Link>
        <Link href="/events?kind=notice">{texts.notices}</Link>
        <Link href="/jobs">{jobs.title}</Link>
      </p>
      <KeptNotes canKeep={form.canKeep} isTakenUp={form.isTakenUp} onDrop={form.drop} />
      {form.job && <JobProgress key={form.job.id} job={form.job} label={texts.job} />}
      {form.meeting && <MeetingNote meeting={form.meeting} locales={site.locales} onTake={form.change} />}
      {form.failure !== undefined &&
        (Object.keys(errors).length > 0 ? (
          <p role="alert" className="failure">
            {texts.refused}
          </p>
        ) : (
          <Failure error={form.failure} words={words} retry={() => void save()} />
        ))}
      {form.mentionsFailure !== undefined && (
        <Failure error={form.mentionsFailure} words={words} retry={() => void form.lookUpMentions()} />
      )}
      <SiteMentions
        mentions={form.mentions}
        confirmed={site.confirmedMentions}
        onConfirm={(confirmedMentions) => change({ confirmedMentions })}
      />
      <fieldset>
        <legend>{texts.name}</legend>
        <p className="help">{texts.nameHelp}</p>
        {inLanguages((locale) => ['title', locale], texts.siteTitle)}
        <Field label={texts.timeZone} help={texts.timeZoneHelp} error={errors.timeZone}>
          {(control) => (
            <>
              <input
                {...control}
                readOnly={readOnly}
                list="time-zones"
                value={site.timeZone}
                onChange={({ target }) => change({ timeZone: target.value })}
              />
              <datalist id="time-zones">
                {Intl.supportedValuesOf('timeZone').map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      </fieldset>
      <LocalesField {...{ site, readOnly, errorOf }} onChange={change} />
      <LabelledList
        name="categories"
        items={site.categories}
        known={base.categories.map(({ slug }) => slug)}
        locales={site.locales}
        {...{ readOnly, errorOf }}
        onChange={(categories) => change({ categories: [...categories] })}
      />
      <LabelledList
        name="campaigns"
        items={site.campaigns}
        known={base.campaigns.map(({ slug }) => slug)}
        locales={site.locales}
        {...{ readOnly, errorOf }}
        onChange={(campaigns) => change({ campaigns: [...campaigns] })}
      />
      <NavigationField
        {...{ site, readOnly, errorOf }}
        onChange={({ navigation }) => form.change((now) => withValue(now, ['navigation'], navigation))}
      />
      <fieldset>
        <legend>{texts.look}</legend>
        {text(['logo', 'url'], texts.logo, { help: texts.logoHelp })}
        <ColoursField
          {...{ readOnly, errorOf }}
          colours={site.colours}
          onChange={({ colours }) => form.change((now) => withValue(now, ['colours'], colours))}
        />
        <Choice
          label={texts.font}
          help={texts.fontHelp}
          value={site.font ?? ''}
          disabled={readOnly}
          error={errors.font}
          options={(['', ...fontFamilies] as const).map((font) => [font, texts.fonts[font]] as const)}
          onChange={(font) => form.change((now) => withValue(now, ['font'], font || undefined))}
        />
        {text(['picture', 'url'], texts.picture, { help: texts.pictureHelp })}
        {inLanguages((locale) => ['picture', 'alt', locale], texts.pictureAlt)}
      </fieldset>
      <fieldset>
        <legend>{texts.footer}</legend>
        <p className="help">{texts.footerHelp}</p>
        {inLanguages((locale) => ['contact', 'address', locale], texts.address, 3)}
        {text(['contact', 'phone'], texts.phone)}
        {text(['contact', 'email'], texts.email)}
        {text(['accessibilityStatement'], texts.statement, { help: texts.statementHelp })}
      </fieldset>
      <fieldset>
        <legend>{texts.quotation}</legend>
        <p className="help">{texts.quotationHelp}</p>
        {site.locales.map((locale) => (
          <div key={locale} className="row">
            {text(['quotation', locale, 'text'], texts.quotationText(languageName(locale, language)), {
              lang: locale,
              lines: 3,
            })}
            {text(['quotation', locale, 'speaker'], texts.speaker(languageName(locale, language)), { lang: locale })}
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.review}</legend>
        <label className="check">
          <input
            type="checkbox"
            disabled={readOnly}
            checked={site.fourEyes ?? false}
            onChange={({ target }) => form.change((now) => withValue(now, ['fourEyes'], target.checked || undefined))}
          />
          {texts.fourEyes}
        </label>
      </fieldset>
      <fieldset>
        <legend>{texts.requests}</legend>
        <TextField
          label={texts.requestDays}
          help={texts.requestDaysHelp}
          readOnly={readOnly}
          value={String(site.requestDays ?? '')}
          error={errors.requestDays}
          onChange={(typed) => {
            // The API says so where it is no number.
            const days = /^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim() || undefined;
            form.change((now) => withValue(now, ['requestDays'], days));
          }}
        />
      </fieldset>
      <details open={site.frontend !== undefined}>
        <summary>{texts.frontend}</summary>
        <p className="help">{texts.frontendHelp}</p>
        {(['home', 'events', 'exhibitions', 'pages', 'artworks', 'preview'] as const).map((name) =>
          text(['frontend', name], texts.frontends[name]),
        )}
      </details>
      {person.role !== 'contributor' && (
        <details onToggle={({ currentTarget }) => setHistoryOpen(currentTarget.open)}>
          <summary>{texts.history}</summary>
          {isHistoryOpen && (
            <SiteHistory current={form.version} canTake={!readOnly} isDirty={form.isDirty} onTake={form.change} />
          )}
        </details>
      )}
    </form>
  );
};
