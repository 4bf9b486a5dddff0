-- Who runs an execution: every write of a run names its fence, and the lease tells whether it is
-- alive. Leases are reckoned by the database's clock alone. Both are null where the version before
-- wrote the row; it gives a run 60 seconds.
alter table execution
  add column fence       uuid,
  add column lease_until timestamptz;

create index execution_running on execution (fence) where status = 'in_progress';
