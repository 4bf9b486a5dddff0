package dev.nexus.webhook.registration;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.webhook.network.Authority;
import dev.nexus.webhook.network.Destinations;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a description and fills in what it leaves out (protocol 3.5). Syntax only: no host is
 * resolved or contacted here.
 */
@ApplicationScoped
class RegistrationRules {

  private static final int MAX_URL = 2_048;
  private static final int MAX_SECRET = 255;
  private static final int MAX_DESCRIPTION = 500;

  private final Destinations destinations;

  RegistrationRules(Destinations destinations) {
    this.destinations = destinations;
  }

  /**
   * The checked receiver.
   *
   * @throws NexusException a validation error that names the first wrong field
   */
  WebhookConfig check(RegistrationRequest request) {
    ConfigRequest config = request.chosen();
    Fields fields = new Fields(request.prefix());
    return new WebhookConfig(
        url(fields, config.url()),
        events(config.events()),
        HeaderRules.check(fields.name("headers"), config.headers()),
        fields.atMost(MAX_SECRET, "secret", config.secret()),
        fields.atMost(MAX_DESCRIPTION, "description", config.description()),
        config.active() == null || config.active(),
        RetryRules.check(fields.name("retry_policy"), config.retryPolicy()));
  }

  private URI url(Fields fields, @Nullable String text) {
    String field = fields.name("url");
    if (text == null || text.isBlank()) {
      throw wrong(CommonError.VALIDATION_FAILED, field, "is required");
    }
    fields.atMost(MAX_URL, "url", text);
    URI url = parse(field, text.strip());
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    Authority authority =
        Authority.of(url)
            .filter(host -> Set.of("http", "https").contains(scheme))
            .orElseThrow(() -> notAbsolute(field));
    if (authority.port() == 0 || authority.port() > 65_535) {
      throw wrong(CommonError.INVALID_VALUE, field, "must name a port between 1 and 65535");
    }
    if (authority.credentials()) {
      throw wrong(CommonError.INVALID_VALUE, field, "must not hold credentials: use headers");
    }
    if (destinations.isForbiddenLiteral(authority.host())) {
      throw wrong(CommonError.INVALID_VALUE, field, "must not be an address that is not public");
    }
    return url;
  }

  private static URI parse(String field, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw notAbsolute(field);
    }
  }

  private static NexusException notAbsolute(String field) {
    return wrong(CommonError.INVALID_FORMAT, field, "must be an absolute http or https URL");
  }

  private static List<String> events(@Nullable List<@Nullable String> names) {
    if (names == null || names.isEmpty()) {
      throw wrong(CommonError.VALIDATION_FAILED, "events", "must name at least one event");
    }
    Set<String> known = new LinkedHashSet<>();
    for (@Nullable String name : names) {
      if (name == null || !EventKind.isKnown(name)) {
        throw wrong(
            CommonError.INVALID_VALUE,
            "events",
            "may hold " + String.join(", ", EventKind.names()));
      }
      known.add(name);
    }
    return List.copyOf(known);
  }

  static NexusException wrong(CommonError code, String field, String problem) {
    return new NexusException(code, field + " " + problem).field(field);
  }

  /** Names fields by where the receiver stands in the body. */
  private record Fields(String prefix) {

    String name(String field) {
      return prefix + field;
    }

    String atMost(int length, String field, @Nullable String text) {
      if (text != null && text.length() > length) {
        throw wrong(CommonError.FIELD_TOO_LONG, name(field), "may have " + length + " characters");
      }
      if (text != null && text.indexOf('\0') >= 0) {
        // PostgreSQL has no place for it.
        throw wrong(CommonError.INVALID_VALUE, name(field), "must not contain the character NUL");
      }
      return text == null ? "" : text;
    }
  }
}
