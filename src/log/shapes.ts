/** What a value in the log may look like. A shape returns what passes, and undefined where nothing does. */
export type Shape<T> = (value: unknown) => T | undefined;

/** No sentence, no e-mail address, no name of a person has such a form. */
export function text(...forms: readonly RegExp[]): Shape<string> {
  return (value) =>
    typeof value === 'string' && value.length <= 100 && forms.some((form) => form.test(value))
      ? value
      : undefined;
}

export function oneOf<T extends string>(words: readonly T[]): Shape<T> {
  return (value) => words.find((word) => word === value);
}

export const number: Shape<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** UUIDv7; `lead_1` in tests; six hex digits where a person is told it. */
export const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{6}|[a-z]+(?:_[a-z]+)*_\d+)$/;
const SLACK_ID = /^[A-Z][A-Z0-9_]+$/;
export const DAY = /^\d{4}-\d\d-\d\d$/;
const WEEK = /^\d{4}-W\d\d$/;
/** A version, or the time of a notice in epoch milliseconds. */
const NUMBER = /^(?:\d{1,6}|\d{13})$/;
/** A message of Slack's, and the kind of what it shows. */
const TS = /^\d+\.\d+$/;
const KEPT_KIND = /^[a-z]+(?:_[a-z]+)*:$/;
/** One of our words or job names. */
export const WORD = /^[a-z]+(?:[ _-][a-z]+)*$/;
/** `destination:C1`, `failed:lead_card`, `auth`, `form:` and the id of one. */
export const SUBJECT =
  /^[a-z]+(?::(?:[A-Z][A-Z0-9_]+|[a-z]+(?:_[a-z]+)*(?:_\d+)?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/;

/** `channel_not_found`, `ECONNRESET`, `23505`, `http_503`, the class of an error; `render: ` before it where a view broke. */
export const CODE = /^(?:render: )?(?:[A-Z0-9][A-Z0-9_]*|[a-z]+(?:_[a-z0-9]+)*|[A-Za-z]*Error)$/;

/** What an announcement is about: parts between slashes, of which one may be several with commas. */
export const ref: Shape<string> = (value) => {
  if (typeof value !== 'string') return undefined;
  const part = text(ID, SLACK_ID, DAY, WEEK, NUMBER, SUBJECT, KEPT_KIND, TS);
  return value.split(/[/,]|(?<=^[\d.]+\/[a-z_]+:)/).every((one) => part(one) !== undefined)
    ? value
    : undefined;
};

/** A JSON pointer into the blocks that we sent, and the name of a scope. All else that Slack says may quote a message. */
const PLACE = /\[json-pointer:((?:\/[a-z_0-9]+)+)\]/;
const SCOPE = /^[a-z]+(?:\.[a-z]+)*:[a-z.]+$/;

/** Worded as `describeFailure` of slack/failures does: `content: invalid_blocks; …`. */
export const failure: Shape<string> = (value) => {
  if (typeof value !== 'string') return undefined;
  const [head = '', ...details] = value.split('; ');
  const [kind, ...code] = head.split(': ');
  if (text(WORD)(kind) === undefined || text(CODE)(code.join(': ')) === undefined) return undefined;
  const known = details.flatMap((detail) => PLACE.exec(detail)?.[1] ?? (SCOPE.test(detail) ? detail : []));
  return [head, ...known].join('; ');
};
