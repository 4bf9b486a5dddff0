package dev.nexus.batch.execution;

import dev.nexus.batch.item.Item;
import dev.nexus.batch.item.Outcome.Answered;
import dev.nexus.batch.item.Outcome.Cached;
import dev.nexus.common.envelope.CacheInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** How the items of a batch used the cache, as one {@code cache_info} (protocol 1.7). */
final class CacheUse {

  private CacheUse() {}

  /**
   * A hit when every answer came from the cache; the key is a digest of what was asked; the time is
   * that of the answer which ages first.
   */
  static CacheInfo of(List<Item> items) {
    List<Cached> cached =
        items.stream()
            .flatMap(item -> item.outcome().stream())
            .filter(Answered.class::isInstance)
            .flatMap(outcome -> ((Answered) outcome).cache().stream())
            .toList();
    return new CacheInfo(
        !cached.isEmpty() && cached.stream().allMatch(Cached::hit),
        key(items),
        cached.stream().mapToInt(Cached::ttl).min().orElse(0));
  }

  private static String key(List<Item> items) {
    MessageDigest digest = sha256();
    for (Item item : items) {
      digest.update(item.task().request().toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
