package dev.nexus.batch.execution;

/** What became of a request to cancel. */
enum Cancellation {
  /** Also for a repeat of the request that did it. */
  CANCELLED,
  /** The batch had ended before, by itself or by another cancellation. */
  ENDED_BEFORE
}
