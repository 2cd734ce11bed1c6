/** Letters by their Latin form, the other way round: `{q: 'қҡ'}` says that both are `q`. */
const byLetter = (forms: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(forms).flatMap(([latin, letters]) => [...letters].map((letter) => [letter, latin] as const)));

/**
 * The lower-case letters of the Azerbaijani Cyrillic alphabet, in use until 2001, as the Latin one has them, without
 * their marks. Some are other letters than in Russian: г is q, ж is j, х is x, ы is ı
 * (https://en.wikipedia.org/wiki/Azerbaijani_alphabet).
 */
export const azerbaijaniLetters = byLetter({
  ...{ e: 'әэ', g: 'ғҝ', q: 'г', j: 'ж', i: 'ы', y: 'јй', o: 'ө', u: 'ү', x: 'х', h: 'һ', c: 'чҹ', s: 'ш' },
});

/**
 * Lower-case letters of other Cyrillic alphabets in plain Latin ones: Kazakh, Tatar, Bashkir, Kyrgyz, Uzbek, Tajik,
 * Mongolian, Serbian, Macedonian, Abkhaz, those of Dagestan, of Siberia and the North, and Church Slavonic. Left out
 * are those of Russian, Bulgarian and Ukrainian, which the library knows, and those that Unicode takes apart into a
 * letter and a mark (ӑ, ӣ, ў).
 */
export const otherCyrillicLetters = byLetter({
  ...{ a: 'ә', ae: 'ӕ', c: 'ћ', ch: 'ҷҹҽҿӌꚇꚓԭ', d: 'ԁꙣᲁ', dj: 'ђԃ', dw: 'ꚁ', dz: 'ѕӡԇꙃꙅꚉ', dzh: 'џԫꚃ' },
  ...{ e: 'ѣꙓᲇ', f: 'ѳ', g: 'ғҕҝӷӻ', gj: 'ѓ', h: 'һҳӽӿԧꚕ', i: 'ӏꙇѵꙟ', j: 'јҗ', k: 'ӄԟ', kj: 'ќ', ks: 'ѯ' },
  ...{ l: 'ӆԓԡԯꙥ', lh: 'ԕ', lj: 'ԉ', m: 'ӎꙧ', n: 'ңӈӊԣԩ', ng: 'ҥ', nj: 'ԋꙉ', o: 'ѡѻѽҩөꙍꙩꙫꙭꙮꚙꚛᲂ', ot: 'ѿ' },
  ...{ p: 'ҧԥ', ps: 'ѱ', q: 'қҟҡԛҁ', r: 'ҏ', rh: 'ԗ', s: 'ҫᲃ', sj: 'ԍ', sh: 'ꚗ', t: 'ҭꚋᲄᲅ', tj: 'ԏᲉᲊ', ts: 'ҵꙡꚏꚑ' },
  ...{ tw: 'ꚍ', u: 'ѹүұѫꙋᲈ', v: 'ᲀ', w: 'ԝ', y: 'ҋꙑ', ya: 'ѧѩԙꙗꙙꙝ', ye: 'ѥ', yu: 'ѭꙕꙛ', z: 'ҙԑꙁ', zh: 'ꚅ', zj: 'ԅ' },
  // Signs that make another letter hard or soft are left out, as ъ and ь are.
  ...{ '': 'ҍꙏꙿꚜꚝᲆ' },
});
