package dev.nexus.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * The body of a delivery (protocol 5.2).
 *
 * @param id the event; the same for all its receivers and attempts
 * @param event its name as the receiver subscribed it
 * @param timestamp Unix seconds
 * @param data an object
 */
record Event(UUID id, String event, long timestamp, JsonNode data) {}
