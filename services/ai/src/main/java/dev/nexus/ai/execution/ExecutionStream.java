package dev.nexus.ai.execution;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.ResultItem;
import dev.nexus.ai.answer.SectionStatus;
import dev.nexus.ai.composition.Composition;
import dev.nexus.ai.composition.Deadline;
import dev.nexus.ai.composition.ExecutionStatus;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes an execution as server-sent events. */
@Singleton
class ExecutionStream {

  /** Clients cut a stream after 30 s, so it ends before (protocol 4.9). */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  /** Readers scan lines of at most 64 KiB. */
  private static final int LONGEST_LINE = 58_000;

  record DomainResult(String domainId, SectionStatus status, List<ResultItem> results) {}

  record ExecutionComplete(UUID executionId, ExecutionStatus status) {}

  private final ExecutionService executions;
  private final ObjectMapper json;

  ExecutionStream(ExecutionService executions, ObjectMapper json) {
    this.executions = executions;
    this.json = json;
  }

  /** The events of the execution; waits for its end if it is running. */
  StreamingOutput of(Execution execution, Owner owner) {
    return out -> {
      comment(out);
      Execution ended =
          execution.isInProgress()
              ? executions.await(execution.id(), owner, Deadline.after(LONGEST))
              : execution;
      for (DomainSection section :
          ended.composition().map(Composition::sections).orElse(List.of())) {
        for (DomainResult part : parts(section)) {
          event(out, "domain_result", part);
        }
      }
      event(out, "execution_complete", new ExecutionComplete(ended.id(), ended.status()));
    };
  }

  /** Headers leave with the first byte; a comment is ignored by every reader. */
  private static void comment(OutputStream out) throws IOException {
    out.write(": stream\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void event(OutputStream out, String name, Object data) throws IOException {
    String text = "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The section in as few events as fit the longest line. */
  private List<DomainResult> parts(DomainSection section) throws IOException {
    List<DomainResult> parts = new ArrayList<>();
    List<ResultItem> part = new ArrayList<>();
    int size = 0;
    for (ResultItem item : section.results()) {
      int bytes = json.writeValueAsBytes(item).length;
      if (size + bytes > LONGEST_LINE && !part.isEmpty()) {
        parts.add(part(section, part));
        part = new ArrayList<>();
        size = 0;
      }
      part.add(item);
      size += bytes + 1;
    }
    parts.add(part(section, part));
    return parts;
  }

  private static DomainResult part(DomainSection section, List<ResultItem> results) {
    return new DomainResult(section.domainId(), section.status(), List.copyOf(results));
  }
}
