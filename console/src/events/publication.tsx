import { useState } from 'react';
import type { EventAction } from '../../../shared/model/permissions.ts';
import { RefusedError } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { fromLocal, momentInWords, toLocal } from '../ui/dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { Field } from '../ui/field.tsx';
import { languageName } from '../words/language-name.ts';
import type { StaffEvent } from './content.ts';
import { fieldName } from './field-name.ts';
import { may } from './may.ts';
import { Status } from './status.tsx';

/** Where readers find an event: a page of the site has no section, and a notice stands above every page. */
const publicPath = ({ id, kind, translations }: StaffEvent, locale: string): string => {
  if (kind === 'notice') return `/${locale}`;
  const name = translations[locale]?.slug ?? id;
  return kind === 'page' ? `/${locale}/${name}` : `/${locale}/events/${name}`;
};

interface PublicationProps {
  readonly event: StaffEvent;
  /** What is written differs from what is saved: it could not be published. */
  readonly isDirty: boolean;
  readonly changed: (event: StaffEvent) => void;
}

/** Whether an event is public, in which languages and until when; and what can be done about it. */
export const Publication = ({ event, isDirty, changed }: PublicationProps) => {
  const { api, words, language, site, person, announce } = useConsole();
  const texts = words.publish;
  const [open, setOpen] = useState<'publish' | 'unpublish'>();
  const [failure, setFailure] = useState<unknown>();
  const can = (action: EventAction) => may(action, event, person);
  const isPublic = event.status === 'published' || event.status === 'scheduled';
  const run = async (act: () => Promise<StaffEvent>, said: (event: StaffEvent) => string) => {
    setFailure(undefined);
    try {
      const after = await act();
      changed(after);
      announce(said(after));
      setOpen(undefined);
    } catch (error) {
      setFailure(error);
    }
  };
  const params = { id: event.id };
  const preview = async (locale: string) => {
    const { url } = await api.call('createPreview', { params, body: { locale } });
    window.open(url, '_blank', 'noopener');
  };
  const setStatus = (status: 'draft' | 'inReview') => () =>
    run(
      () => api.call('updateEventStatus', { params, version: event.version, body: { status } }),
      () => (status === 'inReview' ? texts.submitted : words.statuses.draft),
    );
  return (
    <aside className="publication" aria-labelledby="publication">
      <h2 id="publication">{texts.title}</h2>
      <p>
        <Status status={event.status} words={words} />
      </p>
      {event.publishedLocales.length > 0 && isPublic && (
        <p>
          {texts.seeAt}:{' '}
          {event.publishedLocales.map((locale) => (
            <a key={locale} href={publicPath(event, locale)} target="_blank" rel="noreferrer">
              {languageName(locale, language)}
            </a>
          ))}
        </p>
      )}
      <p className="actions">
        {can('publishEvent') && (
          <button type="button" className="primary" disabled={isDirty} onClick={() => setOpen('publish')}>
            {texts.button}
          </button>
        )}
        {can('unpublishEvent') && isPublic && (
          <button type="button" onClick={() => setOpen('unpublish')}>
            {texts.unpublish}
          </button>
        )}
        {can('submitEvent') && !can('publishEvent') && (
          <button type="button" disabled={isDirty} onClick={setStatus('inReview')}>
            {texts.submit}
          </button>
        )}
        {can('recallEvent') && (
          <button type="button" disabled={isDirty} onClick={setStatus('draft')}>
            {texts.takeBack}
          </button>
        )}
      </p>
      {isDirty && <p className="help">{texts.saveFirst}</p>}
      <p className="actions">
        {(can('previewEvent') ? site.locales : [])
          .filter((locale) => event.translations[locale]?.title)
          .map((locale) => (
            <button key={locale} type="button" disabled={isDirty} onClick={() => preview(locale).catch(setFailure)}>
              {words.preview.button}: {languageName(locale, language)}
            </button>
          ))}
      </p>
      <p className="help">{words.preview.help}</p>
      {failure !== undefined && !open && <Failure error={failure} words={words} />}
      {open === 'publish' && (
        <PublishDialog event={event} failure={failure} run={run} onClose={() => setOpen(undefined)} />
      )}
      {open === 'unpublish' && (
        <Dialog title={texts.unpublishTitle} onClose={() => setOpen(undefined)}>
          <p>{texts.unpublishHelp}</p>
          {failure !== undefined && <Failure error={failure} words={words} />}
          <p className="actions">
            <button
              type="button"
              className="primary"
              onClick={() =>
                run(
                  () => api.call('unpublishEvent', { params, body: {} }),
                  () => texts.unpublished,
                )
              }
            >
              {texts.unpublish}
            </button>
            <button type="button" onClick={() => setOpen(undefined)}>
              {words.cancel}
            </button>
          </p>
        </Dialog>
      )}
    </aside>
  );
};

interface PublishDialogProps {
  readonly event: StaffEvent;
  readonly failure: unknown;
  readonly run: (act: () => Promise<StaffEvent>, said: (event: StaffEvent) => string) => Promise<void>;
  readonly onClose: () => void;
}

/** Which languages are published, and when. */
const PublishDialog = ({ event, failure, run, onClose }: PublishDialogProps) => {
  const { api, words, language, site } = useConsole();
  const texts = words.publish;
  const isComplete = (locale: string) => {
    const { title, body } = event.translations[locale] ?? {};
    return Boolean(title && (body || event.kind === 'notice'));
  };
  const [locales, setLocales] = useState<readonly string[]>(site.locales.filter(isComplete));
  // Without a time a plan for later would be given up.
  const planned = { at: event.status === 'scheduled' ? event.publishedAt : undefined, until: event.unpublishAt };
  const local = (instant: string | undefined) => (instant ? toLocal(instant, site.timeZone) : '');
  const [at, setAt] = useState(local(planned.at));
  const [until, setUntil] = useState(local(planned.until));
  /** The moment that a field says; where nobody has changed that, it stays to the second. */
  const momentOf = (field: string, before: string | undefined) =>
    field === local(before) ? before : fromLocal(field, site.timeZone);
  const publish = () =>
    run(
      () =>
        api.call('publishEvent', {
          params: { id: event.id },
          version: event.version,
          body: {
            locales: [...locales],
            ...(at && { publishAt: momentOf(at, planned.at) }),
            unpublishAt: until ? momentOf(until, planned.until) : null,
          },
        }),
      ({ status, publishedAt }) =>
        status === 'scheduled' && publishedAt
          ? texts.planned(momentInWords(publishedAt, language, site.timeZone))
          : texts.done,
    );
  const errors = failure instanceof RefusedError ? (failure.problem.errors ?? []) : [];
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <fieldset>
        <legend>{texts.which}</legend>
        {site.locales.map((locale) => (
          <label key={locale} className="check">
            <input
              type="checkbox"
              checked={locales.includes(locale)}
              disabled={!isComplete(locale)}
              onChange={({ target }) =>
                setLocales((before) => (target.checked ? [...before, locale] : before.filter((one) => one !== locale)))
              }
            />
            {languageName(locale, language)}
            {!isComplete(locale) && <small> {texts.missingText}</small>}
          </label>
        ))}
      </fieldset>
      <Field label={texts.at} help={`${texts.atHelp} ${words.fields.timeHelp(site.timeZone)}`}>
        {(control) => (
          <input {...control} type="datetime-local" value={at} onChange={({ target }) => setAt(target.value)} />
        )}
      </Field>
      <Field label={texts.until}>
        {(control) => (
          <input {...control} type="datetime-local" value={until} onChange={({ target }) => setUntil(target.value)} />
        )}
      </Field>
      {errors.length > 0 && (
        <div role="alert" className="failure">
          <p>{texts.refused}</p>
          <ul>
            {errors.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {fieldName(path, { words, language, locales: site.locales })}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {failure !== undefined && errors.length === 0 && <Failure error={failure} words={words} />}
      <p className="actions">
        <button type="button" className="primary" disabled={locales.length === 0} onClick={publish}>
          {texts.confirm}
        </button>
        <button type="button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </Dialog>
  );
};
