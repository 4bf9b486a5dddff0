package dev.nexus.batch.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.nexus.batch.item.Item;
import dev.nexus.batch.item.ItemError;
import dev.nexus.batch.item.Outcome;
import dev.nexus.batch.item.Outcome.Answered;
import dev.nexus.batch.item.Outcome.Unanswered;
import dev.nexus.batch.item.Progress;
import dev.nexus.batch.item.Progress.Ended;
import dev.nexus.batch.item.Progress.InProgress;
import dev.nexus.batch.item.Progress.Pending;
import dev.nexus.batch.item.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Outcome GOOD =
      new Answered(
          JsonNodeFactory.instance.objectNode().put("status", "completed"), Optional.empty());
  private static final Outcome BAD = new Unanswered(ItemError.INTERNAL);

  private static List<Item> items(Progress... progress) {
    List<Item> items = new ArrayList<>();
    for (Progress each : progress) {
      Task task = new Task(items.size() + 1, Task.EXECUTE_TEMPLATE, NullNode.getInstance());
      items.add(new Item(items.size(), task, UUID.randomUUID(), each));
    }
    return items;
  }

  private static Run run(int items, boolean stopOnError) {
    Progress[] progress = new Progress[items];
    java.util.Arrays.fill(progress, new Pending());
    return new Run(items(progress), stopOnError);
  }

  private static Item begin(Run run) {
    return run.begin(NOW).orElseThrow();
  }

  private static List<Outcome> ended(Run run) {
    return run.changes().stream().flatMap(item -> item.outcome().stream()).toList();
  }

  @Test
  void beginsItemsInTheirOrderAndEndsWithTheLast() throws InterruptedException {
    Run run = run(2, false);
    Item first = begin(run);
    Item second = begin(run);
    assertThat(List.of(first.position(), second.position())).containsExactly(0, 1);
    assertThat(run.begin(NOW)).isEmpty();
    run.end(second, GOOD, NOW);
    assertThat(run.awaitEnd(Duration.ZERO)).isFalse();
    run.end(first, BAD, NOW);
    assertThat(run.awaitEnd(Duration.ZERO)).isTrue();
    assertThat(ended(run)).containsExactly(BAD, GOOD);
  }

  @Test
  void tellsOnlyWhatIsNotStored() {
    Run run = run(2, false);
    assertThat(run.changes()).isEmpty();
    Item first = begin(run);
    List<Item> begun = run.changes();
    assertThat(begun).containsExactly(first);
    run.end(first, GOOD, NOW);
    run.stored(begun);
    assertThat(ended(run)).containsExactly(GOOD);
    run.stored(run.changes());
    assertThat(run.changes()).isEmpty();
  }

  @Test
  void goesOnAfterAFailureUnlessAskedToStop() throws InterruptedException {
    Run going = run(3, false);
    going.end(begin(going), BAD, NOW);
    assertThat(going.begin(NOW)).isPresent();
    Run stopping = run(4, true);
    Item first = begin(stopping);
    Item second = begin(stopping);
    stopping.end(second, BAD, NOW);
    assertThat(stopping.begin(NOW)).isEmpty();
    assertThat(stopping.awaitEnd(Duration.ZERO)).isFalse();
    stopping.end(first, GOOD, NOW);
    assertThat(stopping.awaitEnd(Duration.ZERO)).isTrue();
    Outcome skipped = new Unanswered(ItemError.SKIPPED);
    assertThat(ended(stopping)).containsExactly(GOOD, BAD, skipped, skipped);
  }

  @Test
  void givesOpenItemsTheReasonOfItsEnd() throws InterruptedException {
    Run run = run(3, false);
    run.end(begin(run), GOOD, NOW);
    Item late = begin(run);
    run.close(ItemError.LATE, NOW);
    Outcome timeout = new Unanswered(ItemError.LATE);
    assertThat(ended(run)).containsExactly(GOOD, timeout, timeout);
    assertThat(run.awaitEnd(Duration.ZERO)).isTrue();
    run.end(late, GOOD, NOW);
    run.close(ItemError.INTERRUPTED, NOW);
    assertThat(run.begin(NOW)).isEmpty();
    assertThat(ended(run)).containsExactly(GOOD, timeout, timeout);
  }

  @Test
  void takesUpWhatAnotherRunLeft() throws InterruptedException {
    Run run =
        new Run(
            items(new Ended(Optional.of(NOW), NOW, GOOD), new InProgress(NOW), new Pending()),
            false);
    assertThat(run.waiting()).isEqualTo(2);
    Instant later = NOW.plusSeconds(5);
    Item again = run.begin(later).orElseThrow();
    assertThat(again.position()).isEqualTo(1);
    assertThat(again.startedAt()).contains(later);
    run.end(again, GOOD, later);
    run.end(begin(run), GOOD, later);
    assertThat(run.awaitEnd(Duration.ZERO)).isTrue();
    assertThat(run.changes()).extracting(Item::position).containsExactly(1, 2);
  }

  @Test
  void stopsOnAFailureThatAnotherRunHadSeen() {
    Run run = new Run(items(new Ended(Optional.of(NOW), NOW, BAD), new Pending()), true);
    assertThat(run.begin(NOW)).isEmpty();
    assertThat(ended(run)).containsExactly(new Unanswered(ItemError.SKIPPED));
  }
}
