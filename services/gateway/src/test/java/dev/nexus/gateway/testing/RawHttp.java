package dev.nexus.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP as it stands, where clients would tidy it up. */
public final class RawHttp {

  private static final int PATIENCE_MILLIS = 10_000;

  private RawHttp() {}

  /** Opens a connection and sends the text. */
  public static Socket open(int port, String text) {
    try {
      Socket socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the text, which must ask for the connection's end, and returns all that comes back. */
  public static String exchange(int port, String text) {
    try (Socket socket = open(port, text)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
