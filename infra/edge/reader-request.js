// Runs at CloudFront's edges before the cache is asked for a page (CloudFront Functions, JavaScript runtime 2.0:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html).
//
// Only what that page names may stand here: no `for (… of …)`, no `...`, no `{ name }`. `tests/edge/run.ts` runs it in
// njs, as CloudFront does.
//
// What readers ask for is written in thousands of ways: it is reduced here to what an answer depends on, by which the
// cache keeps it.

// Parameters that others add to links, with a new value for each click. Each name belongs to one of them alone: an
// address of an earlier site may have any other. Most are what Firefox takes away ("Copy Clean Link").
const campaigns = /^(utm|mtm|pk|piwik|hsa)_/;
// biome-ignore format: a line for each kind of those who add them
const added = [
  // Google
  'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid', '_ga', '_gl',
  // Meta, Yandex, VK
  'fbclid', 'igsh', 'igshid', 'yclid', 'ysclid', '_openstat', 'rb_clickid', 'vkclid',
  // Microsoft, X, TikTok, LinkedIn, Pinterest, Snapchat
  'msclkid', 'twclid', 'ttclid', 'li_fat_id', 'epik', 'ScCid',
  // Programs that send mail
  'mc_cid', 'mc_eid', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'mkt_tok', 'oly_anon_id', 'oly_enc_id', 'vero_id',
];

/**
 * The query without what was added, in the order of the names; several parameters of one name stay in their own order.
 */
const reducedQuery = (query) =>
  query
    .split('&')
    .map((parameter, index) => ({ written: parameter, name: parameter.split('=')[0], place: index }))
    .filter((one) => one.written !== '' && !campaigns.test(one.name) && !added.includes(one.name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.place - b.place))
    .map((one) => one.written)
    .join('&');

const longestHeader = 200;

// The tags of the site's languages have two parts at most.
const mostParts = 2;

// Who reads more than five languages gets one of the first five, or the site's own.
const mostLanguages = 5;

/**
 * The reader's languages in their order, in lower case, without weights, and without what could not decide: the API
 * chooses one by them.
 */
const reducedLanguages = (header) => {
  const tags = [];
  header
    .slice(0, longestHeader)
    .split(',')
    .map((range, index) => {
      const parts = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return {
        tag: parts[0].split('-').slice(0, mostParts).join('-'),
        weight: Number((parts[1] || 'q=1').replace('q=', '')),
        place: index,
      };
    })
    .filter((range) => range.weight > 0 && /^[a-z]{2,8}(-[a-z0-9]{1,8})?$/.test(range.tag))
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .forEach((range) => {
      // After `en-gb`, `en` says nothing new: where the site lacks the first, the second is looked for.
      const isSaid = tags.some((tag) => tag === range.tag || tag.startsWith(`${range.tag}-`));
      if (!isSaid && tags.length < mostLanguages) tags.push(range.tag);
    });
  return tags.join(',');
};

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const query = request.rawQueryString();
  if (query) request.querystring = reducedQuery(query);
  // The front page redirects to the list in the reader's language; no other answer depends on the header.
  if (request.uri === '/') {
    const given = request.headers['accept-language'];
    const languages = reducedLanguages(given ? given.value : '');
    if (languages) request.headers['accept-language'] = { value: languages };
    else delete request.headers['accept-language'];
  }
  return request;
}
