/**
 * Sentences that others wrote and that may stand in the log, because it is these constants that are printed and never the text in which
 * they were found.
 */

/** How Slack's libraries begin what they say. */
export const SLACK_WORDS = [
  'An incoming event was not acknowledged',
  'An unhandled error occurred',
  'An unexpected error occurred during a request',
  'Authorization of incoming event did not succeed',
  'Request body exceeded the maximum allowed size',
  'Failed to parse',
  'Malformed request body',
  'API Call failed due to rate limiting',
  'http request failed',
  'Slack API error',
  'something else',
] as const;

/**
 * What native errors say without the values that they quote. The class alone proves nothing: a TypeError may quote a property that came
 * from outside, Node's may quote the argument, a SyntaxError the JSON and a RangeError the date. So none of their messages passes whole.
 */
export const NATIVE_REASONS = [
  'Cannot read properties of undefined',
  'Cannot read properties of null',
  'Cannot set properties of undefined',
  'Cannot set properties of null',
  'Cannot convert undefined or null to object',
  'Cannot mix BigInt and other types',
  'is not a function',
  'is not a constructor',
  'is not iterable',
  'is not defined',
  'Assignment to constant variable',
  'Converting circular structure to JSON',
  'Do not know how to serialize a BigInt',
  'Maximum call stack size exceeded',
  'Invalid array length',
  'Invalid string length',
  'Invalid time value',
  'Invalid time zone',
  'Invalid URL',
  'URI malformed',
  'is not valid JSON',
  'Unexpected end of JSON input',
  'Unexpected non-whitespace character after JSON',
  'fetch failed',
  'operation was aborted',
  'Connection terminated',
  'timeout exceeded when trying to connect',
] as const;

/** The same of our own errors that mean a defect: what is interpolated there is left out. A test holds them against the source. */
export const OWN_REASONS = [
  'was saved from a stale copy',
  'a history without an event changes nothing',
  'is outside the safe integers',
  'A transaction handle was used after its transaction had ended',
  'Rows are inserted one by one on SQLite alone',
  'This needs the handle of an open transaction',
  'A lead was taken without an answer',
  'What was only tried has been committed',
  'The promises of stored leads are not all there yet',
  'Slack opened a direct message and did not say which',
  'There are more messages since then than can be looked through',
  'Slack did not say which workspace we are in',
  'Slack did not take a private answer in time',
  'Slack takes a private answer in no form',
  'Slack accepted a message and did not say where it is',
  'A spelling that was taken a moment ago is nobody’s',
  'An amount without a fate',
] as const;
