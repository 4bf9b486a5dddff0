package dev.nexus.common.peer;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Reads an answer that is not larger than it may be. */
final class BoundedBody {

  private BoundedBody() {}

  /** The whole body; fails with EXTERNAL_SERVICE_ERROR as soon as there is more than the limit. */
  static Future<Buffer> read(HttpClientResponse response, int limit) {
    Promise<Buffer> done = Promise.promise();
    Buffer read = Buffer.buffer();
    response.exceptionHandler(done::tryFail);
    response.endHandler(end -> done.tryComplete(read));
    response.handler(
        chunk -> {
          if (read.length() + chunk.length() > limit) {
            done.tryFail(
                new NexusException(
                    CommonError.EXTERNAL_SERVICE_ERROR, "A peer answered more than can be read"));
          } else {
            read.appendBuffer(chunk);
          }
        });
    return done.future();
  }
}
