const tags = ['az', 'az-AZ', 'EN-us', 'en', 'ru-RU', 'ru', 'de', 'zh-Hant-TW', '*'];
const weights = ['', ';q=0.9', ' ; q=0.5', ';q=0'];

/** Values of `Accept-Language` as browsers send them: each pair of languages, with each weight. */
export const browserLanguages = tags.flatMap((a) =>
  tags.flatMap((b) => weights.map((weight, n) => `${a}${weights[(n + 1) % 4]},${b}${weight},en;q=0.1`)),
);

/** The same, and malformed ones. */
export const languageHeaders = [
  ...browserLanguages,
  ...['', ',', ';', 'q=1', '"x, <script>', 'de,fr,it,es,pt,az', `${'az,'.repeat(200)}ru`, 'İ, ı, ş', 'en;q=x, ru;q='],
];

/**
 * Queries as they come: with what others add to links, in any order, repeated, without values, and with letters of
 * every kind.
 */
export const queries = [
  ...[
    '',
    'b=2&a=1',
    'a=2&a=1&b',
    'q=g%C3%BCn%C9%99%C5%9F',
    'q=günəş&kind=event',
    'utm_source=x&utm_id=y&a=1',
    'ysclid=lk3j&month=2026-11',
  ],
  ...[
    'fbclid=1',
    'FBCLID=1',
    'a=fbclid',
    'utm',
    'utm_',
    'id=5&view=article',
    '&&',
    '=',
    '=1',
    'a==b',
    'a=1?b=2',
    '%',
    '%zz=1&__proto__=2',
  ],
  Array.from({ length: 40 }, (_, index) => `p${(index * 17) % 40}=${index}`).join('&'),
];
