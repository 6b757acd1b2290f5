-- When each part of the inventory was last told, whether it was another one or not: who acts on it must know how old it is.
alter table inventory_versions add column seen_at ${instant} null;
