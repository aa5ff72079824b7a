/** The barest bot: acknowledges every click and does nothing. With DATABASE_FILE it holds a database open as well. */
import { App, SocketModeReceiver } from '@slack/bolt';
import Sqlite from 'better-sqlite3';

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, DATABASE_FILE, PORT } =
  process.env;
const clientOptions = { slackApiUrl: SLACK_API_URL ?? '' };

const db = DATABASE_FILE ? new Sqlite(DATABASE_FILE) : null;
db?.pragma('journal_mode = WAL');
db?.pragma('synchronous = FULL');
db?.exec('create table if not exists lead (id text primary key) strict');

const customRoutes = [
  {
    path: '/readyz',
    method: 'GET',
    handler: (_request: unknown, response: { end(text: string): void }) => response.end('ready'),
  },
];
const app = new App({
  token: SLACK_BOT_TOKEN ?? '',
  clientOptions,
  ...(SLACK_APP_TOKEN
    ? {
        receiver: new SocketModeReceiver({
          appToken: SLACK_APP_TOKEN,
          installerOptions: { clientOptions, port: Number(PORT) },
          customRoutes,
        }),
      }
    : { signingSecret: SLACK_SIGNING_SECRET ?? '', customRoutes }),
});
app.action(/./, ({ ack }) => ack());
await app.start(Number(PORT));
