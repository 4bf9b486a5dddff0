package dev.nexus.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PresentReaderTest {

  @Test
  void isWrittenToUntilItLeaves() throws IOException {
    AtomicBoolean gone = new AtomicBoolean();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    PresentReader reader = new PresentReader(read, gone::get);
    reader.write("one".getBytes(StandardCharsets.UTF_8));
    gone.set(true);
    assertThatThrownBy(() -> reader.write("two".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
    assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo("one");
  }
}
