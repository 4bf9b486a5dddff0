package dev.nexus.batch.execution;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Threads and time for runs. The threads carry the request's context: its trace and its id. */
@ApplicationScoped
class Workers {

  private final ExecutorService threads;
  private final Clock clock;

  Workers(@VirtualThreads ExecutorService threads, Clock clock) {
    this.threads = threads;
    this.clock = clock;
  }

  Future<?> start(Runnable work) {
    return threads.submit(work);
  }

  Instant now() {
    return clock.instant();
  }
}
