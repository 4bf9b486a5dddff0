package dev.nexus.analytics.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.analytics.event.EventView;
import dev.nexus.analytics.event.StoredEvent;
import java.io.IOException;
import java.io.Writer;

/** An array of events as they stand in lists, one per line. */
final class JsonWriter implements EventWriter {

  private final Writer out;
  private final ObjectMapper json;
  private String separator = "\n";

  JsonWriter(Writer out, ObjectMapper json) {
    this.out = out;
    this.json = json;
  }

  @Override
  public void begin() throws IOException {
    out.write("[");
  }

  @Override
  public void write(StoredEvent event) throws IOException {
    out.write(separator);
    out.write(json.writeValueAsString(EventView.of(event)));
    separator = ",\n";
  }

  @Override
  public void end() throws IOException {
    out.write("\n]\n");
  }
}
