package dev.nexus.batch.execution;

import dev.nexus.batch.item.Deadline;
import dev.nexus.batch.item.Delegation;
import dev.nexus.batch.order.Order;
import java.util.Optional;

/**
 * A request for a batch.
 *
 * @param order what is wanted
 * @param owner who asks
 * @param delegation on whose behalf peers are called
 * @param key tells a repeat of the request, if it can be told
 * @param deadline when it is answered at the latest
 */
record Request(
    Order order, Owner owner, Delegation delegation, Optional<String> key, Deadline deadline) {}
