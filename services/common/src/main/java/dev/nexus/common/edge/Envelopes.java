package dev.nexus.common.edge;

import dev.nexus.common.Release;
import dev.nexus.common.envelope.CacheInfo;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.envelope.QuotaInfo;
import dev.nexus.common.envelope.ResponseMetadata;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Wraps answers of the current request (protocol 1.1). */
@ApplicationScoped
public class Envelopes {

  private final CurrentVertxRequest current;
  private final Release release;
  private final Clock clock;

  Envelopes(CurrentVertxRequest current, Release release, Clock clock) {
    this.current = current;
    this.release = release;
    this.clock = clock;
  }

  /** What is known about the current request. */
  public RequestContext request() {
    return RequestContext.of(current.getCurrent());
  }

  /** The answer with its metadata. */
  public <T> Envelope<T> wrap(T data) {
    return new Envelope<>(metadata(), data);
  }

  /** The answer of an endpoint that caches and has a quota (protocol 1.7: execute and batch). */
  public <T> Envelope<T> wrap(T data, @Nullable CacheInfo cache, @Nullable QuotaInfo quota) {
    return new Envelope<>(metadata().with(cache, quota), data);
  }

  /** Metadata of an answer given now. */
  public ResponseMetadata metadata() {
    RequestContext request = request();
    return new ResponseMetadata(
        request.requestId(),
        release.protocol(),
        release.version(),
        clock.instant().getEpochSecond(),
        request.elapsedMillis(),
        request.rateLimit().orElse(null),
        null,
        null);
  }
}
