package dev.nexus.analytics.partition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The daily partitions of the table {@code event}. Safe on every replica at once. */
public interface Partitions {

  /** Makes the partitions that are missing. Writers and readers go on meanwhile. */
  void ensure(Collection<LocalDate> days);

  /** The days that have a partition, oldest first. */
  List<LocalDate> days();

  /**
   * Drops a day with all its events; does nothing when there is none.
   *
   * @return false when somebody reads it just now
   */
  boolean drop(LocalDate day);

  /**
   * Forgets keys that recognise repetitions: those of events before the given moment, and those
   * that have expired by now.
   *
   * @param atMost bounds the work of one call, for each of the two
   * @return how many were forgotten
   */
  int forgetKeys(Instant before, Instant now, int atMost);
}
