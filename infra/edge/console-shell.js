// Runs at CloudFront's edges before the cache is asked for anything below /console (CloudFront Functions, JavaScript
// runtime 2.0).
//
// The console has one document: every address of its screens is answered by it. Files have a dot in their names.

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const name = request.uri.split('/').pop();
  if (!name.includes('.')) request.uri = '/console/index.html';
  return request;
}
