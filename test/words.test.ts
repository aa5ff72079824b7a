// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is checked here is source.
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

interface Words {
  path: string;
  /** The constant, function or type of the file that they stand in. */
  within: string;
  text: string;
}

const BY_THE_TEAM = 'what a new team starts with, and edits from then on';
const READ = 'read in what people type and send, never said';
const STORED = 'a name in stored data';

const ALLOWED: readonly { path: string; within: string; why: string }[] = [
  { path: 'src/domain/definition/definition.ts', within: 'FIRST_DEFINITION', why: BY_THE_TEAM },
  { path: 'src/domain/reject-reason/reject-reason.ts', within: 'FIRST_REASONS', why: BY_THE_TEAM },
  { path: 'src/domain/insight/insight-kind.ts', within: 'TYPED', why: READ },
  { path: 'src/domain/lead/country.ts', within: 'ALSO', why: READ },
  { path: 'src/domain/time/holidays.ts', within: 'holidaysOf', why: 'the key of what is kept in memory' },
  { path: 'src/domain/lead/change.ts', within: 'MEETING_AT', why: STORED },
  { path: 'src/domain/lead/change.ts', within: 'MEETING_CANCELLED', why: STORED },
  { path: 'src/domain/lead/change.ts', within: 'MEETING_MISSED', why: STORED },
  { path: 'src/domain/lead/change.ts', within: 'GONE_THERE', why: STORED },
  { path: 'src/domain/lead/change.ts', within: 'ERASED_THERE', why: STORED },
  { path: 'src/usecases/lead/make-lead-from-message.ts', within: 'makeLeadFromMessage', why: STORED },
  { path: 'src/usecases/lead/make-lead-from-message.ts', within: 'toFacts', why: STORED },
  { path: 'src/usecases/lead/receive-step.ts', within: 'receiveStep', why: STORED },
];

it('Rules, use cases, store and outbox say nothing in words: these stand in src/sentences', () => {
  const paths = globSync('src/{domain,store,usecases,outbox}/**/*.ts');
  expect(paths.length).toBeGreaterThan(150);
  const found = paths.flatMap((path) => wordsIn(path, readFileSync(path, 'utf8')));
  expect(found.filter((words) => !ALLOWED.some(covers(words)))).toEqual([]);
  expect(ALLOWED.filter((place) => !found.some((words) => covers(words)(place)))).toEqual([]);
});

const covers = (words: Words) => (place: { path: string; within: string }) =>
  place.path === words.path && place.within === words.within;

for (const [what, source] of [
  ['a mention', 'const said = `<@${id}>`;'],
  ['bold', "const said = '*Ana*';"],
  ['a sentence', "const said = { label: 'Case study' };"],
  ['a unit', 'const said = `${minutes} min`;'],
  ['words within a template', "const said = `${isOpen ? 'still open' : ''}`;"],
  ['the text of a refusal', "throw new AppError('invalid', 'Nothing is left.');"],
] as const)
  it(`The check sees ${what}`, () => {
    expect(wordsIn('src/domain/sample.ts', source)).toHaveLength(1);
  });

for (const source of [
  "import { a } from '../a b.ts';",
  'sql`select a from b`;',
  "throw new Error('No transaction is open');",
  "logger.warn({}, 'It was not sent');",
  "query.where('a', 'is not', null);",
  'const code = `${kind}: ${word}`;',
])
  it(`The check passes what no person reads: ${source}`, () => {
    expect(wordsIn('src/store/sample.ts', source)).toEqual([]);
  });

/** Markup of Slack's, or two words with a space between them. What a template fills in counts as a word. */
const SAID = /<[@!#]|\*\p{L}[^*]*\*|\p{L}['"’),.;%]* ['"“(]*\p{L}/u;

/** Of Kysely's: operators, aliases, and what is run as it is. */
const SQL = /^(?:is not|not in|not like)$|^[\w.]+ as \w+$|^(?:begin|pragma|select) /;

function wordsIn(path: string, source: string): Words[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) =>
    textsIn(statement)
      .filter((text) => SAID.test(text) && !(path.startsWith('src/store/') && SQL.test(text)))
      .map((text) => ({ path, within: nameOf(statement), text })),
  );
}

function textsIn(node: ts.Node): string[] {
  if (isForPrograms(node)) return [];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  const inside: string[] = [];
  ts.forEachChild(node, (child) => void inside.push(...textsIn(child)));
  if (!ts.isTemplateExpression(node)) return inside;
  return [node.head.text + node.templateSpans.map(({ literal }) => `x${literal.text}`).join(''), ...inside];
}

/** Imports, SQL, what a programmer reads in a stack trace, and what an operator reads in the log. */
function isForPrograms(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isTaggedTemplateExpression(node)) return /^sql\b/.test(node.tag.getText());
  if (ts.isNewExpression(node)) return /^(?!AppError$)\w*Error$/.test(node.expression.getText());
  return ts.isCallExpression(node) && /\blogger\.\w+$/.test(node.expression.getText());
}

function nameOf(statement: ts.Statement): string {
  const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  const name = named && ts.getNameOfDeclaration(named as ts.Declaration);
  return name?.getText() ?? '';
}
