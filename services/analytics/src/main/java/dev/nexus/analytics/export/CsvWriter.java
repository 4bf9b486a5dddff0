package dev.nexus.analytics.export;

import dev.nexus.analytics.event.StoredEvent;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * RFC 4180, with a header. A cell that a spreadsheet would run as a formula begins with an
 * apostrophe: users choose the texts, administrators open the file.
 */
final class CsvWriter implements EventWriter {

  private static final String FORMULA = "=+-@\t\r";

  private final Writer out;

  CsvWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void begin() throws IOException {
    line(List.of("id", "event_type", "user_id", "tenant_id", "timestamp", "data"));
  }

  @Override
  public void write(StoredEvent event) throws IOException {
    line(
        List.of(
            event.id(),
            event.eventType(),
            event.userId(),
            event.tenantId(),
            event.occurredAt().toString(),
            event.data().orElse("")));
  }

  @Override
  public void end() {
    // A file without rows is its header.
  }

  private void line(List<String> cells) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.write(separator);
      out.write(quoted(harmless(cell)));
      separator = ",";
    }
    out.write("\r\n");
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
