package dev.nexus.gateway.proxy;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body as a stream that fails with 413 once it is larger than allowed. */
final class BoundedBody implements ReadStream<Buffer> {

  private final HttpServerRequest request;
  private final long limit;
  private long seen;
  private @Nullable Handler<Throwable> onFailure;

  BoundedBody(HttpServerRequest request, long limit) {
    this.request = request;
    this.limit = limit;
  }

  /** The error of a body that is too large. */
  static NexusException tooLarge() {
    return new NexusException(CommonError.VALIDATION_FAILED, 413, "The request body is too large");
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    request.handler(handler == null ? null : part -> deliver(part, handler));
    return this;
  }

  private void deliver(Buffer part, Handler<Buffer> handler) {
    boolean wasWithin = seen <= limit;
    seen += part.length();
    if (seen <= limit) {
      handler.handle(part);
    } else if (wasWithin && onFailure != null) {
      onFailure.handle(tooLarge());
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    onFailure = handler;
    request.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    request.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    request.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    request.fetch(amount);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    request.endHandler(handler);
    return this;
  }
}
