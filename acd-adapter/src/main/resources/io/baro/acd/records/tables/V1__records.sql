-- Records for reports: made of the journal, never the truth. docs/records.md says what each column holds and which are personal data.
-- Times end in _ms: milliseconds since 1970 (UTC), or a length in milliseconds. "sequence" is the command that made the row.

CREATE TABLE projection (
    journal INTEGER NOT NULL PRIMARY KEY,
    token TEXT NOT NULL UNIQUE,
    position BIGINT NOT NULL
);

CREATE TABLE gap (
    journal INTEGER NOT NULL,
    first_sequence BIGINT NOT NULL,
    last_sequence BIGINT NOT NULL,
    PRIMARY KEY (journal, first_sequence)
);

CREATE TABLE centre (
    journal INTEGER NOT NULL,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (journal, id)
);

CREATE TABLE queue (
    journal INTEGER NOT NULL,
    id INTEGER NOT NULL,
    centre_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (journal, id)
);

CREATE TABLE agent (
    journal INTEGER NOT NULL,
    id INTEGER NOT NULL,
    centre_id INTEGER NOT NULL,
    number TEXT NOT NULL,
    PRIMARY KEY (journal, id)
);

CREATE TABLE rule (
    journal INTEGER NOT NULL,
    version INTEGER NOT NULL,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (journal, version, id)
);

CREATE TABLE call_record (
    journal INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    call_id BIGINT NOT NULL,
    centre_id INTEGER NOT NULL,
    caller_key BIGINT,
    entry_queue_id INTEGER,
    arrived_ms BIGINT NOT NULL,
    joined_ms BIGINT,
    queue_id INTEGER,
    step INTEGER,
    boost_ms BIGINT,
    rules_version INTEGER,
    rules_fired INTEGER,
    told_ewt_ms BIGINT,
    callback_offered_ms BIGINT,
    answered_ms BIGINT,
    agent_id INTEGER,
    ended_ms BIGINT,
    ended_sequence BIGINT,
    outcome TEXT,
    vanished INTEGER,
    waited_ms BIGINT,
    talked_ms BIGINT,
    PRIMARY KEY (journal, sequence, call_id)
);
CREATE INDEX call_record_open ON call_record (journal, sequence) WHERE outcome IS NULL;
CREATE INDEX call_record_ended ON call_record (journal, ended_sequence);
CREATE INDEX call_record_arrived ON call_record (arrived_ms);
CREATE INDEX call_record_caller ON call_record (caller_key);

CREATE TABLE offer_record (
    journal INTEGER NOT NULL,
    offer_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    call_id BIGINT NOT NULL,
    queue_id INTEGER,
    agent_id INTEGER NOT NULL,
    offered_ms BIGINT NOT NULL,
    ring_ms BIGINT NOT NULL,
    ring_index INTEGER NOT NULL,
    ended_ms BIGINT,
    ended_sequence BIGINT,
    outcome TEXT,
    PRIMARY KEY (journal, offer_id)
);
CREATE INDEX offer_record_sequence ON offer_record (journal, sequence);
CREATE INDEX offer_record_open ON offer_record (journal, sequence) WHERE outcome IS NULL;
CREATE INDEX offer_record_ended ON offer_record (journal, ended_sequence);
CREATE INDEX offer_record_offered ON offer_record (offered_ms);
CREATE INDEX offer_record_call ON offer_record (call_id);

CREATE TABLE decision_record (
    journal INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    part INTEGER NOT NULL,
    at_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    call_id BIGINT NOT NULL,
    queue_id INTEGER,
    agent_id INTEGER,
    offer_id BIGINT,
    rules_version INTEGER,
    rules_fired INTEGER,
    joined_ms BIGINT,
    boost_ms BIGINT,
    waited_ms BIGINT,
    agent_idle_ms BIGINT,
    still_waiting INTEGER,
    chosen_by TEXT,
    strategy TEXT,
    step INTEGER,
    candidates INTEGER,
    runner_up_agent_id INTEGER,
    runner_up_call_id BIGINT,
    margin BIGINT,
    ewt_ms BIGINT,
    reason TEXT,
    PRIMARY KEY (journal, sequence, part)
);
CREATE INDEX decision_record_at ON decision_record (at_ms);
CREATE INDEX decision_record_call ON decision_record (call_id);

CREATE TABLE reservation_record (
    journal INTEGER NOT NULL,
    reservation_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    call_id BIGINT NOT NULL,
    queue_id INTEGER,
    made_ms BIGINT NOT NULL,
    caller_key BIGINT,
    number BYTEA,
    PRIMARY KEY (journal, reservation_id)
);
CREATE INDEX reservation_record_sequence ON reservation_record (journal, sequence);
CREATE INDEX reservation_record_made ON reservation_record (made_ms);
CREATE INDEX reservation_record_caller ON reservation_record (caller_key);

-- Who asked to be erased, by keyed hash: what is made of the journal again must not bring him back.
CREATE TABLE erased_caller (
    caller_key BIGINT NOT NULL PRIMARY KEY,
    erased_ms BIGINT NOT NULL
);
