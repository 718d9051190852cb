-- The trace that a recording was submitted in, as W3C writes it (traceparent): every task of the recording belongs to it.
-- Absent where nothing is traced.
alter table recording add column trace text;
