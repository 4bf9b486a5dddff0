package dev.nexus.webhook.registration;

/**
 * Answer to a deletion.
 *
 * @param status {@code deleted}
 */
record DeletionView(String webhookId, String status, String message) {}
