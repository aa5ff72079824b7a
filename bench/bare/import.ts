/** The least that an import could be: csv-parse, and one bare insert a row in a single transaction. `node bench/bare/import.ts FILE DATABASE`. */
import { createReadStream } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse';

const [file = '', database = ''] = process.argv.slice(2);
const db = new Sqlite(database);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table lead (id text, at text, name text, email text, source text, page text) strict');
const insert = db.prepare('insert into lead values (?, ?, ?, ?, ?, ?)');
db.exec('begin');
for await (const record of createReadStream(file).pipe(parse({ from_line: 2 }))) insert.run(record);
db.exec('commit');
db.close();
