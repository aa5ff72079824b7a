/** The words of the project's files: of names (identifiers, files, ids) and of prose (comments, sentences, documents). */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Spoken {
  file: string;
  /** Each name as its words: "lead jot modal" for leadJotModal, lead-jot-modal and lead_jot_modal. */
  names: string[];
  prose: string[];
}

const FILES = ['{src,test,demo,bench,migrations}/**/*.ts', 'docs/*.md', 'README.md', 'CHANGELOG.md'];

export function spokenIn(root: string): Spoken[] {
  return globSync(FILES, { cwd: root }).map((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const fileName = file.split('/').map(wordsOf);
    if (!file.endsWith('.ts')) return { file, names: fileName, prose: [lower(source)] };
    const { names, prose } = wordsOfCode(source);
    return { file, names: [...fileName, ...names.map(wordsOf)], prose: prose.map(lower) };
  });
}

function wordsOfCode(source: string): { names: string[]; prose: string[] } {
  const names = new Set<string>();
  const prose = [...source.matchAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm)].map(([comment]) => comment);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    // A path is seen with the file it names, an id is a name, everything else is prose.
    else if (ts.isImportDeclaration(node)) node.importClause?.forEachChild(visit);
    else if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) {
      if (/^[\w-]+$/.test(node.text)) names.add(node.text);
      else prose.push(node.text);
    }
    node.forEachChild(visit);
  };
  ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest).forEachChild(visit);
  return { names: [...names], prose };
}

function wordsOf(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return words.join(' ').toLowerCase();
}

function lower(text: string): string {
  return text.toLowerCase().replaceAll(/[\s*/]+/g, ' ');
}
