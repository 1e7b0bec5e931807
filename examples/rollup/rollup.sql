-- Many plans looked at together, with DuckDB. Each bureau's lines were written by
--   ipplan list --format ndjson --as-of 2017-09-30 > list/BUREAU.ndjson
--   ipplan log  --format ndjson --as-of 2017-09-30 > log/BUREAU.ndjson
-- Before this file: SET VARIABLE folder = 'the folder that holds list/ and log/';
-- A bureau is known by the name of its files: titles of plans may be the same.

CREATE OR REPLACE TEMP VIEW milestones AS
SELECT parse_filename(filename, true) AS bureau, "asOf", task.id AS task, task.lead AS division, unnest(task.milestones, recursive := true)
FROM read_json(
  getvariable('folder') || '/list/*.ndjson',
  format = 'newline_delimited',
  filename = true,
  columns = {
    "asOf": 'DATE',
    task: 'STRUCT(id VARCHAR, lead VARCHAR, milestones STRUCT(id VARCHAR, state VARCHAR, assessmentDue DATE, late BOOLEAN,
      daysOverdue INTEGER)[])'
  }
);

CREATE OR REPLACE TEMP VIEW records AS
SELECT record."do" AS kind, record."on" AS day, record.live AS live
FROM read_json(
  getvariable('folder') || '/log/*.ndjson',
  format = 'newline_delimited',
  columns = { record: 'STRUCT("do" VARCHAR, "on" DATE, live BOOLEAN)' }
);

-- What ipplan's rates count: cancelled ones are in no denominator; due goes by the assessment's day.
CREATE OR REPLACE TEMP TABLE bureaus AS
SELECT
  bureau,
  count(*)::INTEGER AS milestones,
  count(*) FILTER (state = 'done')::INTEGER AS done,
  count(*) FILTER (state = 'overdue')::INTEGER AS overdue,
  count(*) FILTER (state = 'cancelled')::INTEGER AS cancelled,
  count(*) FILTER (assessmentDue <= "asOf" AND state <> 'cancelled')::INTEGER AS due,
  count(*) FILTER (assessmentDue <= "asOf" AND state = 'done')::INTEGER AS due_done,
  count(*) FILTER (assessmentDue <= "asOf" AND state = 'done' AND NOT late)::INTEGER AS on_time,
  coalesce(max(daysOverdue), 0)::INTEGER AS longest
FROM milestones
GROUP BY bureau;

-- name: bureaus
SELECT *, round(100.0 * due_done / nullif(due, 0), 1)::DOUBLE AS due_completion FROM bureaus ORDER BY bureau;

-- name: together
SELECT
  count(*)::INTEGER AS bureaus,
  sum(milestones)::INTEGER AS milestones,
  sum(done)::INTEGER AS done,
  sum(overdue)::INTEGER AS overdue,
  sum(due)::INTEGER AS due,
  sum(due_done)::INTEGER AS due_done,
  sum(on_time)::INTEGER AS on_time,
  round(100.0 * sum(due_done) / nullif(sum(due), 0), 1)::DOUBLE AS due_completion
FROM bureaus;

-- name: worst
SELECT bureau, overdue, due, longest, round(100.0 * due_done / nullif(due, 0), 1)::DOUBLE AS due_completion
FROM bureaus
ORDER BY due_done / nullif(due, 0), overdue DESC, bureau
LIMIT 10;

-- name: months
SELECT
  strftime(day, '%Y-%m') AS month,
  count(*)::INTEGER AS records,
  count(*) FILTER (kind = 'done' AND live)::INTEGER AS done
FROM records
GROUP BY month
ORDER BY month;
