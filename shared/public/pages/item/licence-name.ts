import type { Locale } from '../../../model/languages/locale.ts';
import { attribute, html, type Markup } from '../markup/html.ts';

type Name = Readonly<Record<Locale, string>> & { readonly en: string };

/**
 * The statements of RightsStatements.org by the last part of their address (https://rightsstatements.org/page/1.0/).
 */
const statements: Readonly<Record<string, Name>> = {
  InC: { az: 'Müəllif hüququ qorunur', en: 'In copyright', ru: 'Охраняется авторским правом' },
  'InC-OW-EU': { en: 'In copyright – EU orphan work' },
  'InC-EDU': {
    az: 'Müəllif hüququ qorunur – tədris üçün istifadəyə icazə var',
    en: 'In copyright – educational use permitted',
    ru: 'Охраняется авторским правом – разрешено использование в обучении',
  },
  'InC-NC': {
    az: 'Müəllif hüququ qorunur – qeyri-kommersiya istifadəsinə icazə var',
    en: 'In copyright – non-commercial use permitted',
    ru: 'Охраняется авторским правом – разрешено некоммерческое использование',
  },
  'InC-RUU': { en: 'In copyright – rights-holder unlocatable or unidentifiable' },
  'NoC-CR': { en: 'No copyright – contractual restrictions' },
  'NoC-NC': { en: 'No copyright – non-commercial use only' },
  'NoC-OKLR': { en: 'No copyright – other known legal restrictions' },
  'NoC-US': { en: 'No copyright – United States' },
  CNE: { en: 'Copyright not evaluated' },
  UND: { en: 'Copyright undetermined' },
  NKC: { en: 'No known copyright' },
};

const publicDomain: Readonly<Record<string, string>> = { zero: 'CC0', mark: 'Public Domain Mark' };

/**
 * The name of a licence or statement on rights by its address, and the language that it is in; the address itself where
 * it is not known.
 *
 * @example
 * licenceName('http://creativecommons.org/licenses/by-nc/4.0/', 'az') // { name: 'CC BY-NC 4.0' }
 */
export const licenceName = (address: string, locale: Locale): { readonly name: string; readonly lang?: Locale } => {
  const [kind = '', code = '', version = ''] = new URL(address).pathname.split('/').filter((part) => part !== '');
  if (kind === 'licenses' && version) return { name: `CC ${code.toUpperCase()} ${version}` };
  if (kind === 'publicdomain' && publicDomain[code]) return { name: `${publicDomain[code]} ${version}`.trim() };
  const statement = kind === 'vocab' ? statements[code] : undefined;
  if (!statement) return { name: address.replace(/^https?:\/\//, '') };
  const own = statement[locale];
  return own ? { name: own } : { name: statement.en, lang: 'en' };
};

/** A link to a licence or statement on rights, by its name. */
export const rightsLink = (address: string, locale: Locale): Markup => {
  const { name, lang } = licenceName(address, locale);
  return html`<a href="${address}" rel="license"${attribute('lang', lang)}>${name}</a>`;
};
