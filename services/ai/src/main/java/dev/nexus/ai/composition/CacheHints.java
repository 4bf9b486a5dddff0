package dev.nexus.ai.composition;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the caller wants of the cache (protocol 1.4). Unknown values are ignored.
 *
 * @param mode how to use it
 * @param key the caller's own key
 * @param ttl how long to keep the answer; zero keeps nothing
 */
public record CacheHints(Mode mode, Optional<String> key, Duration ttl) {

  /** Longest key that is told back in {@code cache_info}. */
  private static final int LONGEST_KEY = 255;

  private static final int LONGEST_TTL = 86_400;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");

  /** How to use the cache. */
  public enum Mode {
    /** Read it, else compose; also when nothing was said. */
    CACHE_FIRST,
    /** Read it, else fail. */
    CACHE_ONLY,
    /** Compose, and read it only when that fails. */
    NETWORK_FIRST,
    /** Never read it. */
    NO_CACHE
  }

  /** From the custom headers of the request's metadata. */
  public static CacheHints from(Map<String, String> headers, Duration standard) {
    return new CacheHints(
        mode(headers.getOrDefault("x-cache-control", "")),
        Optional.ofNullable(headers.get("x-cache-key"))
            .filter(key -> !key.isBlank() && key.length() <= LONGEST_KEY),
        ttl(headers.getOrDefault("x-cache-ttl", "")).orElse(standard));
  }

  /** Whether an answer is looked for before composing one. */
  public boolean readsFirst() {
    return mode == Mode.CACHE_FIRST || mode == Mode.CACHE_ONLY;
  }

  private static Mode mode(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "no-cache" -> Mode.NO_CACHE;
      case "cache-only" -> Mode.CACHE_ONLY;
      case "network-first" -> Mode.NETWORK_FIRST;
      default -> Mode.CACHE_FIRST;
    };
  }

  private static Optional<Duration> ttl(String value) {
    return Optional.of(value)
        .filter(text -> SECONDS.matcher(text).matches())
        .map(Integer::parseInt)
        .filter(seconds -> seconds <= LONGEST_TTL)
        .map(Duration::ofSeconds);
  }
}
