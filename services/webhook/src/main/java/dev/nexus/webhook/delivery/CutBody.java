package dev.nexus.webhook.delivery;

import dev.nexus.webhook.delivery.Attempt.Answered;
import dev.nexus.webhook.delivery.Attempt.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;

/** Reads the beginning of an answer and hangs up on the rest. */
final class CutBody {

  private CutBody() {}

  static Future<Outcome> read(HttpClientResponse response, int limit) {
    Promise<Outcome> done = Promise.promise();
    Buffer read = Buffer.buffer();
    int status = response.statusCode();
    response.exceptionHandler(done::tryFail);
    response.endHandler(end -> done.tryComplete(answered(status, read)));
    response.handler(
        chunk -> {
          read.appendBuffer(chunk, 0, Math.min(chunk.length(), limit - read.length()));
          if (read.length() >= limit && done.tryComplete(answered(status, read))) {
            response.request().reset();
          }
        });
    return done.future();
  }

  private static Outcome answered(int status, Buffer read) {
    String text = new String(read.getBytes(), StandardCharsets.UTF_8);
    // PostgreSQL stores no NUL, and a body is not always text.
    return new Answered(status, text.replace("\0", ""));
  }
}
