-- Deliveries are forgotten by age, and the oldest of a receiver that has many.
create index delivery_by_age on delivery (created_at);
