package dev.nexus.auth.lockout;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counters of one process. */
final class InMemoryFailureStore implements FailureStore {

  private final ConcurrentMap<LoginKey, Failures> counters = new ConcurrentHashMap<>();

  @Override
  public Optional<Failures> find(LoginKey key) {
    return Optional.ofNullable(counters.get(key));
  }

  @Override
  public Failures add(LoginKey key, Instant at, Instant quietSince) {
    return counters.compute(
        key,
        (ignored, known) ->
            known == null || known.lastAt().isBefore(quietSince)
                ? new Failures(1, at)
                : new Failures(
                    known.count() + 1, known.lastAt().isAfter(at) ? known.lastAt() : at));
  }

  @Override
  public void clear(LoginKey key) {
    counters.remove(key);
  }

  @Override
  public int forget(Instant before, int maxKeys) {
    int size = counters.size();
    counters.values().removeIf(failures -> failures.lastAt().isBefore(before));
    List<Map.Entry<LoginKey, Failures>> oldestFirst =
        counters.entrySet().stream()
            .sorted(Comparator.comparing(counter -> counter.getValue().lastAt()))
            .toList();
    oldestFirst.stream()
        .limit(Math.max(0, oldestFirst.size() - maxKeys))
        .forEach(counter -> counters.remove(counter.getKey()));
    return size - counters.size();
  }
}
