package dev.nexus.webhook.registration;

import org.jspecify.annotations.Nullable;

/** The {@code retry_policy} of a request; what is absent has the default. Delays in ms. */
record RetryPolicyRequest(
    @Nullable Integer maxRetries,
    @Nullable Long initialDelay,
    @Nullable Long maxDelay,
    @Nullable Double backoffFactor) {}
