package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Settings of single services. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServicesSpec(
    @JsonPropertyDescription("Settings of the gateway service.") @Nullable ServiceSpec gateway,
    @JsonPropertyDescription("Settings of the ai service.") @Nullable ServiceSpec ai,
    @JsonPropertyDescription("Settings of the batch service.") @Nullable ServiceSpec batch,
    @JsonPropertyDescription("Settings of the webhook service.") @Nullable ServiceSpec webhook,
    @JsonPropertyDescription("Settings of the analytics service.") @Nullable ServiceSpec analytics,
    @JsonPropertyDescription("Settings of the conversation service.")
        @Nullable ServiceSpec conversation,
    @JsonPropertyDescription("Settings of the auth service.") @Nullable ServiceSpec auth) {

  /** The settings of a service by its name; null when there are none. */
  public @Nullable ServiceSpec of(String service) {
    return switch (service) {
      case "gateway" -> gateway;
      case "ai" -> ai;
      case "batch" -> batch;
      case "webhook" -> webhook;
      case "analytics" -> analytics;
      case "conversation" -> conversation;
      case "auth" -> auth;
      default -> throw new IllegalArgumentException("no such service: " + service);
    };
  }
}
