import type { ArtworkContent } from '../../../../shared/model/exhibitions/artwork.ts';
import { sentConsent, type WrittenConsent } from '../../consent/written-consent.ts';

/** One work as it is being entered. */
export interface EntryForm {
  /** A UUID: it is entered once for it. */
  readonly key: string;
  readonly photograph?: File | undefined;
  readonly title: string;
  readonly alt: string;
  readonly name: string;
  readonly age: string;
  readonly school: string;
  readonly region: string;
  readonly isMinor: boolean;
  readonly consent: WrittenConsent;
}

export const emptyForm = (): EntryForm => ({
  key: crypto.randomUUID(),
  ...{ title: '', alt: '', name: '', age: '', school: '', region: '', isMinor: true, consent: {} },
});

/** What stays for the next work: those of one afternoon are mostly of one school. */
export const nextForm = ({ school, region, consent }: EntryForm): EntryForm => {
  const { grantedOn, expiresOn } = consent;
  return {
    ...emptyForm(),
    school,
    region,
    consent: { ...(grantedOn && { grantedOn }), ...(expiresOn && { expiresOn }) },
  };
};

/** True once something was written or photographed. */
export const isBegun = ({ photograph, title, alt, name }: EntryForm): boolean =>
  photograph !== undefined || [title, alt, name].some((text) => text.trim() !== '');

/** The work as the API takes it, with its texts in a language; what is no number is left to the API, which says so. */
export const contentOfForm = (
  form: EntryForm,
  locale: string,
  uploadId: string | undefined,
): Partial<ArtworkContent> => {
  const [title, alt, name, age, school, region] = [
    form.title,
    form.alt,
    form.name,
    form.age,
    form.school,
    form.region,
  ].map((text) => text.trim());
  const consent = sentConsent(form.consent, { isMinor: form.isMinor });
  const ageAtEntry = age && /^\d{1,3}$/.test(age) ? Number(age) : (age as unknown as number);
  return {
    ...(uploadId && { uploadId }),
    ...((title || alt) && { translations: { [locale]: { ...(title && { title }), ...(alt && { alt }) } } }),
    ...((name || consent) && {
      artist: {
        name: name ?? '',
        ...(age && { ageAtEntry }),
        ...(school && { school }),
        ...(region && { region }),
        isMinor: form.isMinor,
        ...(consent && { consent }),
      },
    }),
  };
};
