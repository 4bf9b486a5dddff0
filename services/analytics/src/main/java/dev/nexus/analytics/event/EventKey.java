package dev.nexus.analytics.event;

import dev.nexus.analytics.scope.Scope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Recognises an event that is sent again.
 *
 * @param digest 128 bits of a SHA-256
 * @param window how long a repetition counts as one; absent where it does as long as the event is
 *     kept
 */
record EventKey(UUID digest, Optional<Duration> window) {

  /**
   * The key of an event with the client's own id. The id is that principal's alone: nobody can keep
   * another's event out by guessing its id.
   */
  static EventKey ofEvent(Scope logger, String eventId) {
    return new EventKey(
        digest("event", logger.tenant(), logger.principal(), eventId), Optional.empty());
  }

  /** The key of one event of a request that may be repeated. */
  static EventKey ofRequest(String requestKey, int index, Duration window) {
    return new EventKey(
        digest("request", requestKey, Integer.toString(index)), Optional.of(window));
  }

  private static UUID digest(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    ByteBuffer result = ByteBuffer.wrap(digest.digest());
    return new UUID(result.getLong(), result.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
