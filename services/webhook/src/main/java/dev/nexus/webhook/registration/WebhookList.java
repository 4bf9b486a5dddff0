package dev.nexus.webhook.registration;

import java.util.List;

/** A page of receivers, newest first. */
record WebhookList(List<WebhookView> webhooks, int total, int limit, int offset) {}
