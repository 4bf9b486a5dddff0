package dev.nexus.operator.platform;

/** How far an object or a stage is. */
public sealed interface Progress {

  Progress READY = new Ready();

  /** It is as wanted. */
  record Ready() implements Progress {}

  /**
   * It is on its way, or waits for something that is.
   *
   * @param message what it waits for
   */
  record Waiting(String message) implements Progress {}

  /**
   * It will not get there by waiting.
   *
   * @param reason one CamelCase word
   * @param message what is wrong and what to do
   */
  record Failed(String reason, String message) implements Progress {}

  default boolean isReady() {
    return this instanceof Ready;
  }

  /** The worse of two: failed before waiting before ready. */
  default Progress and(Progress other) {
    if (this instanceof Failed || other instanceof Ready) {
      return this;
    }
    return this instanceof Ready || other instanceof Failed ? other : this;
  }
}
