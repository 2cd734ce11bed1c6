// Runs at CloudFront's edges before the cache is asked for the front page (CloudFront Functions, JavaScript runtime 2.0:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html).
//
// Browsers write `Accept-Language` in thousands of ways. What is left of it here is what the API chooses a language by:
// the reader's languages in their order, in lower case, without weights, and without what could not decide.

const longestHeader = 200;

// The tags of the site's languages have two parts at most.
const mostParts = 2;

// Who reads more than five languages gets one of the first five, or the site's own.
const mostLanguages = 5;

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const given = request.headers['accept-language'];
  const ranges = (given ? given.value : '')
    .slice(0, longestHeader)
    .split(',')
    .map((range) => {
      const parts = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return {
        tag: parts[0].split('-').slice(0, mostParts).join('-'),
        weight: Number((parts[1] || 'q=1').replace('q=', '')),
      };
    });
  const tags = [];
  for (const range of ranges.filter((one) => one.weight > 0).sort((a, b) => b.weight - a.weight)) {
    const isTag = /^[a-z]{2,8}(-[a-z0-9]{1,8})?$/.test(range.tag);
    // After `en-gb`, `en` says nothing new: where the site lacks the first, the second is looked for.
    const isSaid = tags.some((tag) => tag === range.tag || tag.startsWith(`${range.tag}-`));
    if (isTag && !isSaid && tags.length < mostLanguages) tags.push(range.tag);
  }
  if (tags.length > 0) request.headers['accept-language'] = { value: tags.join(',') };
  else delete request.headers['accept-language'];
  return request;
}
