import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../emulator/page/blocks/markdown-parse.ts';

const text = (words: string) => ({ kind: 'text', text: words });

it('headings, lists, quotes and code are told apart', () => {
  expect(
    parseMarkdown('## Promises\n- one\n- two\n\n1. first\n> calm\n```\n# not a heading\n```\n---'),
  ).toEqual([
    { kind: 'heading', level: 2, spans: [text('Promises')] },
    { kind: 'list', ordered: false, items: [[text('one')], [text('two')]] },
    { kind: 'list', ordered: true, items: [[text('first')]] },
    { kind: 'quote', spans: [text('calm')] },
    { kind: 'code', text: '# not a heading' },
    { kind: 'rule' },
  ]);
});

it('styles and links within a line are found, and HTML stays text', () => {
  expect(parseMarkdown('**bold** and *soft* `a*b*` [link](https://x.example) <b>')).toEqual([
    {
      kind: 'paragraph',
      spans: [
        { kind: 'bold', text: 'bold' },
        text(' and '),
        { kind: 'italic', text: 'soft' },
        text(' '),
        { kind: 'code', text: 'a*b*' },
        text(' '),
        { kind: 'link', text: 'link', url: 'https://x.example' },
        text(' <b>'),
      ],
    },
  ]);
});

it('a code fence that is never closed ends with the text', () => {
  expect(parseMarkdown('```\nopen')).toEqual([{ kind: 'code', text: 'open' }]);
});
