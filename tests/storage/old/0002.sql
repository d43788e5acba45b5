BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE beats (
	id INTEGER NOT NULL, 
	last BIGINT NOT NULL, 
	CONSTRAINT pk_beats PRIMARY KEY (id)
);
CREATE TABLE cases (
	meeting INTEGER NOT NULL, 
	person BIGINT NOT NULL, 
	words BLOB NOT NULL, 
	CONSTRAINT pk_cases PRIMARY KEY (meeting, person), 
	CONSTRAINT fk_cases_meeting FOREIGN KEY(meeting) REFERENCES meetings (id)
);
CREATE TABLE contributions (
	session INTEGER NOT NULL, 
	slot TEXT NOT NULL, 
	person BIGINT NOT NULL, 
	words BLOB NOT NULL, 
	updated_at BIGINT NOT NULL, 
	CONSTRAINT pk_contributions PRIMARY KEY (session, slot, person), 
	CONSTRAINT fk_contributions_session FOREIGN KEY(session) REFERENCES sessions (id)
);
INSERT INTO "contributions" VALUES(1,'1:bm.canvas',1234567890123456789,X'0149D58FC1812BD69CAD42DBADF3138CF158F214C176BBE01E23D0E12F61A9DF3204DA84AB5F6D0476E8CF1320081F',1800000000);
CREATE TABLE meetings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	server BIGINT NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	lobby_channel BIGINT, 
	closed_at BIGINT
);
INSERT INTO "meetings" VALUES(1,81234567890123456,0,'{"id":0,"server":81234567890123456,"version":0,"method":"bumpy","theme":"Grenzen","minutes":120,"talk":"written","place":"text","language":"nl","seed":7,"opened":1800000000,"began":null,"keep_days":2,"moderators":[3],"stage":"gathering","present":[],"groups":[],"plenary":null}',NULL,NULL);
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY (name)
);
INSERT INTO "meta" VALUES('key fingerprint','b9c28b5037cb187d862d15bd6470b9ab');
CREATE TABLE outbox (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	server BIGINT NOT NULL, 
	meeting INTEGER NOT NULL, 
	session BIGINT NOT NULL, 
	version INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	payload TEXT NOT NULL, 
	not_before BIGINT NOT NULL, 
	claimed_at BIGINT, 
	via BIGINT, 
	done_at BIGINT, 
	message BIGINT, 
	failed TEXT, 
	CONSTRAINT fk_outbox_meeting FOREIGN KEY(meeting) REFERENCES meetings (id), 
	CONSTRAINT uq_outbox_meeting_session_version_ordinal UNIQUE (meeting, session, version, ordinal)
);
CREATE TABLE own_methods (
	server BIGINT NOT NULL, 
	method TEXT NOT NULL, 
	toml TEXT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	CONSTRAINT pk_own_methods PRIMARY KEY (server, method)
);
INSERT INTO "own_methods" VALUES(81234567890123456,'gesprek','id = "gesprek"',1800000000);
CREATE TABLE people (
	server BIGINT NOT NULL, 
	person BIGINT NOT NULL, 
	name BLOB, 
	language TEXT, 
	CONSTRAINT pk_people PRIMARY KEY (server, person)
);
CREATE TABLE scripts (
	session INTEGER NOT NULL, 
	script TEXT NOT NULL, 
	CONSTRAINT pk_scripts PRIMARY KEY (session), 
	CONSTRAINT fk_scripts_session FOREIGN KEY(session) REFERENCES sessions (id)
);
INSERT INTO "scripts" VALUES(1,'[{"phase":{"id":"p0","name":{"nl":"Stap 0","en":"Step 0"},"kind":"write","who":"everybody","minutes":{"base":2.5,"per_person":0.5,"basis":"n"},"prompt":{"nl":"Stap 0","en":"Step 0"},"rules":[],"form":{"fields":[{"id":"wat","label":{"nl":"Stap 0","en":"Step 0"},"kind":"text","max_length":300,"required":true,"description":null,"placeholder":null,"like":null,"kept_back":false,"spoken":true},{"id":"nog","label":{"nl":"Stap 0","en":"Step 0"},"kind":"text","max_length":null,"required":false,"description":null,"placeholder":null,"like":null,"kept_back":false,"spoken":true}],"whole":false},"short":null,"after":null,"shows":[],"named":true,"ballot":null,"only_if":null,"plenary":false,"waits":false,"shrinks_to":null,"lowest_per_person":null},"round":null,"minutes":3},{"phase":{"id":"p1","name":{"nl":"Stap 1","en":"Step 1"},"kind":"write","who":"everybody","minutes":{"base":2.5,"per_person":0.5,"basis":"n"},"prompt":{"nl":"Stap 1","en":"Step 1"},"rules":[],"form":{"fields":[{"id":"wat","label":{"nl":"Stap 1","en":"Step 1"},"kind":"text","max_length":300,"required":true,"description":null,"placeholder":null,"like":null,"kept_back":false,"spoken":true},{"id":"nog","label":{"nl":"Stap 1","en":"Step 1"},"kind":"text","max_length":null,"required":false,"description":null,"placeholder":null,"like":null,"kept_back":false,"spoken":true}],"whole":false},"short":null,"after":null,"shows":[],"named":true,"ballot":null,"only_if":null,"plenary":false,"waits":false,"shrinks_to":null,"lowest_per_person":null},"round":1,"minutes":3}]');
CREATE TABLE servers (
	id BIGINT NOT NULL, 
	settings TEXT NOT NULL, 
	CONSTRAINT pk_servers PRIMARY KEY (id)
);
CREATE TABLE sessions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	server BIGINT NOT NULL, 
	meeting INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	due_at BIGINT, 
	channel BIGINT, 
	ended_at BIGINT, 
	CONSTRAINT fk_sessions_meeting FOREIGN KEY(meeting) REFERENCES meetings (id)
);
INSERT INTO "sessions" VALUES(1,81234567890123456,1,1,0,'{"id":0,"meeting":1,"group":1,"version":0,"method":"bumpy","language":"nl","talk":"written","place":"text","seed":7,"script":[],"spare":[],"members":[1234567890123456789,2,3],"late":[],"moderators":[],"visitors":[],"leader":null,"note_taker":null,"rounds":[{"case_bringer":null,"leader":null,"over":false}],"ranking":[],"buffer":0,"status":"waiting","stopped_at":null,"pauses":0,"at":0,"visit":0,"stage":null,"floor":0,"given":{"1:bm.canvas":{"1234567890123456789":["wat"],"2":[]}},"withheld":{},"shown":{},"taken":{},"maybe":{},"answers":{},"help":[],"laps":[],"slip":null}',NULL,9000000000000000001,NULL);
CREATE INDEX ix_meetings_server ON meetings (server);
CREATE INDEX ix_meetings_lobby_channel ON meetings (lobby_channel);
CREATE INDEX ix_sessions_meeting ON sessions (meeting);
CREATE INDEX ix_sessions_due_at ON sessions (due_at);
CREATE INDEX ix_sessions_channel ON sessions (channel);
CREATE INDEX ix_outbox_waiting ON outbox (meeting, session, not_before) WHERE done_at IS NULL AND failed IS NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('meetings',1);
INSERT INTO "sqlite_sequence" VALUES('sessions',1);
COMMIT;
