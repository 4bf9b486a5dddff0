package dev.nexus.analytics.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.analytics.event.EventStore;
import dev.nexus.analytics.overload.Gate;
import dev.nexus.analytics.scope.Period;
import dev.nexus.analytics.scope.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Writes files while the events are read, so that their size costs no memory. */
@ApplicationScoped
class ExportService {

  private static final Logger LOG = Logger.getLogger(ExportService.class);

  private final EventStore store;
  private final ObjectMapper json;
  private final ExportConfig config;
  private final Gate gate;

  ExportService(EventStore store, ObjectMapper json, ExportConfig config) {
    this.store = store;
    this.json = json;
    this.config = config;
    this.gate = Gate.ofCount("exports", config.maxConcurrency(), 0, Duration.ZERO);
  }

  /**
   * What the scope may read of a period, newest first.
   *
   * @param gone whether the reader has left: writing to nobody fails only sometimes
   */
  StreamingOutput file(Scope scope, Period period, Format format, BooleanSupplier gone) {
    return out ->
        gate.pass(
            0,
            () -> {
              try {
                write(scope, period, format, new PresentReader(out, gone));
              } catch (IOException left) {
                LOG.debugf("Export not read to its end: %s", left.getMessage());
              }
              return true;
            });
  }

  private void write(Scope scope, Period period, Format format, OutputStream out)
      throws IOException {
    long deadline = System.nanoTime() + config.timeout().toNanos();
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    EventWriter events = format == Format.CSV ? new CsvWriter(text) : new JsonWriter(text, json);
    events.begin();
    store.forEach(
        scope,
        period,
        event -> {
          if (System.nanoTime() > deadline) {
            // Breaks the answer off, so that nobody takes it for the whole file.
            throw new IllegalStateException("an export took longer than " + config.timeout());
          }
          events.write(event);
        });
    events.end();
    text.flush();
  }
}
