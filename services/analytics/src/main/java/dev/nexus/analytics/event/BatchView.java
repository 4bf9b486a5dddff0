package dev.nexus.analytics.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nexus.common.error.NexusException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a batch of events. Not in the protocol.
 *
 * @param logged events stored by this request
 * @param duplicates events stored before
 * @param rejected events that are invalid
 * @param events what became of each, in order
 */
record BatchView(int logged, int duplicates, int rejected, List<Entry> events) {

  /**
   * What became of one event.
   *
   * @param status {@code logged}, {@code duplicate} or {@code rejected}
   * @param eventId absent when rejected
   * @param timestamp RFC 3339; absent when rejected
   * @param error present when rejected
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String status,
      @Nullable String eventId,
      @Nullable String timestamp,
      @Nullable Problem error) {

    static Entry of(Receipt receipt) {
      return new Entry(
          receipt.duplicate() ? "duplicate" : "logged",
          receipt.eventId(),
          receipt.occurredAt().toString(),
          null);
    }

    static Entry of(NexusException problem) {
      return new Entry(
          "rejected",
          null,
          null,
          new Problem(
              problem.code().name(),
              String.valueOf(problem.getMessage()),
              problem.field().orElse(null)));
    }
  }

  /** Why an event was rejected: code, text and field as in an error body. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Problem(String code, String message, @Nullable String field) {}

  /**
   * @param problems one per event of the batch, absent where it is valid
   * @param receipts one per valid event
   */
  static BatchView of(List<Optional<NexusException>> problems, List<Receipt> receipts) {
    Iterator<Receipt> next = receipts.iterator();
    List<Entry> entries = new ArrayList<>(problems.size());
    for (Optional<NexusException> problem : problems) {
      entries.add(problem.map(Entry::of).orElseGet(() -> Entry.of(next.next())));
    }
    int duplicates = (int) receipts.stream().filter(Receipt::duplicate).count();
    return new BatchView(
        receipts.size() - duplicates, duplicates, problems.size() - receipts.size(), entries);
  }
}
