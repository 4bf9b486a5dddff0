package dev.nexus.analytics.cleaning;

/**
 * How many events were deleted.
 *
 * @param message says whether older events are left
 */
record CleaningView(long deletedCount, String message) {}
