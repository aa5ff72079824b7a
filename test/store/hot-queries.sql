-- A lead that arrives

-- SCAN setting
select "key", "value"
from "setting";

-- SCAN person USING INDEX sqlite_autoindex_person_1
select *
from "person"
order by "id";

-- SEARCH lead USING INDEX lead_external_id (external_id=?)
-- LIST SUBQUERY 1
-- SCAN json_each VIRTUAL TABLE INDEX 1:
select "lead"."id", "lead"."source", "lead"."name", "lead"."email_key", "lead"."phone_key", "lead"."is_test", "lead"."owner", "lead"."merged_into", "lead"."received_at", "lead"."external_id" as "asked"
from "lead"
where "external_id" in (select value
from json_each(?));

-- SEARCH asked USING INDEX sqlite_autoindex_merged_id_1 (external_id=?)
-- LIST SUBQUERY 1
-- SCAN json_each VIRTUAL TABLE INDEX 1:
-- SEARCH other USING INDEX merged_id_family (source=? AND family=?)
-- SEARCH lead USING INDEX lead_external_id (external_id=?)
-- USE TEMP B-TREE FOR ORDER BY
select "lead"."id", "lead"."source", "lead"."name", "lead"."email_key", "lead"."phone_key", "lead"."is_test", "lead"."owner", "lead"."merged_into", "lead"."received_at", "asked"."external_id" as "asked", "asked"."source" as "merged_at"
from "merged_id" as "asked" inner join "merged_id" as "other" on "other"."source" = "asked"."source" and "other"."family" = "asked"."family" inner join "lead" on "lead"."external_id" = "other"."external_id"
where "asked"."external_id" in (select value
from json_each(?))
order by case when "lead"."merged_into" is null then 0 else 1 end, "lead"."received_at";

-- SEARCH lead USING INDEX lead_email_key (email_key=?)
select "id"
from "lead"
where "email_key" = ?
limit 1;

-- SEARCH lead USING INDEX lead_phone_key (phone_key=?)
select "id"
from "lead"
where "phone_key" = ?
limit 1;

-- SEARCH lead USING INDEX lead_company_key (company_key=?)
select "id"
from "lead"
where "company_key" = ?
limit 1;

insert into "lead" ("external_id", "campaign", "name", "email", "phone", "company", "title", "segment", "region", "company_size", "message", "reason", "priority", "fields", "is_test", "state", "owner", "claimed_at", "contacted_at", "verdict_at", "verdict_by", "closed_at", "qualification", "verdict_note", "rests_until", "open_since", "snoozed_until", "merged_into", "active_at", "undo_move", "version", "received_at", "source", "id", "created_at", "card_channel", "email_key", "phone_key", "company_key", "reject_reason", "reject_detail", "reject_outcome", "value_minor", "currency")
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict ("source", "external_id") do nothing;

insert into "lead_event" ("kind", "at", "actor", "id", "lead_id", "data", "before")
values (?, ?, ?, ?, ?, ?, ?);

insert into "promise" ("owed_to", "due_at", "kind", "owed_by", "about", "started_at", "start_move", "id", "target", "cycle_at", "said", "told_at", "look_at", "calendar", "is_test", "ended_at", "ended_by", "end_move", "ended_how", "ended_why", "late")
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

insert into "outbox" ("id", "kind", "ref", "dedupe_key", "target", "thread_of", "status", "lane", "rank", "generation", "attempts", "next_attempt_at", "doubt_checks", "plainness", "unthreaded", "created_at", "armed_at")
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict ("dedupe_key") do update
set "generation" = "outbox"."generation" + ?, "status" = case when "outbox"."status" in (?, ?) then "outbox"."status" else 'pending' end, "attempts" = case when "outbox"."status" = ? then "outbox"."attempts" else 0 end, "plainness" = case when "outbox"."status" = ? then "outbox"."plainness" else 0 end, "next_attempt_at" = case when "outbox"."lane" = ? then "outbox"."next_attempt_at" else ? end, "armed_at" = case when "outbox"."status" in (?, ?) then "outbox"."armed_at" else ? end, "rank" = case when ("outbox"."status" in (?, ?) and "outbox"."rank" <= "excluded"."rank") then "outbox"."rank" else "excluded"."rank" end, "target" = case when ("outbox"."status" != ? and "outbox"."lane" = ?) then "excluded"."target" else "outbox"."target" end
returning "status", "lane", "target";

-- A click on Claim

-- SEARCH lead USING INDEX sqlite_autoindex_lead_1 (id=?)
select *
from "lead"
where "id" = ?;

-- SEARCH lead USING INDEX sqlite_autoindex_lead_1 (id=?)
update "lead"
set "state" = ?, "owner" = ?, "claimed_at" = ?, "active_at" = ?, "version" = ?, "undo_move" = ?
where "id" = ? and "version" = ?
returning "id";

insert into "lead_event" ("kind", "at", "actor", "id", "lead_id", "data", "before")
values (?, ?, ?, ?, ?, ?, ?);

-- SEARCH promise USING PRIMARY KEY (about=?)
select *
from "promise"
where "about" = ? and "ended_at" is null;

-- SEARCH promise USING PRIMARY KEY (about=? AND id=?)
update "promise"
set "cycle_at" = ?, "said" = ?, "told_at" = ?, "look_at" = ?, "ended_at" = ?, "ended_by" = ?, "end_move" = ?, "ended_how" = ?, "ended_why" = ?, "late" = ?
where "about" = ? and "id" = ?;

insert into "promise" ("owed_to", "due_at", "kind", "owed_by", "about", "started_at", "start_move", "id", "target", "cycle_at", "said", "told_at", "look_at", "calendar", "is_test", "ended_at", "ended_by", "end_move", "ended_how", "ended_why", "late")
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

insert into "outbox" ("id", "kind", "ref", "dedupe_key", "target", "thread_of", "status", "lane", "rank", "generation", "attempts", "next_attempt_at", "doubt_checks", "plainness", "unthreaded", "created_at", "armed_at")
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict ("dedupe_key") do update
set "generation" = "outbox"."generation" + ?, "status" = case when "outbox"."status" in (?, ?) then "outbox"."status" else 'pending' end, "attempts" = case when "outbox"."status" = ? then "outbox"."attempts" else 0 end, "plainness" = case when "outbox"."status" = ? then "outbox"."plainness" else 0 end, "next_attempt_at" = case when "outbox"."lane" = ? then "outbox"."next_attempt_at" else ? end, "armed_at" = case when "outbox"."status" in (?, ?) then "outbox"."armed_at" else ? end, "rank" = case when ("outbox"."status" in (?, ?) and "outbox"."rank" <= "excluded"."rank") then "outbox"."rank" else "excluded"."rank" end, "target" = case when ("outbox"."status" != ? and "outbox"."lane" = ?) then "excluded"."target" else "outbox"."target" end
returning "status", "lane", "target";

-- SEARCH slack_message USING INDEX sqlite_autoindex_slack_message_1 (key=?)
select "channel", "ts"
from "slack_message"
where "key" = ?;

insert into "outbox" ("id", "kind", "ref", "dedupe_key", "target", "thread_of", "status", "lane", "rank", "generation", "attempts", "next_attempt_at", "doubt_checks", "plainness", "unthreaded", "created_at", "armed_at")
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict ("dedupe_key") do nothing
returning "status", "lane", "target";

-- SEARCH home_seen USING INDEX sqlite_autoindex_home_seen_1 (person=?)
select "person"
from "home_seen"
where "person" in (?, ?, ?) and "seen_at" >= ?
order by "person";

-- A sweep of the outbox

-- SEARCH outbox USING INDEX outbox_due (status=?)
-- CORRELATED SCALAR SUBQUERY 2
-- SEARCH slack_message USING COVERING INDEX sqlite_autoindex_slack_message_1 (key=?)
-- CORRELATED SCALAR SUBQUERY 3
-- SEARCH parent USING INDEX sqlite_autoindex_outbox_2 (dedupe_key=?)
-- CORRELATED SCALAR SUBQUERY 1
-- SEARCH parent USING INDEX sqlite_autoindex_outbox_2 (dedupe_key=?)
update "outbox"
set "status" = case when exists (select "parent"."seq"
from "outbox" as "parent"
where "parent"."dedupe_key" = "outbox"."thread_of" and "parent"."status" in (?)) then ? else ? end, "last_failure" = ?
where "status" = ? and "thread_of" is not null and "unthreaded" = ? and "doubt_since" is null and not exists (select "slack_message"."key"
from "slack_message"
where "slack_message"."key" = "outbox"."thread_of") and not exists (select "parent"."seq"
from "outbox" as "parent"
where "parent"."dedupe_key" = "outbox"."thread_of" and "parent"."status" in (?, ?));

-- SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)
-- LIST SUBQUERY 2
-- SEARCH outbox USING INDEX outbox_queue (status=? AND lane=?)
-- CORRELATED SCALAR SUBQUERY 1
-- SEARCH trouble USING INDEX sqlite_autoindex_trouble_1 (subject=?)
-- USE TEMP B-TREE FOR ORDER BY
update "outbox"
set "status" = ?, "attempts" = "attempts" + ?, "lease_token" = ?, "lease_until" = ?
where "seq" in (select "outbox"."seq"
from "outbox"
where "outbox"."lane" = ? and "outbox"."status" in (?, ?) and (("outbox"."status" = ? and "outbox"."next_attempt_at" + 0 <= ?) or ("outbox"."status" = ? and "outbox"."lease_until" <= ?)) and not exists (select "trouble"."subject"
from "trouble"
where "trouble"."subject" = ? || "outbox"."target" and "trouble"."probe_at" > ?) and "outbox"."doubt_since" <= ?
order by "outbox"."seq" + 0
limit ?) and "status" not in (?, ?, ?)
returning "seq", "id", "kind", "ref", "dedupe_key", "target", "thread_of", "rank", "generation", "armed_at", "attempts", "doubt_since", "doubt_checks", "plainness", "unthreaded", "shown_hash";

-- SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)
-- LIST SUBQUERY 2
-- SEARCH outbox USING INDEX outbox_queue (status=? AND lane=?)
-- CORRELATED SCALAR SUBQUERY 1
-- SEARCH trouble USING INDEX sqlite_autoindex_trouble_1 (subject=?)
-- USE TEMP B-TREE FOR ORDER BY
update "outbox"
set "status" = ?, "attempts" = "attempts" + ?, "lease_token" = ?, "lease_until" = ?
where "seq" in (select "outbox"."seq"
from "outbox"
where "outbox"."lane" = ? and "outbox"."status" in (?, ?) and (("outbox"."status" = ? and "outbox"."next_attempt_at" + 0 <= ?) or ("outbox"."status" = ? and "outbox"."lease_until" <= ?)) and not exists (select "trouble"."subject"
from "trouble"
where "trouble"."subject" = ? || "outbox"."target" and "trouble"."probe_at" > ?)
order by "outbox"."seq" + 0
limit ?) and "status" not in (?, ?, ?)
returning "seq", "id", "kind", "ref", "dedupe_key", "target", "thread_of", "rank", "generation", "armed_at", "attempts", "doubt_since", "doubt_checks", "plainness", "unthreaded", "shown_hash";

-- SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)
-- LIST SUBQUERY 3
-- SEARCH outbox USING INDEX outbox_queue (status=? AND lane=?)
-- CORRELATED SCALAR SUBQUERY 1
-- SEARCH trouble USING INDEX sqlite_autoindex_trouble_1 (subject=?)
-- CORRELATED SCALAR SUBQUERY 2
-- SEARCH slack_message USING COVERING INDEX sqlite_autoindex_slack_message_1 (key=?)
-- USE TEMP B-TREE FOR ORDER BY
update "outbox"
set "status" = ?, "attempts" = "attempts" + ?, "lease_token" = ?, "lease_until" = ?
where "seq" in (select "outbox"."seq"
from "outbox"
where "outbox"."lane" = ? and "outbox"."status" in (?, ?) and (("outbox"."status" = ? and "outbox"."next_attempt_at" + 0 <= ?) or ("outbox"."status" = ? and "outbox"."lease_until" <= ?)) and not exists (select "trouble"."subject"
from "trouble"
where "trouble"."subject" = ? || "outbox"."target" and "trouble"."probe_at" > ?) and ("outbox"."thread_of" is null or "outbox"."unthreaded" = ? or (select "slack_message"."key"
from "slack_message"
where "slack_message"."key" = "outbox"."thread_of") is not null)
order by "outbox"."seq" + 0
limit ?) and "status" not in (?, ?, ?)
returning "seq", "id", "kind", "ref", "dedupe_key", "target", "thread_of", "rank", "generation", "armed_at", "attempts", "doubt_since", "doubt_checks", "plainness", "unthreaded", "shown_hash";

-- SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)
-- LIST SUBQUERY 12
-- MATERIALIZE waiting
-- SETUP
-- SEARCH outbox USING COVERING INDEX outbox_queue (status=? AND lane=?)
-- RECURSIVE STEP
-- SCAN waiting
-- CORRELATED SCALAR SUBQUERY 4
-- SEARCH outbox USING COVERING INDEX outbox_queue (status=? AND lane=? AND target>?)
-- SCAN waiting
-- CORRELATED SCALAR SUBQUERY 7
-- SEARCH trouble USING INDEX sqlite_autoindex_trouble_1 (subject=?)
-- CORRELATED SCALAR SUBQUERY 8
-- SEARCH pace USING INDEX sqlite_autoindex_pace_1 (bucket=?)
-- CORRELATED SCALAR SUBQUERY 9
-- SEARCH other USING INDEX outbox_queue (status=? AND lane=? AND target=?)
-- CORRELATED SCALAR SUBQUERY 2
-- SEARCH post USING INDEX outbox_queue (status=? AND lane=? AND target=?)
-- CORRELATED SCALAR SUBQUERY 1
-- SEARCH slack_message USING COVERING INDEX sqlite_autoindex_slack_message_1 (key=?)
-- CORRELATED SCALAR SUBQUERY 11
-- SEARCH chosen USING INTEGER PRIMARY KEY (rowid=?)
-- CORRELATED SCALAR SUBQUERY 2
-- SEARCH post USING INDEX outbox_queue (status=? AND lane=? AND target=?)
-- CORRELATED SCALAR SUBQUERY 1
-- SEARCH slack_message USING COVERING INDEX sqlite_autoindex_slack_message_1 (key=?)
-- CORRELATED SCALAR SUBQUERY 2
-- SEARCH post USING INDEX outbox_queue (status=? AND lane=? AND target=?)
-- CORRELATED SCALAR SUBQUERY 1
-- SEARCH slack_message USING COVERING INDEX sqlite_autoindex_slack_message_1 (key=?)
-- USE TEMP B-TREE FOR ORDER BY
update "outbox"
set "status" = ?, "attempts" = "attempts" + ?, "lease_token" = ?, "lease_until" = ?, "lane" = ?, "doubt_since" = ?, "doubt_checks" = ?
where "seq" in (select "first"."seq"
from (select (select "post"."seq"
from "outbox" as "post"
where "post"."status" = ? and "post"."lane" = ? and "post"."target" = "place"."target" and "post"."next_attempt_at" + 0 <= ? and ("post"."thread_of" is null or "post"."unthreaded" = ? or (select "slack_message"."key"
from "slack_message"
where "slack_message"."key" = "post"."thread_of") is not null)
order by "post"."rank", "post"."seq"
limit 1) as "seq"
from (with recursive "waiting"("target") as (select min("outbox"."target") as "target"
from "outbox"
where "outbox"."status" = ? and "outbox"."lane" = ? union all select (select min("outbox"."target") as "target"
from "outbox"
where "outbox"."status" = ? and "outbox"."lane" = ? and "outbox"."target" > "waiting"."target") as "target"
from "waiting"
where "waiting"."target" is not null) select "waiting"."target"
from "waiting"
where "waiting"."target" is not null) as "place"
where "place"."target" not like ? and not exists (select "trouble"."subject"
from "trouble"
where "trouble"."subject" = ? || "place"."target" and "trouble"."probe_at" > ?) and not exists (select "pace"."bucket"
from "pace"
where "pace"."bucket" = ? || "place"."target" and "pace"."next_at" > ?) and not exists (select "other"."seq"
from "outbox" as "other"
where "other"."status" = ? and "other"."lane" = ? and "other"."target" = "place"."target" and "other"."lease_until" > ?)) as "first"
where "first"."seq" is not null
order by (select "rank"
from "outbox" as "chosen"
where "chosen"."seq" = "first"."seq"), "first"."seq"
limit ?) and "status" not in (?, ?, ?)
returning "seq", "id", "kind", "ref", "dedupe_key", "target", "thread_of", "rank", "generation", "armed_at", "attempts", "doubt_since", "doubt_checks", "plainness", "unthreaded", "shown_hash";

-- SEARCH slack_message USING INDEX sqlite_autoindex_slack_message_1 (key=?)
select *
from "slack_message"
where "key" in (?);

-- SEARCH trouble USING INDEX sqlite_autoindex_trouble_1 (subject=?)
select *
from "trouble"
where "subject" in (?);

-- SEARCH outbox USING INDEX sqlite_autoindex_outbox_1 (id=?)
update "outbox"
set "status" = ?, "attempts" = ?, "next_attempt_at" = ?, "doubt_since" = ?, "doubt_checks" = ?, "plainness" = ?, "shown_hash" = ?, "last_failure" = ?, "lane" = ?, "unthreaded" = ?, "lease_token" = ?, "lease_until" = ?, "sent_at" = ?
where "id" = ? and "status" = ? and "lease_token" = ?
returning "generation";

-- SEARCH outbox USING INDEX outbox_due (status=?)
select min("armed_at") as "at"
from "outbox"
where "status" in (?, ?) and ("attempts" > ? or "next_attempt_at" <= ?);

-- SEARCH outbox USING COVERING INDEX outbox_due (status=? AND next_attempt_at>?)
select min("next_attempt_at") as "at"
from "outbox"
where "status" = ? and "next_attempt_at" > ?;

-- SEARCH pace
-- SEARCH outbox EXISTS USING COVERING INDEX outbox_queue (status=? AND lane=? AND target=?)
select min("next_at") as "at"
from "pace"
where "next_at" > ? and exists (select "outbox"."seq"
from "outbox"
where "outbox"."status" = ? and "outbox"."lane" = ? and "outbox"."target" = substr("pace"."bucket", 9));

-- CO-ROUTINE waiting
-- SETUP
-- SEARCH outbox USING COVERING INDEX outbox_queue (status=? AND lane=?)
-- RECURSIVE STEP
-- SCAN waiting
-- CORRELATED SCALAR SUBQUERY 4
-- SEARCH outbox USING COVERING INDEX outbox_queue (status=? AND lane=? AND target>?)
-- SCAN waiting
-- CORRELATED SCALAR SUBQUERY 1
-- SEARCH post USING INDEX outbox_queue (status=? AND lane=? AND target=? AND rank=?)
-- CORRELATED SCALAR SUBQUERY 2
-- SEARCH post USING INDEX outbox_queue (status=? AND lane=? AND target=? AND rank=?)
select (select "post"."armed_at"
from "outbox" as "post"
where "post"."status" = ? and "post"."lane" = ? and "post"."target" = "place"."target" and "post"."rank" = ? and ("post"."attempts" > ? or "post"."next_attempt_at" <= ?)
order by "post"."seq"
limit 1) as "hot", (select "post"."armed_at"
from "outbox" as "post"
where "post"."status" = ? and "post"."lane" = ? and "post"."target" = "place"."target" and "post"."rank" = ? and ("post"."attempts" > ? or "post"."next_attempt_at" <= ?)
order by "post"."seq"
limit 1) as "live"
from (with recursive "waiting"("target") as (select min("outbox"."target") as "target"
from "outbox"
where "outbox"."status" = ? and "outbox"."lane" = ? union all select (select min("outbox"."target") as "target"
from "outbox"
where "outbox"."status" = ? and "outbox"."lane" = ? and "outbox"."target" > "waiting"."target") as "target"
from "waiting"
where "waiting"."target" is not null) select "waiting"."target"
from "waiting"
where "waiting"."target" is not null) as "place";

-- SEARCH outbox USING COVERING INDEX outbox_due (status=?)
select "seq"
from "outbox"
where "status" in (?, ?)
order by "status"
limit 1;
