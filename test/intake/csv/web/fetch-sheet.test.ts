import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchSheet } from '../../../../src/intake/csv/web/fetch-sheet.ts';
import { sheetAddress } from '../../../../src/intake/csv/web/sheet-address.ts';

const PUBLISHED = 'https://docs.google.com/spreadsheets/d/e/2PACX-1vExample/pub?output=csv';
const CONTENT = 'https://doc-0k-sheets.googleusercontent.com/pub/content?id=1';

/** In Google's place: each address is asked there, whatever its host, by real HTTP. */
async function googleInPlay(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const folder = mkdtempSync(join(tmpdir(), 'tango-sheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const asked: string[] = [];
  const { port } = server.address() as AddressInfo;
  const ask = (url: URL, init: RequestInit) => {
    asked.push(url.href);
    const { pathname, search, host } = url;
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
      ...init,
      headers: { ...init.headers, 'x-asked-host': host },
    });
  };
  return { asked, folder, fetch: () => fetchSheet(new URL(PUBLISHED), { folder, ask }) };
}

describe('the address of a sheet', () => {
  it.each([
    [PUBLISHED, PUBLISHED],
    ['https://docs.google.com/spreadsheets/d/e/2PACX-1vExample/pubhtml', PUBLISHED],
    [`${PUBLISHED}&gid=12&single=true`, `${PUBLISHED}&single=true&gid=12`],
    [
      'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/edit?usp=sharing#gid=7',
      'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/export?format=csv&gid=7',
    ],
    [
      'https://docs.google.com/spreadsheets/u/1/d/1AbCdEfGhIjKlMnOpQrStUv/',
      'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/export?format=csv',
    ],
  ])('is read as CSV: %s', (pasted, address) => expect(sheetAddress(pasted).href).toBe(address));

  it.each([
    'http://docs.google.com/spreadsheets/d/e/2PACX-1vExample/pub?output=csv',
    'https://docs.google.com.evil.example/spreadsheets/d/e/2PACX-1vExample/pub',
    'https://docs.google.com:8443/spreadsheets/d/e/2PACX-1vExample/pub',
    'https://user:secret@docs.google.com/spreadsheets/d/e/2PACX-1vExample/pub',
    'https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUv/edit',
    'https://127.0.0.1/spreadsheets/d/e/2PACX-1vExample/pub',
    'https://sheets.example.com/leads.csv',
  ])('is no other: %s', (pasted) => {
    expect(() => sheetAddress(pasted)).toThrow('This is not the address of a Google Sheet');
  });
});

describe('a published sheet', () => {
  it('is fetched where Google sends for it, under its own name', async () => {
    const google = await googleInPlay((request, response) => {
      if (request.headers['x-asked-host'] === 'docs.google.com')
        return void response.writeHead(307, { location: CONTENT }).end();
      response.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition':
          'attachment; filename="x.csv"; filename*=UTF-8\'\'Besucher%20M%C3%BCnchen..%2F..%2Fx%20-%20Blatt1.csv',
      });
      response.end('Name,E-Mail\nAna,ana@x.example\n');
    });
    const path = await google.fetch();
    expect(basename(path)).toBe('Besucher München....x - Blatt1.csv');
    expect(readFileSync(path, 'utf8')).toBe('Name,E-Mail\nAna,ana@x.example\n');
    expect(google.asked).toEqual([PUBLISHED, CONTENT]);
  });

  it.each([
    ['http://doc-0k-sheets.googleusercontent.com/pub', 'that is not followed'],
    ['https://evilgoogleusercontent.com/pub', 'Google sends on to evilgoogleusercontent.com'],
    ['https://169.254.169.254/latest/meta-data/', 'Google sends on to 169.254.169.254'],
    ['https://localhost/pub', 'that is not followed'],
    ['https://accounts.google.com/ServiceLogin', 'Google asks to sign in for this sheet.'],
  ])('leads nowhere else: %s', async (location, words) => {
    const google = await googleInPlay((_, response) => void response.writeHead(302, { location }).end());
    await expect(google.fetch()).rejects.toThrow(words);
    expect(google.asked).toEqual([PUBLISHED]);
  });

  it('that sends round in a circle is left', async () => {
    const google = await googleInPlay(
      (_, response) => void response.writeHead(302, { location: PUBLISHED }).end(),
    );
    await expect(google.fetch()).rejects.toThrow('that is not followed');
    expect(google.asked).toHaveLength(6);
  });

  it.each([
    [200, 'text/html; charset=utf-8', 'File → Share → Publish to web'],
    [401, 'text/html', 'Google asks to sign in'],
    [404, 'text/html', 'Google knows no such sheet'],
    [429, 'text/html', 'Google is busy'],
    [503, 'text/plain', 'Google is busy'],
    [200, 'application/pdf', 'something else than a table (200)'],
  ])('that is none is said: %d %s', async (status, type, words) => {
    const google = await googleInPlay((_, response) => {
      response.writeHead(status, { 'content-type': type }).end('<!doctype html><title>Sign in</title>');
    });
    await expect(google.fetch()).rejects.toThrow(words);
    expect(readdirSync(google.folder)).toEqual([]);
  });

  it('is not read beyond 10 MB, whatever it says of its length', async () => {
    const google = await googleInPlay((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      const piece = Buffer.alloc(1024 * 1024, 'a');
      const send = () => {
        if (!response.destroyed) response.write(piece, send);
      };
      send();
    });
    await expect(google.fetch()).rejects.toThrow('This sheet is larger than 10 MB');
  });

  it('whose line breaks is asked for again', async () => {
    const google = await googleInPlay((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': '100' });
      response.write('Name\n', () => response.destroy());
    });
    await expect(google.fetch()).rejects.toThrow('Google did not answer');
  });
});
