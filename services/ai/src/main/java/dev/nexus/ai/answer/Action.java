package dev.nexus.ai.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can do with a result (protocol 4.5).
 *
 * @param type at most 100 characters
 * @param label at most 200 characters
 * @param url absolute, or a path of this API
 * @param method HTTP method
 * @param confirmText what to ask before, at most 500 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Action(
    String type, String label, String url, String method, @Nullable String confirmText) {}
