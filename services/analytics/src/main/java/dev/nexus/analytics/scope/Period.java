package dev.nexus.analytics.scope;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time that figures are asked for.
 *
 * @param from included
 * @param until excluded; absent when it lasts until now, so that nothing just stored is missed
 * @param days how many days were asked for
 */
public record Period(Instant from, Optional<Instant> until, int days) {

  /** The given number of times 24 hours before now. */
  public static Period last(int days, Instant now) {
    return new Period(now.minus(Duration.ofDays(days)), Optional.empty(), days);
  }

  /** Whole UTC days, both included. */
  public static Period of(LocalDate first, LocalDate last) {
    return new Period(
        startOf(first),
        Optional.of(startOf(last.plusDays(1))),
        (int) (last.toEpochDay() - first.toEpochDay() + 1));
  }

  /** Where it ends, as seen now. */
  public Instant end(Instant now) {
    return until.filter(end -> end.isBefore(now)).orElse(now);
  }

  /** The UTC day it begins in. */
  public LocalDate firstDay() {
    return dayOf(from);
  }

  /** The UTC day it ends in, which is today's where it lasts until now. */
  public LocalDate lastDay(Instant now) {
    return until.map(end -> dayOf(end).minusDays(1)).orElseGet(() -> dayOf(now));
  }

  /** The UTC day of a moment. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** 00:00 UTC of a day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
