import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { idOf } from '../events/content.ts';
import { actorName } from '../people/actor-name.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { momentInWords } from '../ui/dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { focusMover } from '../ui/move-focus.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { languageName } from '../words/language-name.ts';
import type { PublicationSource, PublishedItem } from './publication-source.ts';
import { publicationWords } from './words.ts';

const hours = [24, 72, 168] as const;

interface PreviewLinksProps {
  readonly item: PublishedItem;
  readonly source: PublicationSource;
  readonly mayCreate: boolean;
  /** Whether the person may end those of others too. */
  readonly mayRevoke: boolean;
  readonly onClose: () => void;
}

/** The links that show an item to people without an account: makes them, lists those that work, and ends them. */
export const PreviewLinks = ({ item, source, mayCreate, mayRevoke, onClose }: PreviewLinksProps) => {
  const { words, language, site, person, announce } = useConsole();
  const texts = useWords(publicationWords);
  const locales = site.locales.filter((one) => item.translations[one]?.title);
  const [locale, setLocale] = useState(() => locales.find((one) => one === language) ?? locales[0] ?? '');
  const [length, setLength] = useState('24');
  const [made, setMade] = useState<{ readonly url: string; readonly expiresAt: string }>();
  const { failure, attempt } = useAttempt();
  const moment = (instant: string) => momentInWords(instant, language, site.timeZone);
  const list = useInfiniteQuery({
    queryKey: ['previews', source.key],
    queryFn: ({ pageParam, signal }) => source.listPreviews(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
  const links = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const make = () =>
    attempt(async () => {
      const link = await source.createPreview({ locale, hours: Number(length) });
      setMade(link);
      announce(texts.madeLink(moment(link.expiresAt)));
      await list.refetch();
    });
  const revoke = (previewId: string) => {
    const moveFocus = focusMover();
    return attempt(async () => {
      await source.revokePreview(previewId);
      announce(texts.revoked);
      moveFocus('preview-links');
      await list.refetch();
    }, previewId);
  };
  return (
    <Dialog title={texts.linksTitle} onClose={onClose}>
      <p>{texts.linksHelp}</p>
      <div className="filters">
        <Choice
          label={texts.linkLanguage}
          value={locale}
          onChange={setLocale}
          options={locales.map((one) => [one, languageName(one, language)] as const)}
        />
        <Choice
          label={texts.linkEnd}
          value={length}
          onChange={setLength}
          options={hours.map((one) => [String(one), texts.hours[one]] as const)}
        />
      </div>
      {mayCreate && (
        <p>
          <button type="button" className="primary" disabled={!locale} onClick={() => void make()}>
            {texts.makeLink}
          </button>
        </p>
      )}
      {made && (
        <Field label={texts.newLink} help={texts.madeLink(moment(made.expiresAt))}>
          {(control) => (
            <span className="copied">
              <input {...control} readOnly value={made.url} onFocus={({ target }) => target.select()} />
              <CopyButton text={made.url} label={texts.copyShort} said={texts.copied}>
                {texts.copyShort}
              </CopyButton>
            </span>
          )}
        </Field>
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
      <h3 id="preview-links" tabIndex={-1}>
        {texts.listed}
      </h3>
      {list.data && links.length === 0 && <p>{texts.noLinks}</p>}
      <ul className="links" aria-labelledby="preview-links">
        {links.map(({ previewId, version, locale: its, createdBy, expiresAt }) => {
          const name = texts.link(languageName(its, language), version);
          return (
            <li key={previewId}>
              <span>
                {name}
                <small>{texts.madeBy(actorName(createdBy, language), moment(expiresAt))}</small>
              </span>
              {(idOf(createdBy) === person.id || mayRevoke) && (
                <button type="button" aria-label={texts.revokeNamed(name)} onClick={() => void revoke(previewId)}>
                  {texts.revoke}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p className="actions">
        <MoreButton list={list} />
        <button type="button" onClick={onClose}>
          {texts.close}
        </button>
      </p>
    </Dialog>
  );
};
