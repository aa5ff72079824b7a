/** Another program that has begun to write to a SQLite file, and takes its time: it holds the lock until it is told to end. */
import Sqlite from 'better-sqlite3';

const database = new Sqlite(process.argv[2] ?? '');
database.exec('begin immediate');
process.stdout.write('locked\n');
process.stdin.resume().once('end', () => {
  database.exec('rollback');
  database.close();
});
