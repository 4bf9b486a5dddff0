package dev.nexus.analytics.export;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats of a file. */
enum Format {
  JSON("application/json"),
  CSV("application/csv");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The named format, or JSON when none is named.
   *
   * @throws NexusException INVALID_VALUE when it is not written here
   */
  static Format of(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return JSON;
    }
    for (Format format : values()) {
      if (format.suffix().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new NexusException(CommonError.INVALID_VALUE, "format must be json or csv")
        .field("format");
  }
}
