package dev.nexus.ai.execution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the client knows about its user (protocol 4.2). It informs answers and never governs access:
 * the token does.
 *
 * @param userId any text
 * @param sessionId at most 100 characters
 * @param tenantId any text
 * @param roles any texts
 * @param location where the user is
 * @param locale at most 10 characters, such as {@code ru-RU}
 * @param timezone IANA, at most 50 characters
 * @param currency at most 3 characters
 * @param region at most 5 characters
 */
public record UserContext(
    @Nullable String userId,
    @Size(max = 100) @Nullable String sessionId,
    @Nullable String tenantId,
    @Nullable List<@Nullable String> roles,
    @Valid @Nullable Location location,
    @Size(max = 10) @Nullable String locale,
    @Size(max = 50) @Nullable String timezone,
    @Size(max = 3) @Nullable String currency,
    @Size(max = 5) @Nullable String region) {}
