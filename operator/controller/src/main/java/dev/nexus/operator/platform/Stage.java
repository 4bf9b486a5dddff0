package dev.nexus.operator.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * The objects of a step.
 *
 * @param name the step
 * @param objects what is wanted, in the order of applying
 */
public record Stage(StageName name, List<HasMetadata> objects) {}
