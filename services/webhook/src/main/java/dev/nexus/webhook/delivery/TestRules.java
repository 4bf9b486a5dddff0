package dev.nexus.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.webhook.registration.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test sends (protocol 3.5). */
final class TestRules {

  private TestRules() {}

  /**
   * The event's name: the one asked for, or that of a completed execution as the receiver spells
   * it.
   */
  static String event(TestRequest request, List<String> subscribed) {
    String asked = isEmpty(request.event()) ? request.eventType() : request.event();
    if (asked == null || asked.isEmpty()) {
      return subscribed.stream()
          .filter(EventKind.TEMPLATE_COMPLETED::isNamed)
          .findFirst()
          .orElse(EventKind.TEMPLATE_COMPLETED.underscored());
    }
    if (!EventKind.isKnown(asked)) {
      String field = isEmpty(request.event()) ? "event_type" : "event";
      throw new NexusException(
              CommonError.INVALID_VALUE,
              field + " may be one of " + String.join(", ", EventKind.names()))
          .field(field);
    }
    return asked;
  }

  /**
   * The event's data: what was given, or a mark that this is a test.
   *
   * @param max its size at most, in bytes of UTF-8
   */
  static JsonNode data(TestRequest request, long max) {
    String field = isAbsent(request.data()) ? "test_data" : "data";
    @Nullable JsonNode given = isAbsent(request.data()) ? request.testData() : request.data();
    if (given == null || given.isNull()) {
      return JsonNodeFactory.instance.objectNode().put("test", true);
    }
    if (!given.isObject()) {
      throw new NexusException(CommonError.INVALID_VALUE, field + " must be an object")
          .field(field);
    }
    if (given.toString().getBytes(StandardCharsets.UTF_8).length > max) {
      throw new NexusException(CommonError.INVALID_VALUE, field + " may have " + max + " bytes")
          .field(field);
    }
    return given;
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static boolean isAbsent(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }
}
