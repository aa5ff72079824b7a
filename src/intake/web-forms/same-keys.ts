/** `{"topic":"a","topic":"b"}`: the one would take the place of the other without a word. */

const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],]/gs;

/** The same text, in which a key that its object has already is another one: "topic 2". For text that is JSON. */
export function keepSameKeys(json: string): string {
  /** Of the objects around, the keys that each has; null: it is a list. */
  const around: (Map<string, number> | null)[] = [];
  return json.replace(TOKEN, (token, at: number) => {
    if (token === '{') around.push(new Map());
    else if (token === '[') around.push(null);
    else if (token === '}' || token === ']') around.pop();
    const keys = around.at(-1);
    return keys && token.startsWith('"') && isKey(json, at + token.length) ? ownKey(keys, token) : token;
  });
}

function isKey(json: string, after: number): boolean {
  let at = after;
  while (/\s/.test(json[at] ?? '')) at += 1;
  return json[at] === ':';
}

function ownKey(keys: Map<string, number>, token: string): string {
  const key: unknown = JSON.parse(token);
  const times = (keys.get(String(key)) ?? 0) + 1;
  keys.set(String(key), times);
  if (times === 1) return token;
  const own = `${String(key)} ${times}`;
  return keys.has(own) ? ownKey(keys, JSON.stringify(own)) : markAsHad(keys, own);
}

function markAsHad(keys: Map<string, number>, key: string): string {
  keys.set(key, 1);
  return JSON.stringify(key);
}
