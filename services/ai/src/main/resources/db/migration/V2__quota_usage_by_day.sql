-- Retention deletes past days.
create index quota_usage_day on quota_usage (day);
