import { type ReactNode, useState } from 'react';
import { RefusedError } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { fromLocal, toLocal } from '../ui/dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { zoneName } from '../ui/zone-name.ts';
import type { PublicationRequest } from './is-published-as.ts';
import { LocaleChoice } from './locale-choice.tsx';
import type { PublicationSource, PublishedItem, Seen } from './publication-source.ts';
import { Refusals } from './refusals.tsx';
import { publicationWords } from './words.ts';

interface PublishProps {
  readonly item: PublishedItem & { readonly kind?: string | undefined };
  readonly source: PublicationSource;
  /** What is to be known of it before. */
  readonly children?: ReactNode;
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly onPublish: (request: PublicationRequest) => void;
  readonly onConfirm: (seen: Seen) => void;
  readonly onField: ((path: string) => void) | undefined;
  readonly onClose: () => void;
}

/** Which languages are published, from when until when; and what keeps them from it. */
export const PublishDialog = ({
  item,
  source,
  children,
  isBusy,
  failure,
  onPublish,
  onConfirm,
  onField,
  onClose,
}: PublishProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(publicationWords);
  const isComplete = (locale: string) => {
    const { title, description, body = description } = item.translations[locale] ?? {};
    return Boolean(title && (body || item.kind === 'notice'));
  };
  const isPublic = item.status === 'published';
  const [locales, setLocales] = useState<readonly string[]>(site.locales.filter(isComplete));
  // Without a time a plan for later would be given up.
  const planned = { at: item.status === 'scheduled' ? item.publishedAt : undefined, until: item.unpublishAt };
  const local = (instant: string | undefined) => (instant ? toLocal(instant, site.timeZone) : '');
  const [isLater, setLater] = useState(planned.at !== undefined);
  const [at, setAt] = useState(local(planned.at));
  const [until, setUntil] = useState(local(planned.until));
  const [lacksTime, setLacksTime] = useState(false);
  /** The moment that a field says; where the person has not changed that, it stays to the second. */
  const momentOf = (field: string, before: string | undefined) =>
    field === local(before) ? before : fromLocal(field, site.timeZone);
  const publish = () => {
    const publishAt = isLater && at ? momentOf(at, planned.at) : undefined;
    setLacksTime(isLater && !publishAt);
    if (isLater && !publishAt) return;
    onPublish({
      locales: [...locales],
      ...(publishAt && { publishAt }),
      unpublishAt: until ? (momentOf(until, planned.until) ?? null) : null,
    });
  };
  const errors = failure instanceof RefusedError ? (failure.problem.errors ?? []) : [];
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message;
  const others = errors.filter(({ path }) => path !== 'publishAt' && path !== 'unpublishAt');
  const choices = [
    [false, isPublic ? texts.asBefore : texts.now],
    [true, texts.later],
  ] as const;
  return (
    <Dialog title={texts.publishTitle} onClose={onClose} isBusy={isBusy} isForm>
      {children}
      <LocaleChoice
        locales={site.locales}
        chosen={locales}
        onChange={setLocales}
        refusalOf={(locale) => (isComplete(locale) ? undefined : texts.missingText)}
        helpOf={(locale) => {
          if (locales.includes(locale)) return item.outdatedLocales.includes(locale) ? texts.outdated : undefined;
          return item.publishedLocales.includes(locale) ? texts.kept : undefined;
        }}
      />
      <fieldset>
        <legend>{texts.when}</legend>
        {choices.map(([value, label]) => (
          <label key={label} className="check">
            <input type="radio" name="when" checked={isLater === value} onChange={() => setLater(value)} />
            {label}
          </label>
        ))}
        {isLater && (
          <MomentField
            type="datetime-local"
            label={texts.at}
            help={texts.atHelp(zoneName(site.timeZone, language))}
            error={lacksTime ? texts.atMissing : errorOf('publishAt')}
            value={at}
            onChange={setAt}
          />
        )}
      </fieldset>
      <MomentField
        type="datetime-local"
        label={texts.end}
        help={texts.atHelp(zoneName(site.timeZone, language))}
        error={errorOf('unpublishAt')}
        value={until}
        onChange={setUntil}
      />
      {others.length > 0 && (
        <div role="alert" className="failure">
          <p>{texts.refused}</p>
          <Refusals {...{ item, source, onField, onConfirm }} errors={others} />
        </div>
      )}
      {failure !== undefined && errors.length === 0 && <Failure error={failure} words={words} />}
      <DialogActions label={texts.confirm} isDisabled={locales.length === 0} onConfirm={publish} />
    </Dialog>
  );
};
