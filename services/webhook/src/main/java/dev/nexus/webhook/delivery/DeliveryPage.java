package dev.nexus.webhook.delivery;

import dev.nexus.common.envelope.ResponseMetadata;
import java.util.List;

/** A page of deliveries. Paging stands beside {@code data} here, as nowhere else (protocol 1.1). */
record DeliveryPage(
    List<DeliveryView> data, int total, int limit, int offset, ResponseMetadata metadata) {}
