package dev.nexus.ai.execution;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/**
 * A place.
 *
 * @param latitude -90..90
 * @param longitude -180..180
 * @param accuracy metres, at least 0
 */
public record Location(
    @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,
    @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,
    @DecimalMin("0") @Nullable Double accuracy) {}
