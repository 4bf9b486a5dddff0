package dev.nexus.batch.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.nexus.batch.item.ItemDefaults;
import dev.nexus.batch.item.Task;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the request shapes of protocol 3.4. */
public final class OrderRules {

  /** Most items of a synchronous batch. */
  static final int LARGEST = 100;

  private OrderRules() {}

  /**
   * The order that a request stands for.
   *
   * @param request the body; absent says nothing
   * @param customHeaders of the request's metadata, inherited by the items
   * @throws NexusException VALIDATION_FAILED when there are too few or too many items,
   *     INVALID_VALUE when a text cannot be stored
   */
  public static Order read(@Nullable BatchRequest request, Map<String, String> customHeaders) {
    if (request == null) {
      throw wrongSize("requests");
    }
    BatchOptions options = Objects.requireNonNullElse(request.options(), BatchOptions.NONE);
    BatchOptions batch = Objects.requireNonNullElse(request.batchOptions(), BatchOptions.NONE);
    boolean operations = request.requests() == null && request.operations() != null;
    return new Order(
        Optional.ofNullable(request.batchId())
            .filter(id -> !id.isBlank())
            .map(id -> storable(id, "batch_id")),
        operations,
        operations ? operations(request.operations()) : requests(request.requests()),
        manner(batch, options),
        new ItemDefaults(
            number(batch.timeoutMs()),
            number(first(batch, options, BatchOptions::maxResultsPerDomain)),
            Optional.ofNullable(first(batch, options, BatchOptions::parallelExecution)),
            Optional.ofNullable(first(batch, options, BatchOptions::includeWebSearch)),
            customHeaders));
  }

  private static Manner manner(BatchOptions batch, BatchOptions options) {
    @Nullable Boolean parallel = first(options, batch, BatchOptions::parallel);
    @Nullable Boolean execution = first(options, batch, BatchOptions::parallelExecution);
    OptionalInt timeout = number(options.timeoutMs());
    return new Manner(
        parallel != null ? parallel : execution == null || execution,
        Boolean.TRUE.equals(first(options, batch, BatchOptions::stopOnError)),
        number(first(options, batch, BatchOptions::maxConcurrency)),
        timeout.isPresent()
            ? Optional.of(Duration.ofMillis(timeout.getAsInt()))
            : Optional.empty());
  }

  private static List<Task> requests(@Nullable List<@Nullable JsonNode> requests) {
    List<Task> tasks = new ArrayList<>();
    for (@Nullable JsonNode request : checked(requests, "requests")) {
      tasks.add(task(new OperationRequest(null, null, request), tasks.size()));
    }
    return tasks;
  }

  private static List<Task> operations(@Nullable List<@Nullable OperationRequest> operations) {
    List<Task> tasks = new ArrayList<>();
    for (@Nullable OperationRequest operation : checked(operations, "operations")) {
      tasks.add(task(Objects.requireNonNullElse(operation, OperationRequest.EMPTY), tasks.size()));
    }
    return tasks;
  }

  private static Task task(OperationRequest operation, int position) {
    return new Task(
        Objects.requireNonNullElse(operation.id(), position + 1),
        Optional.ofNullable(operation.type())
            .filter(type -> !type.isEmpty())
            .map(type -> storable(type, "operations[" + position + "].type"))
            .orElse(Task.EXECUTE_TEMPLATE),
        Objects.requireNonNullElse(operation.request(), NullNode.getInstance()));
  }

  /** PostgreSQL has no place for the character NUL. */
  private static String storable(String text, String field) {
    if (text.indexOf('\0') >= 0) {
      throw new NexusException(
              CommonError.INVALID_VALUE, field + " must not contain the character NUL")
          .field(field);
    }
    return text;
  }

  private static <T extends @Nullable Object> List<T> checked(
      @Nullable List<T> items, String field) {
    if (items == null || items.isEmpty() || items.size() > LARGEST) {
      throw wrongSize(field);
    }
    return items;
  }

  private static NexusException wrongSize(String field) {
    return new NexusException(
            CommonError.VALIDATION_FAILED, field + " must have 1 to " + LARGEST + " items")
        .field(field);
  }

  private static <T> @Nullable T first(
      BatchOptions one, BatchOptions other, Function<BatchOptions, @Nullable T> option) {
    @Nullable T value = option.apply(one);
    return value != null ? value : option.apply(other);
  }

  private static OptionalInt number(@Nullable Integer given) {
    return given == null || given == 0 ? OptionalInt.empty() : OptionalInt.of(given);
  }
}
