package dev.nexus.analytics.export;

import dev.nexus.analytics.event.StoredEvent;
import java.io.IOException;

/** Writes events as one file. */
interface EventWriter {

  void begin() throws IOException;

  void write(StoredEvent event) throws IOException;

  void end() throws IOException;
}
