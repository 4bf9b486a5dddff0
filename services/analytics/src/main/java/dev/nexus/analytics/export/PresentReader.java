package dev.nexus.analytics.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * A stream to a reader that fails as soon as the reader has left, so that nothing is read for
 * nobody.
 */
final class PresentReader extends FilterOutputStream {

  private final BooleanSupplier gone;

  PresentReader(OutputStream out, BooleanSupplier gone) {
    super(out);
    this.gone = gone;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (gone.getAsBoolean()) {
      throw new IOException("the reader has left");
    }
    out.write(bytes, offset, length);
  }
}
