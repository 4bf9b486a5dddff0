package dev.nexus.batch.execution;

import dev.nexus.batch.item.Deadline;
import dev.nexus.batch.item.Delegation;
import dev.nexus.batch.item.ItemDefaults;
import dev.nexus.batch.order.Manner;

/**
 * How a batch is run.
 *
 * @param claim the right to run it
 * @param manner how its items follow each other
 * @param defaults what they inherit
 * @param delegation on whose behalf
 * @param deadline when it ends at the latest
 */
record Job(
    Claim claim, Manner manner, ItemDefaults defaults, Delegation delegation, Deadline deadline) {}
